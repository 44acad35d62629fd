import { defaultsOf, kindOf } from '../engine/chosen';
import type { Part } from '../engine/descriptions';
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
  const real = Math.min(SCHEMA.real.max, Math.max(defaultsOf(experiment).real, TIMES * inForce.real));
  const canKeepAll = inForce.memory !== 'all' && loops.every(({ memories }) => memories.includes('all'));
  const biases = [inForce, ...experiment.changes.filter(({ generation }) => generation > at).map(({ settings }) => settings)];
  return {
    ...(lost.some(isFresh) && real > inForce.real && { real }),
    ...(!lost.every(isFresh) && canKeepAll && { memory: 'all' }),
    ...(biases.some(({ bias = 1 }) => bias < 1) && { bias: 1 }),
  };
}

type Proposal = Omit<Rescue, 'future'>;

/** Cures that could act from generation `at` on, and are off: each is worth a try, none is sure to hold. */
function curesFor(experiment: Experiment, at: number, lost: readonly string[]): Partial<Settings>[] {
  const inForce = settingsAt(experiment, at);
  const loops = loopsOf(experiment).filter(({ id, treatment }) => lost.includes(id) && !treatment);
  const some = (part: Part) => loops.some(({ parts }) => parts.includes(part));
  const { cures } = kindOf(experiment);
  return [
    ...(inForce.curation !== 'none' ? [{ curation: 'none' } as const] : []),
    ...(some('fresh') && inForce.detector === 0 ? [{ detector: cures.detector, refill: 'true' } as const] : []),
    ...((some('fresh') || some('initial')) && inForce.realWeight === 'count' ? [{ realWeight: cures.realWeight }] : []),
    ...(loops.length > 0 && inForce.monitor === 'none' ? [{ monitor: cures.monitor, action: 'archive' } as const] : []),
  ];
}

/** The last generation before the first loss, and the loops that have lost modes since; null where none has. */
function beforeLoss({ experiment, frames, noise }: Run): Pick<Rescue, 'from' | 'loops'> | null {
  const losses = experiment.loop.flatMap((loop) => lossesOf(frames, loop, noise).map(({ generation }) => ({ loop, generation })));
  if (losses.length === 0) return null;
  const loops = experiment.loop.filter((id) => losses.some(({ loop }) => loop === id));
  return { from: Math.min(...losses.map(({ generation }) => generation)) - 1, loops };
}

function proposalsFor(run: Run): readonly Proposal[] {
  const loss = beforeLoss(run);
  if (!loss) return NONE;
  const [at, lost] = [loss.from + 1, loss.loops];
  const ways = [remedyOf(run.experiment, at, lost), ...curesFor(run.experiment, at, lost)];
  return ways.filter((settings) => Object.keys(settings).length > 0).map((settings) => ({ ...loss, settings }));
}

const NONE: readonly Proposal[] = [];
const proposals = new WeakMap<LabState['run'], readonly Proposal[]>();

/**
 * The changes, in the generation of the first loss, of which each may hold the loops that lost modes: first what holds them for certain, then cures.
 * None while it runs, where none is lost, and where nothing is left to change. Kept per state of the run, for who draws them asks at every commit.
 */
export function rescuesInSight({ run }: Pick<LabState, 'run'>): readonly Proposal[] {
  if (run.status !== 'ended' && run.status !== 'paused') return NONE;
  const known = proposals.get(run) ?? proposalsFor(run);
  proposals.set(run, known);
  return known;
}

/** The first of them. */
export const rescueInSight = (state: Pick<LabState, 'run'>): Proposal | null => rescuesInSight(state)[0] ?? null;

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
