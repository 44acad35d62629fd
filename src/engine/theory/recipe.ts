import type { Memory } from '../contracts';
import { type Experiment, settingsAt } from '../experiment';

/** What a loop makes D_t of. */
export interface Recipe {
  /** real samples of D_1 in D_t: n_ini or 0 */
  readonly fixed: number;
  /** real samples drawn for D_t alone: n_r or 0 */
  readonly fresh: number;
  /** the synthetic samples in D_t */
  readonly memory: Memory;
  /** n_s, samples that G_{t-1} gives; with memory `subsample` also the size of D_t */
  readonly synthetic: number;
  /** lambda, with which G_{t-1} gives them */
  readonly bias: number;
}

type Real = 'none' | 'fixed' | 'fresh';

const realData: Readonly<Record<string, Real>> = { 'fully-synthetic': 'none', 'synthetic-augmentation': 'fixed', 'fresh-data': 'fresh' };

/** The recipes of `loop` by generation t >= 2, with the settings in force then (`changes`); null for a loop that no theory covers. */
export function recipesOf(loop: string, experiment: Experiment): ((t: number) => Recipe) | null {
  const real = realData[loop];
  if (!real) return null;
  const known: Recipe[] = [];
  return (t) => {
    const before = known[t];
    if (before) return before;
    const { real: fresh, memory, synthetic, bias } = settingsAt(experiment, t);
    known[t] = { fixed: real === 'fixed' ? experiment.initialReal : 0, fresh: real === 'fresh' ? fresh : 0, memory, synthetic, bias };
    return known[t];
  };
}

/** D_t is the n_s samples of G_{t-1} and nothing else: of two batches or more only the last counts. */
export function isLastBatchAlone({ fixed, fresh, memory }: Recipe, t: number): boolean {
  return fixed === 0 && fresh === 0 && (memory === 'previous' || t === 2);
}
