import type { RealSource, Samples } from './contracts';
import { computedScores } from './cures';
import type { Laboratory } from './laboratory';
import { quantile } from './math/quantile';
import type { NoiseFloor } from './results';
import { take } from './samples';

/** Pairs of real sets behind a noise floor, and the ends of its band (contract Sect. 1.2). */
export const NOISE_PAIRS = 20;
const BAND = [0.05, 0.95] as const;

/**
 * The noise floor of every score: its 5-95 % band over pairs of disjoint real sets, both held out and of `evaluation` samples, each with
 * streams of its own. It depends on the data, the seed, `evaluation` and k, on nothing that a loop does or which other scores are asked for. Yields 'pair' after
 * each pair, 'step' between.
 */
export async function* measureNoise(
  { experiment, dataset, root, host, scorer }: Laboratory,
  scores: readonly string[],
): AsyncGenerator<'step' | 'pair', NoiseFloor> {
  const size = experiment.evaluation;
  const reasons: Record<string, string> = {};
  const without = (reason: string): NoiseFloor => ({
    bands: {},
    undefined: Object.fromEntries(computedScores(experiment, scores).map((id) => [id, reason])),
  });
  if (dataset.heldOut !== null && 2 * size > dataset.heldOut)
    return without(`two sets of ${size} need more than the ${dataset.heldOut} held-out samples that there are`);
  const values = new Map<string, number[]>();
  for (let pair = 1; pair <= NOISE_PAIRS; pair++) {
    const both = await heldOutPair(dataset.open(experiment, root.fork('noise', pair), host), size);
    if (!both) return without(`two sets of ${size} need more than the held-out samples that there are`);
    const scoring = scorer.scoreAgainst(...both, scores);
    let step = scoring.next();
    for (; !step.done; step = scoring.next()) yield 'step';
    const sheet = step.value;
    Object.assign(reasons, sheet.undefined);
    for (const [id, value] of Object.entries(sheet.scores)) {
      if (value !== null) values.set(id, [...(values.get(id) ?? []), value]);
    }
    yield 'pair';
  }
  const bands: Record<string, { low: number; high: number }> = {};
  for (const [id, found] of values) {
    // a score that some pairs do not have has no honest band
    if (found.length < NOISE_PAIRS) continue;
    const sorted = found.sort((a, b) => a - b);
    bands[id] = { low: quantile(sorted, BAND[0]), high: quantile(sorted, BAND[1]) };
  }
  return { bands, undefined: Object.fromEntries(Object.entries(reasons).filter(([id]) => !(id in bands))) };
}

/** Two sets of held-out samples that have nothing in common; null where there are too few. */
async function heldOutPair(source: RealSource, size: number): Promise<readonly [Samples, Samples] | null> {
  if (source.heldOutPair) return source.heldOutPair(size);
  const both = await source.heldOut(2 * size);
  const half = (from: number) =>
    take(
      both,
      Array.from({ length: size }, (_, i) => from + i),
    );
  return [half(0), half(size)];
}
