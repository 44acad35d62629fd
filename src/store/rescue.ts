import { kindOf } from '../engine/chosen';
import { type Experiment, SCHEMA, type Settings } from '../engine/experiment';
import { loopsOf } from '../engine/loops/named';
import { settingsAt } from '../engine/settings';
import { lossesOf } from '../results/losses';
import { runOf } from './selectors';
import type { LabState, Rescue, Run } from './state';

/** So many times the fresh samples that did not hold, where the default of their kind is no more. */
const TIMES = 4;

/** What holds the loops that lost modes, of all that could still be changed in generation `at`. */
function remedyOf(experiment: Experiment, at: number, lost: readonly string[]): Partial<Settings> {
  const inForce = settingsAt(experiment, at);
  const loops = loopsOf(experiment);
  const isFresh = (id: string) => loops.some((loop) => loop.id === id && loop.parts.includes('fresh'));
  const real = Math.min(SCHEMA.real.max, Math.max(kindOf(experiment).defaults.real, TIMES * inForce.real));
  const canKeepAll = inForce.memory !== 'all' && loops.every(({ memories }) => memories.includes('all'));
  const biases = [inForce, ...experiment.changes.filter(({ generation }) => generation > at).map(({ settings }) => settings)];
  return {
    ...(lost.some(isFresh) && real > inForce.real && { real }),
    ...(!lost.every(isFresh) && canKeepAll && { memory: 'all' }),
    ...(biases.some(({ bias = 1 }) => bias < 1) && { bias: 1 }),
  };
}

type Proposal = Omit<Rescue, 'future'>;

/** The last generation before the first loss, and the loops that have lost modes since; null where none has. */
function beforeLoss({ experiment, frames, noise }: Run): Pick<Rescue, 'from' | 'loops'> | null {
  const losses = experiment.loop.flatMap((loop) => lossesOf(frames, loop, noise).map(({ generation }) => ({ loop, generation })));
  if (losses.length === 0) return null;
  const loops = experiment.loop.filter((id) => losses.some(({ loop }) => loop === id));
  return { from: Math.min(...losses.map(({ generation }) => generation)) - 1, loops };
}

function proposalFor(run: Run): Proposal | null {
  const loss = beforeLoss(run);
  const settings = loss ? remedyOf(run.experiment, loss.from + 1, loss.loops) : {};
  return loss && Object.keys(settings).length > 0 ? { ...loss, settings } : null;
}

const proposals = new WeakMap<LabState['run'], Proposal | null>();

/**
 * The one change, in the generation of the first loss, that would hold the loops that lost modes. null while it runs, where none is lost, and
 * where nothing is left to change. Kept per state of the run, for who draws it asks at every commit.
 */
export function rescueInSight({ run }: Pick<LabState, 'run'>): Proposal | null {
  if (run.status !== 'ended' && run.status !== 'paused') return null;
  const known = proposals.get(run);
  if (known !== undefined) return known;
  const proposal = proposalFor(run);
  proposals.set(run, proposal);
  return proposal;
}

/** The generation to which What if goes back; null where there is nothing to go back from. */
export function whatIfFrom({ run }: Pick<LabState, 'run'>): number | null {
  if (run.status === 'idle') return null;
  const isOver = run.status === 'ended' || run.status === 'failed';
  if (run.frames.length > run.shown || !isOver) return run.shown;
  return beforeLoss(run)?.from ?? null;
}

/** What was done to save the run on the screen, as long as that is part of it. */
export function rescueDone(state: Pick<LabState, 'run' | 'rescue'>): Rescue | null {
  const [run, { rescue }] = [runOf(state), state];
  if (!run || !rescue) return null;
  const inForce = settingsAt(run.experiment, rescue.from + 1);
  return Object.entries(rescue.settings).every(([key, value]) => inForce[key as keyof Settings] === value) ? rescue : null;
}
