import { quantile } from '../../engine/math/quantile';
import { number, seconds, span } from '../../format';
import { isAmongSeeds, missingOf, type SeedRuns, seedsOf } from '../../store/seedRuns';

/** A loop over the seeds; yours is not among `values` where it is none of 1 to 30. */
export interface LoopSeeds {
  readonly values: readonly (readonly [seed: number, value: number])[];
  readonly yours: number | null;
  readonly median: number | null;
  /** whether each seed that is computed has a value */
  readonly isWhole: boolean;
}

export function loopSeeds({ experiment, ends }: SeedRuns, loop: string): LoopSeeds {
  const all = [...ends].flatMap(([seed, of]) => {
    const value = of.get(loop) ?? null;
    return value === null ? [] : [[seed, value] as const];
  });
  const values = all.filter(([seed]) => isAmongSeeds(seed));
  const sorted = values.map(([, value]) => value).sort((a, b) => a - b);
  return {
    values,
    yours: all.find(([seed]) => seed === experiment.seed)?.[1] ?? null,
    median: sorted.length > 0 ? quantile(sorted, 0.5) : null,
    isWhole: values.length === [...ends.keys()].filter(isAmongSeeds).length,
  };
}

/** "median 0.36 of 30 seeds, from 0.23 to 0.52; yours 0.31". `brief`: how many there are is said elsewhere, unless some have no value. */
export function loopWords({ values, yours, median, isWhole }: LoopSeeds, brief = false): string {
  const own = yours === null ? '' : `yours ${number(yours)}`;
  if (median === null) return own || 'no value yet';
  const of = values.map(([, value]) => value);
  const [low, high] = [Math.min(...of), Math.max(...of)];
  const range = values.length === 1 ? '' : low === high ? ', all the same' : `, from ${span(low, high)}`;
  const count = brief && isWhole ? '' : ` of ${values.length} ${values.length === 1 ? 'seed' : 'seeds'}`;
  return [`median ${number(median)}${count}${range}`, own].filter(Boolean).join('; ');
}

/** What is drawn, and what is not what one may think. */
export function aboutWords({ seed }: { readonly seed: number }, name: string, generations: number, replicates: number): string {
  const which = isAmongSeeds(seed) ? `Yours is seed ${seed}.` : `Yours, seed ${seed}, is drawn with them but not counted among them.`;
  const first = replicates > 1 ? ` Of each seed one run, so of yours the first of its ${replicates} replicates.` : '';
  return `The experiment on the screen, run with seeds 1 to 30: ${name} at generation ${generations}. A dot is a seed, the line is their median. ${which}${first}`;
}

/** How far it is, and how long the rest will take. */
export function progressWords(runs: SeedRuns): string {
  const all = seedsOf(runs.experiment).length;
  const done = all - missingOf(runs).length;
  const failed = [...runs.ends.values()].filter((of) => of.size === 0).length;
  if (done === all) return failed === 0 ? `All ${all} runs are computed.` : `${all - failed} of ${all} runs are computed; ${failed} failed.`;
  const left = runs.secondsLeft === null ? '' : `, about ${seconds(Math.max(1, Math.ceil(runs.secondsLeft)))} left`;
  return `${done} of ${all} runs${runs.isComputing ? left : ', stopped'}.`;
}
