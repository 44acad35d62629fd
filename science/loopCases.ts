import { readFileSync } from 'node:fs';
import { costOf, type LoopRun } from './loopSimulation';

/** A mean or median over the reference's replicates, and its standard error. */
type Measured = readonly [value: number, error: number];

export interface LoopRecord {
  readonly t: number;
  readonly trace_over_d: Measured;
  readonly mean_sq: Measured;
  readonly median_logdet: Measured;
  readonly mean_logdet: Measured;
  readonly w2_squared: Measured;
  /** the traces of a few replicates carry the mean: neither it nor that of W2^2 says anything */
  readonly heavy_tailed: boolean;
  readonly closed_form: Readonly<Partial<Record<'trace_over_d' | 'mean_sq' | 'mean_logdet' | 'w2_squared', number>>>;
}

/** One Gaussian loop of loops-*.json: truth N(0, I_d), covariance with divisor n - 1; t = 0 is the truth (n_r = 0) or a fit to n_r real samples. */
export interface LoopCase {
  readonly loop: string;
  readonly d: number;
  readonly n_s: number;
  readonly n_r: number;
  readonly lambda: number;
  readonly records: readonly LoopRecord[];
}

export function loopCases(): LoopCase[] {
  return ['replace', 'augment', 'fresh', 'accumulate'].flatMap((set) => {
    const text = readFileSync(new URL(`../test/fixtures/loops-${set}.json`, import.meta.url), 'utf8');
    return (JSON.parse(text) as { cases: LoopCase[] }).cases;
  });
}

/** How the engine runs a case: generation t + `shift` is the reference's t. */
export interface MappedRun extends LoopRun {
  readonly shift: number;
}

type Choice = Readonly<{ loop: string; memory: string }>;

/** The reference's loops in our words, started from real samples. */
const LOOPS: Readonly<Record<string, Choice>> = {
  replace: { loop: 'fully-synthetic', memory: 'previous' },
  augment_fixed: { loop: 'synthetic-augmentation', memory: 'previous' },
  fresh: { loop: 'fresh-data', memory: 'previous' },
  accumulate: { loop: 'synthetic-augmentation', memory: 'all' },
  accumulate_subsample: { loop: 'synthetic-augmentation', memory: 'subsample' },
};

/** Without real samples all that accumulates is synthetic. */
const SYNTHETIC_ALONE: Readonly<Record<string, Choice>> = {
  replace: LOOPS.replace,
  accumulate: { loop: 'fully-synthetic', memory: 'all' },
};

/**
 * The runs that a case asks for. With real samples t = 0 is generation 1. Without any (n_r = 0) t = 0 is the truth, put in the place of
 * generation 1; and for lambda = 1, where samples of the truth are real samples, once more as a person would set it: t = 1 is generation 1,
 * fitted to n_s of them.
 */
export function runsOf({ loop, d, n_s, n_r, lambda, records }: LoopCase, seed: number): MappedRun[] {
  const common = { dim: d, synthetic: n_s, bias: lambda, covariance: 'unbiased', seed };
  const make = (start: LoopRun['start'], shift: number, choice: Choice, keys: LoopRun['keys']): MappedRun => {
    const generations = records.map(({ t }) => t + shift).filter((generation) => generation > 0);
    const all = { ...common, ...choice, ...keys };
    return { start, shift, generations, keys: all, replicates: replicatesFor(costOf({ keys: all, generations })) };
  };
  if (n_r > 0) return [make('real', 1, LOOPS[loop], { initialReal: n_r, ...(loop === 'fresh' ? { real: n_r } : {}) })];
  const fromTruth = make('truth', 1, SYNTHETIC_ALONE[loop], {});
  return lambda === 1 ? [fromTruth, make('real', 0, LOOPS[loop], { initialReal: n_s })] : [fromTruth];
}

/** Numbers that all fits of a run read: what small sets save goes into more replicates. */
const BUDGET = 5e7;

function replicatesFor(cost: number): number {
  return Math.max(2000, Math.min(10_000, Math.round(BUDGET / cost)));
}
