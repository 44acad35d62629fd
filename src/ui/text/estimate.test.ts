import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { firstRun, running } from '../../store/run';
import { frameOf } from '../../store/testing/frames';
import { durationWords } from './durationWords';
import { estimateSeconds, secondsPerGeneration } from './estimate';

const estimate = (keys: Record<string, unknown>) => estimateSeconds(parseExperiment(keys).experiment, null, 1);

it('estimates the default runs near what was measured on one core: 0.75 s of points, 12 s of digits', () => {
  expect(estimate({})).toBeGreaterThan(0.4);
  expect(estimate({})).toBeLessThan(1.5);
  expect(estimate({ model: 'vae' })).toBeGreaterThan(8);
  expect(estimate({ model: 'vae' })).toBeLessThan(18);
});

it('grows with what costs', () => {
  expect(estimate({ replicates: 10 })).toBeGreaterThan(9 * estimate({}));
  expect(estimate({ evaluation: 4000 })).toBeGreaterThan(2 * estimate({}));
  // measured: 2.2 s
  expect(estimate({ model: 'gaussian', dim: 20 })).toBeGreaterThan(1.5);
  expect(estimate({ model: 'gaussian', dim: 20 })).toBeLessThan(3);
  expect(estimate({ model: 'vae', resolution: 28 })).toBeGreaterThan(2 * estimate({ model: 'vae' }));
});

it('shrinks with the workers that share lanes out, but not below one lane', () => {
  const by = (workers: number) => estimateSeconds(parseExperiment({ model: 'vae' }).experiment, null, workers);
  expect(by(2) / by(1)).toBeCloseTo(19 / 28);
  expect(by(3) / by(1)).toBeCloseTo(10 / 28);
  expect(by(8)).toBe(by(3));
});

it('charges for scores that compare all pairs where they are computed', () => {
  const genes = { dataset: 'grid', loop: 'fully-synthetic', initialReal: 500, synthetic: 500, evaluation: 10_000, replicates: 4 };
  // measured: 6.8 s, and without recall 2.5 s
  expect(estimate(genes)).toBeGreaterThan(5);
  expect(estimate({ ...genes, scores: 'modesAlive,shareBias' })).toBeGreaterThan(1.5);
  expect(estimate({ ...genes, scores: 'modesAlive,shareBias' })).toBeLessThan(5);
  expect(estimate({ ...genes, scores: 'modesAlive,recall' })).toBe(estimate(genes));
});

it('measures by the median, without the first generation', () => {
  const frame = (generation: number, elapsedMs: number) => ({ ...frameOf(generation, []), elapsedMs });
  expect(secondsPerGeneration([frame(1, 9000)])).toBeNull();
  expect(secondsPerGeneration([frame(1, 9000), frame(2, 100), frame(3, 200), frame(4, 5000)])).toBe(0.2);
});

describe('how long the reader waits', () => {
  const frames = Array.from({ length: 4 }, (_, i) => ({ ...frameOf(i + 1, []), elapsedMs: 2000 }));
  const lab = (query: Record<string, unknown>, speed: number, computed: number) => {
    const { experiment } = parseExperiment(query);
    const run = running({ ...firstRun({ runId: 0 }, experiment), frames: frames.slice(0, computed), shown: computed });
    return durationWords({ draft: experiment, badge: null, speed, run: computed === 0 ? { status: 'idle', runId: 0 } : run }, 1);
  };

  it('is said where computing takes long', () => {
    expect(lab({ model: 'vae' }, 2, 0)).toMatch(/^About \d+ s on a computer without a GPU$/);
    expect(lab({ generations: 20 }, 2, 4)).toBe('About 35 s left');
  });

  it('is not said where it is short, or where the chosen speed takes longer', () => {
    expect(lab({}, 2, 0)).toBe('');
    expect(lab({ generations: 20 }, 0.25, 4)).toBe('');
    expect(lab({ generations: 6 }, 2, 4)).toBe('');
  });
});
