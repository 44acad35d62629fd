import type { ShownPoints } from '../../../engine/kinds/points';
import type { Preview } from '../../../protocol/messages';
import { REAL } from '../../palette';
import { box, type Path, polyline } from '../../plot/primitive';
import type { Brush, Surface } from '../../samples/brush';

const BINS = 48;
const CURVE_STEPS = 240;
const STRIDE = 6;
const page = { curve: 1.75, foot: 2, bar: (step: number) => step - 1 };
/** Width of lines, room below the bars, px, and width of a bar among bars that are so far apart. */
const PENS: Record<Surface, typeof page> = {
  page,
  projector: { ...page, curve: 3 },
  figure: { ...page, foot: 0, bar: (step) => 0.9 * step },
  thumbnail: page,
};

/** Densities of the samples in equal bins over [-extent, extent]. */
function densities({ count, values }: ShownPoints, extent: number): Float64Array {
  const bins = new Float64Array(BINS);
  const width = (2 * extent) / BINS;
  for (let i = 0; i < count; i++) {
    const bin = Math.floor((values[i] + extent) / width);
    if (bin >= 0 && bin < BINS) bins[bin] += 1 / (count * width);
  }
  return bins;
}

/** The true density, scaled so that it integrates to 1. */
function trueDensity({ ghost, extent }: Preview): Float64Array {
  if (!ghost) return new Float64Array(0);
  const row = Float64Array.from(ghost.density.subarray(0, ghost.width));
  const sum = row.reduce((total, value) => total + value, 0);
  return sum > 0 ? row.map((value) => (value * ghost.width) / (sum * 2 * extent)) : row;
}

function fittedDensity({ components }: ShownPoints, x: number): number {
  let density = 0;
  for (let at = 0; at + STRIDE <= components.length; at += STRIDE) {
    const variance = Math.max(components[at + 3], 1e-12);
    density += (components[at] * Math.exp((-0.5 * (x - components[at + 1]) ** 2) / variance)) / Math.sqrt(2 * Math.PI * variance);
  }
  return density;
}

/** One dimension: bars of the samples, the true density and the fitted one as lines. */
export function histogram(samples: ShownPoints, preview: Preview, { look, side, surface }: Brush): Path[] {
  const { extent } = preview;
  const truth = trueDensity(preview);
  const step = side / BINS;
  const { curve, foot, bar } = PENS[surface];
  const base = side - foot;
  const peak = Math.max(...truth, 1e-9) * 1.5;
  const toY = (density: number) => base - Math.min(1.2, density / peak) * side * 0.8;
  const bars: Path = {
    kind: 'path',
    steps: [...densities(samples, extent)].flatMap((density, i) => (density > 0 ? box(i * step, toY(density), bar(step), base - toY(density)) : [])),
    fill: look?.colour ?? REAL.colour,
    fillOpacity: 0.45,
    data: ['samples', samples.count],
  };
  const line = (points: number, density: (i: number) => number, stroke: string): Path => ({
    kind: 'path',
    steps: polyline(Array.from({ length: points }, (_, i) => [((i + 0.5) * side) / points, toY(density(i))])),
    fill: 'none',
    stroke,
    strokeWidth: curve,
  });
  return [
    bars,
    ...(truth.length > 0 ? [line(truth.length, (i) => truth[i], REAL.colour)] : []),
    ...(look ? [line(CURVE_STEPS, (i) => fittedDensity(samples, (((i + 0.5) / CURVE_STEPS) * 2 - 1) * extent), look.colour)] : []),
  ];
}
