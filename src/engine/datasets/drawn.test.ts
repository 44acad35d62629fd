import { describe, expect, it } from 'vitest';
import { bandwidthOf } from '../bandwidth';
import type { Host, Modes } from '../contracts';
import { parseExperiment } from '../experimentText';
import { encodePoints, MOST_POINTS } from '../pointsText';
import { createRng } from '../rng';
import { previewReal } from '../view';
import { drawn } from './drawn';

const host = {} as Host;
const experimentOf = (values: ArrayLike<number>) => parseExperiment({ dataset: 'drawn', points: encodePoints(values) }).experiment;
const kernelsOf = (values: ArrayLike<number>) => drawn.density?.(experimentOf(values)) as Modes;
const draw = (values: ArrayLike<number>, count: number) => drawn.open(experimentOf(values), createRng(5), host).fresh(count, 0, createRng(7));

const FOUR = [-1, 0, -0.9, 0.1, 1.5, 1, 1.5, -2];

function densityAt({ count, centres, weights, sigma }: Modes, x: number, y: number): number {
  let density = 0;
  for (let m = 0; m < count; m++) {
    const squared = (x - centres[2 * m]) ** 2 + (y - centres[2 * m + 1]) ** 2;
    density += (weights[m] * Math.exp(-squared / (2 * sigma ** 2))) / (2 * Math.PI * sigma ** 2);
  }
  return density;
}

describe('the density of drawn points', () => {
  it('integrates to 1, and draws fall into every part of the plane in proportion', async () => {
    const kernels = kernelsOf(FOUR);
    const step = 0.02;
    let total = 0;
    let inBox = 0;
    for (let x = -3; x < 3; x += step) {
      for (let y = -4; y < 4; y += step) {
        const mass = densityAt(kernels, x + step / 2, y + step / 2) * step * step;
        total += mass;
        if (x + step / 2 < -0.95) inBox += mass;
      }
    }
    expect(total).toBeCloseTo(1, 6);
    const count = 20_000;
    const { values } = await draw(FOUR, count);
    let found = 0;
    for (let n = 0; n < count; n++) if (values[2 * n] < -0.95) found += 1 / count;
    expect(Math.abs(found - inBox)).toBeLessThan(5 * Math.sqrt((inBox * (1 - inBox)) / count));
  });

  it('has the moments of its draws, for as many points as there may be', async () => {
    const points = Float64Array.from({ length: 2 * MOST_POINTS }, (_, i) => ((i * 7919) % 4001) / 1000 - 2);
    const { centres, sigma } = kernelsOf(points);
    const count = 20_000;
    const { values } = await draw(points, count);
    for (const axis of [0, 1]) {
      const of = (all: Float64Array) => all.filter((_, i) => i % 2 === axis);
      const mean = (all: Float64Array) => all.reduce((sum, value) => sum + value, 0) / all.length;
      const [truth, drawnValues] = [of(centres), of(values as Float64Array)];
      expect(mean(drawnValues)).toBeCloseTo(mean(truth), 1);
      const spread = (all: Float64Array) => {
        const middle = mean(all);
        return mean(all.map((value) => (value - middle) ** 2));
      };
      expect(spread(drawnValues) / (spread(truth) + sigma ** 2)).toBeCloseTo(1, 1);
    }
  });

  it('knows the example until there are points, and other points from then on', () => {
    const example = drawn.density?.(parseExperiment({ dataset: 'drawn' }).experiment) as Modes;
    expect(example.count).toBeGreaterThan(10);
    expect(Math.max(...example.centres.map(Math.abs))).toBeLessThanOrEqual(2);
    expect(kernelsOf(FOUR)).toMatchObject({ count: 4, dim: 2, centres: Float64Array.from(decode(FOUR)) });
    expect(drawn.density?.(parseExperiment({ dataset: 'drawn' }).experiment)).toEqual(example);
  });

  it('shows on the page what was drawn: a ghost that is dark at the points and empty elsewhere', async () => {
    const experiment = experimentOf(FOUR);
    const { ghost, extent, modes } = await previewReal(experiment, drawn, drawn.open(experiment, createRng(1), host));
    const at = (x: number, y: number) => {
      const cell = (value: number) => Math.floor(((value + extent) / (2 * extent)) * (ghost?.width ?? 0));
      return ghost?.density[cell(y) * ghost.width + cell(x)] ?? Number.NaN;
    };
    expect(at(-0.95, 0.05)).toBeGreaterThan(0.8);
    expect(at(1.5, 1)).toBeGreaterThan(0.2);
    expect(at(0.3, 0)).toBe(0);
    expect(modes).toHaveLength(0);
  });
});

/** What the link makes of values. */
const decode = (values: readonly number[]) => values.map((value) => Math.round(value * 4096) / 4096);

describe('the bandwidth', () => {
  it('is the median distance to the nearest neighbour elsewhere', () => {
    expect(bandwidthOf(Float64Array.from([0, 0, 0.1, 0, 1, 0, 1.1, 0, 5, 5]))).toBeCloseTo(0.1, 12);
    expect(bandwidthOf(Float64Array.from([0, 0, 0, 0, 0.15, 0, 0.15, 0]))).toBeCloseTo(0.15, 12);
  });

  it('stays within its bounds for one point, for points far apart and for crowds', () => {
    expect(bandwidthOf(Float64Array.from([1, 1]))).toBe(0.2);
    expect(bandwidthOf(Float64Array.from([1, 1, -1, -1]))).toBe(0.2);
    expect(bandwidthOf(Float64Array.from({ length: 4000 }, (_, i) => (i % 1999) / 1e4))).toBe(0.05);
  });
});
