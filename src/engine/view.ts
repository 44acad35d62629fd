import type { Dataset, Modes, RealSource } from './contracts';
import type { Experiment } from './experiment';
import { kinds } from './kinds';
import { exp } from './math/exp';
import { ALIVE_SIGMAS } from './metrics/shares';
import { byId } from './registry';
import type { Preview } from './results';

const GHOST_CELLS = 96;

/** What the page shows before anything runs: real data, their density, the places of their modes. */
export async function previewReal(experiment: Experiment, dataset: Dataset, source: RealSource): Promise<Preview> {
  const initial = await source.initial(experiment.initialReal);
  const real = byId(kinds, dataset.kind).show(initial, []);
  const density = dataset.density?.(experiment);
  const nowhere = { modes: new Float32Array(0), reach: 0 };
  if (!density) return { real, ghost: null, extent: 1, ...nowhere, weights: dataset.classShares ?? [] };
  const extent = extentOf(density);
  const inPlane = dataset.modes > 0 && density.dim === 2;
  return {
    real,
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
