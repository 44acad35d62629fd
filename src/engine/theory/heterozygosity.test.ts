import { describe, expect, test } from 'vitest';
import { parseExperiment } from '../experimentText';
import { createRng } from '../rng';
import { heterozygosityTheory } from './heterozygosity';

const weights = Float64Array.of(0.5, 0.25, 0.125, 0.125);
const keys = { model: 'gaussian-mixture', dataset: 'ring', initialReal: 12, real: 10, synthetic: 20 };
const experiment = parseExperiment(keys).experiment;
const REPLICATES = 4000;
const GENERATIONS = 6;

describe.each(['fully-synthetic', 'fresh-data', 'synthetic-augmentation'])('%s', (loop) => {
  test('the drift law agrees with resampled weights', () => {
    const rng = createRng(11);
    /** counts of a multinomial draw */
    const draw = (size: number, shares: readonly number[]) => {
      const counts = shares.map(() => 0);
      for (let i = 0; i < size; i++) {
        let k = 0;
        for (let u = rng.uniform() - shares[0]; u >= 0 && k < shares.length - 1; u -= shares[k]) k++;
        counts[k]++;
      }
      return counts;
    };
    const truth = [...weights];
    const sums = Array.from({ length: GENERATIONS }, () => [0, 0]);
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      const initial = draw(experiment.initialReal, truth);
      let shares = initial.map((count) => count / experiment.initialReal);
      for (let t = 1; t <= GENERATIONS; t++) {
        if (t > 1) {
          const made = draw(experiment.synthetic, shares);
          const real = loop === 'fully-synthetic' ? made.map(() => 0) : loop === 'fresh-data' ? draw(experiment.real, truth) : initial;
          const size = [...made, ...real].reduce((sum, count) => sum + count, 0);
          shares = made.map((count, k) => (count + real[k]) / size);
        }
        const value = 1 - shares.reduce((sum, share) => sum + share * share, 0);
        sums[t - 1][0] += value;
        sums[t - 1][1] += value * value;
      }
    }
    const theory = heterozygosityTheory(loop, experiment, weights);
    for (const [index, [sum, squares]] of sums.entries()) {
      const mean = sum / REPLICATES;
      const error = Math.sqrt((squares / REPLICATES - mean * mean) / REPLICATES);
      expect(Math.abs(mean - (theory(index + 1).heterozygosity ?? Number.NaN)) / error).toBeLessThan(4.5);
    }
  });
});

test('fully synthetic: H_0 (1 - 1/n)^t', () => {
  const theory = heterozygosityTheory('fully-synthetic', { ...experiment, initialReal: 20 }, weights);
  expect(theory(7).heterozygosity).toBeCloseTo((1 - 0.34375) * (1 - 1 / 20) ** 7, 12);
});

test('what is not known is null with a reason', () => {
  expect(heterozygosityTheory('fully-synthetic', experiment, null)(1).undefined.heterozygosity).toMatch(/no modes/);
  expect(heterozygosityTheory('fully-synthetic', { ...experiment, memory: 'all' }, weights)(1).heterozygosity).toBeNull();
  expect(heterozygosityTheory('fully-synthetic', { ...experiment, components: 2 }, weights)(1).heterozygosity).toBeNull();
  expect(
    heterozygosityTheory('fully-synthetic', { ...experiment, changes: [{ generation: 3, settings: { bias: 0 } }] }, weights)(3).heterozygosity,
  ).toBeNull();
});
