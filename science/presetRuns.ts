import type { Experiment } from '../src/engine/experiment';
import { parseQuery } from '../src/engine/experimentText';
import { laneValue } from '../src/engine/laneValue';
import { quantile } from '../src/engine/math/quantile';
import { createNodeHost } from '../src/headless/nodeHost';
import { simulate } from '../src/headless/simulate';
import type { WrittenPreset } from '../src/presets/preset';
import { PRESETS } from '../src/presets/presets';
import type { Measurement, Reading } from '../src/presets/readings';
import { isOfShares } from '../src/presets/toldScore';

/** The presets that have something to be held against. */
export const WRITTEN = PRESETS.filter((preset): preset is WrittenPreset => preset.published !== undefined);

/** A line of `simulate`, as far as readings need it. */
interface Line {
  readonly type: string;
  readonly loop: string;
  readonly generation: number;
  readonly replicate: number;
  readonly scores: Readonly<Record<string, number | null>>;
  readonly truth: Readonly<Record<string, number | null>>;
  readonly shares: { readonly share: readonly number[] } | null;
}

/**
 * The preset's own experiment, repeated; only what no reading needs is left out: other scores and later generations. Neither changes a
 * draw of what stays.
 */
function experimentOf({ query, published: { readings } }: WrittenPreset, seed: number, replicates: number): Experiment {
  const { experiment, notes } = parseQuery(query);
  if (notes.length > 0) throw new Error(notes[0].message);
  const needed = readings.map(({ value }) => (isOfShares(value) ? 'modesAlive' : value));
  const scores = experiment.scores.filter((id) => needed.includes(id));
  const generations = Math.max(...readings.map(({ generations: [, last] }) => last));
  return { ...experiment, seed, replicates, scores, generations };
}

/** `modesHeld`, or `share` and the number of a mode. */
function ofShares(value: string, shares: readonly number[]): number | undefined {
  return value === 'modesHeld' ? shares.filter((share) => share > 0).length : shares[Number(value.slice('share'.length)) - 1];
}

function readingOf({ value }: Reading, { truth, scores, shares }: Line): number {
  const found = isOfShares(value) ? ofShares(value, shares?.share ?? []) : laneValue({ scores, truth }, value);
  if (typeof found !== 'number') throw new Error(`${value} is not among what simulate prints`);
  return found;
}

/** Every reading of every run of the preset, from the lines that `npm run simulate` prints: by reading, then run. */
export async function readRuns(preset: WrittenPreset, seed: number, runs: number, say: (line: string) => void): Promise<Map<Reading, number[]>> {
  const { readings, id } = preset.published;
  const sums = new Map(readings.map((reading) => [reading, new Array<number>(runs).fill(0)]));
  const take = (line: Line) => {
    if (line.type !== 'generation') return;
    for (const [reading, sum] of sums) {
      if (reading.loop !== undefined && reading.loop !== line.loop) continue;
      const [first, last] = reading.generations;
      if (line.generation < first || line.generation > last) continue;
      sum[line.replicate - 1] += readingOf(reading, line) / (last - first + 1);
    }
  };
  let told = 0;
  await simulate(
    experimentOf(preset, seed, runs),
    createNodeHost('auto'),
    (lines) => {
      for (const line of lines.trimEnd().split('\n')) take(JSON.parse(line) as Line);
    },
    (done) => {
      if (done < told + 0.25) return;
      told = done;
      say(`${id}: ${Math.round(100 * done)} % of ${runs} runs`);
    },
  );
  return sums;
}

/** What the runs say of one reading. `outOf` divides by the mean, not run by run: a mean of quotients would be biased. */
export function summarise({ over, outOf }: Reading, values: readonly number[]): Measurement {
  const sorted = values.toSorted((a, b) => a - b);
  const shown = (value: number) => (outOf === undefined ? value : outOf / value);
  const centre = over === 'median' ? quantile(sorted, 0.5) : mean(values);
  const ends = [shown(quantile(sorted, 0.1)), shown(quantile(sorted, 0.9))];
  const steps = over === 'median' ? values.map((value) => Math.log(value)) : values;
  // the quotient's deviation to first order
  const scale = outOf === undefined ? 1 : outOf / (centre * centre);
  return { value: shown(centre), deviation: scale * deviationOf(steps), low: Math.min(...ends), high: Math.max(...ends), runs: values.length };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function deviationOf(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0) / Math.max(1, values.length - 1));
}
