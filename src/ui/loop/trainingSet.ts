import type { LoopDescription } from '../../engine/contracts';
import { type Experiment, settingsAt } from '../../engine/experiment';

/** What a training set is made of, and what the model adds to the next. */
export interface TrainingSet {
  readonly generation: number;
  readonly real: number;
  readonly synthetic: number;
  /** n_s of one generation */
  readonly drawn: number;
  /** what a random subset is drawn from; null where all are taken */
  readonly pool: number | null;
  /** the real data of D_1 stand here, not those of the loop */
  readonly initial: boolean;
}

/** The keys that a hand on a band may hold. */
export type BandKey = 'real' | 'synthetic' | 'initialReal';

export type Held = Partial<Record<BandKey, number>>;

/** The experiment as it will be when the value in hand is let go: earlier generations stay as they were. */
const heldAt = (experiment: Experiment, held: Held, shown: number) => (t: number) =>
  t > shown ? { ...settingsAt(experiment, t), ...held } : { ...settingsAt(experiment, t), ...('initialReal' in held && held) };

/**
 * The generation whose training set is drawn: the one shown; the next one where a change waits for it (or is in hand); before the first,
 * what the loop is made of from generation 2 on.
 */
export function generationDrawn(experiment: Experiment, shown: number, held: Held): number {
  if (shown === 0) return 2;
  const [now, next] = [settingsAt(experiment, shown), settingsAt(experiment, shown + 1)];
  const changes = now.real !== next.real || now.synthetic !== next.synthetic || now.memory !== next.memory;
  return changes || Object.keys(held).length > 0 ? shown + 1 : shown;
}

/** D_t of a loop, as `engine/lanes.ts` composes it; of a random subset the expected parts. */
export function trainingSet(loop: LoopDescription, experiment: Experiment, t: number, held: Held = {}, shown = 0): TrainingSet {
  const at = heldAt(experiment, held, shown);
  const { initialReal, real: fresh, synthetic: drawn, memory } = at(t);
  if (t <= 1) return { generation: t, real: initialReal, synthetic: 0, drawn: at(2).synthetic, pool: null, initial: true };
  let synthetic = drawn;
  if (memory !== 'previous') for (let earlier = 2; earlier < t; earlier++) synthetic += at(earlier).synthetic;
  const real = { none: 0, fixed: initialReal, fresh }[loop.real];
  const everything = real + synthetic;
  if (memory !== 'subsample' || everything <= drawn) return { generation: t, real, synthetic, drawn, pool: null, initial: false };
  const kept = Math.round((drawn * real) / everything);
  return { generation: t, real: kept, synthetic: drawn - kept, drawn, pool: everything, initial: false };
}

/** The real part in a word or two. */
export function realWords(loop: LoopDescription, { initial, pool, real }: TrainingSet): string {
  if (initial) return `${real} initial`;
  if (loop.real === 'none') return 'none';
  return pool === null ? `${real} ${loop.real}` : `about ${real}`;
}

/** What the memory adds, in a word or two. */
export function memoryWords({ pool, synthetic, drawn }: TrainingSet): string {
  if (pool !== null) return `drawn from ${pool}`;
  return synthetic > drawn ? `+ ${synthetic - drawn} earlier` : '';
}

/** The diagram for a screen reader. */
export function sentence(loop: LoopDescription, set: TrainingSet, size = set.real + set.synthetic): string {
  const { generation, real, synthetic, pool } = set;
  const about = pool === null ? '' : ' expected';
  const from = pool === null ? '' : `, drawn at random from ${pool}`;
  return `${loop.name} loop: training set of generation ${generation}: ${size} = ${real} real + ${synthetic} synthetic${about}${from}`;
}
