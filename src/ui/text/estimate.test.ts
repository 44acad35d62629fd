import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { frameOf } from '../../store/testing/frames';
import { estimateSeconds, secondsPerGeneration } from './estimate';

const estimate = (keys: Record<string, unknown>) => estimateSeconds(parseExperiment(keys).experiment, null);

it('estimates the default runs near what was measured: 4 s of points, 45 s of digits', () => {
  expect(estimate({})).toBeGreaterThan(2);
  expect(estimate({})).toBeLessThan(6);
  expect(estimate({ model: 'vae' })).toBeGreaterThan(30);
  expect(estimate({ model: 'vae' })).toBeLessThan(60);
});

it('grows with what costs', () => {
  expect(estimate({ replicates: 10 })).toBeGreaterThan(9 * estimate({}));
  expect(estimate({ evaluation: 4000 })).toBeGreaterThan(5 * estimate({}));
  expect(estimate({ model: 'vae', resolution: 28 })).toBeGreaterThan(2 * estimate({ model: 'vae' }));
});

it('measures by the median, without the first generation', () => {
  const frame = (generation: number, elapsedMs: number) => ({ ...frameOf(generation, []), elapsedMs });
  expect(secondsPerGeneration([frame(1, 9000)])).toBeNull();
  expect(secondsPerGeneration([frame(1, 9000), frame(2, 100), frame(3, 200), frame(4, 5000)])).toBe(0.2);
});
