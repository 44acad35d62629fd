import type { Component, Dataset, Modes, RealSource, Samples } from './contracts';
import type { Experiment } from './experiment';
import { exp } from './math/exp';
import { ALIVE_SIGMAS } from './metrics/shares';
import type { Preview, ShownSamples } from './results';

/** Points of a generation kept for the eye. */
export const SHOWN_POINTS = 500;
/** Digits shown, in 8 rows. */
export const SHOWN_IMAGES = 64;

const GHOST_CELLS = 96;

/** A small copy of samples for the screen, with the model's components. */
export function shownSamples(samples: Samples, components: readonly Component[]): ShownSamples {
  if (samples.kind === 'images') {
    const count = Math.min(samples.count, SHOWN_IMAGES);
    const values = Uint8Array.from(samples.values.subarray(0, count * samples.dim), (value) => Math.round(255 * Math.min(1, Math.max(0, value))));
    return { kind: 'images', count, side: Math.round(Math.sqrt(samples.dim)), values };
  }
  const count = Math.min(samples.count, SHOWN_POINTS);
  const dim = samples.dim === 1 ? 1 : 2;
  const values = new Float32Array(count * dim);
  for (let n = 0; n < count; n++) for (let i = 0; i < dim; i++) values[n * dim + i] = samples.values[n * samples.dim + i];
  return { kind: 'points', count, dim, values, components: Float32Array.from(components.flatMap(shownComponent)) };
}

/** weight, mean and covariance on the first two axes (the marginal, exact for a Gaussian). */
function shownComponent({ weight, mean, covariance }: Component): number[] {
  const dim = mean.length;
  return dim === 1 ? [weight, mean[0], 0, covariance[0], 0, 0] : [weight, mean[0], mean[1], covariance[0], covariance[1], covariance[dim + 1]];
}

/** What the page shows before anything runs: real data, their density, the places of their modes. */
export async function previewReal(experiment: Experiment, dataset: Dataset, source: RealSource): Promise<Preview> {
  const initial = await source.initial(experiment.initialReal);
  const density = dataset.density?.(experiment);
  const nowhere = { modes: new Float32Array(0), reach: 0 };
  if (!density) return { real: shownSamples(initial, []), ghost: null, extent: 1, ...nowhere, weights: dataset.classShares ?? [] };
  const extent = extentOf(density);
  const inPlane = dataset.modes > 0 && density.dim === 2;
  return {
    real: shownSamples(initial, []),
    ghost: ghostOf(density, extent),
    extent,
    ...(inPlane ? { modes: Float32Array.from(density.centres), reach: ALIVE_SIGMAS * density.sigma } : nowhere),
    weights: dataset.modes > 0 ? [...density.weights] : [],
  };
}

/** Half the side of a square that holds the density with a margin. */
function extentOf({ centres, sigma }: Modes): number {
  return centres.reduce((furthest, value) => Math.max(furthest, Math.abs(value)), 0) + 4 * sigma;
}

/** The marginal density on the first one or two axes, on a grid; every Gaussian touches only the cells within 4 sigma. */
function ghostOf({ count, dim, centres, weights, sigma }: Modes, extent: number): NonNullable<Preview['ghost']> {
  const width = GHOST_CELLS;
  const height = dim === 1 ? 1 : GHOST_CELLS;
  const cell = (2 * extent) / GHOST_CELLS;
  const density = new Float32Array(width * height);
  const profile = (centre: number) => {
    const first = Math.max(0, Math.floor((centre - 4 * sigma + extent) / cell));
    const last = Math.min(GHOST_CELLS - 1, Math.ceil((centre + 4 * sigma + extent) / cell));
    const heights = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
      const away = (-extent + (first + i + 0.5) * cell - centre) / sigma;
      return exp(-0.5 * away * away);
    });
    return { first, heights };
  };
  for (let m = 0; m < count; m++) {
    const across = profile(centres[m * dim]);
    const up = dim === 1 ? { first: 0, heights: [1] } : profile(centres[m * dim + 1]);
    for (let y = 0; y < up.heights.length; y++) {
      for (let x = 0; x < across.heights.length; x++) {
        density[(up.first + y) * width + across.first + x] += weights[m] * up.heights[y] * across.heights[x];
      }
    }
  }
  const highest = density.reduce((max, value) => Math.max(max, value), 0);
  return { width, height, density: density.map((value) => value / highest) };
}
