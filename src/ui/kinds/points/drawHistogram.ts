import type { ShownPoints } from '../../../engine/kinds/points';
import type { Preview } from '../../../protocol/messages';
import { REAL } from '../../palette';
import type { Brush } from '../../samples/brush';

const BINS = 48;
const CURVE_STEPS = 240;
const STRIDE = 6;

/** Densities of the samples in equal bins over [-extent, extent]. */
export function histogram({ count, values }: ShownPoints, extent: number): Float64Array {
  const bins = new Float64Array(BINS);
  const width = (2 * extent) / BINS;
  for (let i = 0; i < count; i++) {
    const bin = Math.floor((values[i] + extent) / width);
    if (bin >= 0 && bin < BINS) bins[bin] += 1 / (count * width);
  }
  return bins;
}

/** The true density, scaled so that it integrates to 1. */
export function trueDensity({ ghost, extent }: Preview): Float64Array {
  if (!ghost) return new Float64Array(0);
  const row = Float64Array.from(ghost.density.subarray(0, ghost.width));
  const sum = row.reduce((total, value) => total + value, 0);
  return sum > 0 ? row.map((value) => (value * ghost.width) / (sum * 2 * extent)) : row;
}

export function fittedDensity({ components }: ShownPoints, x: number): number {
  let density = 0;
  for (let at = 0; at + STRIDE <= components.length; at += STRIDE) {
    const variance = Math.max(components[at + 3], 1e-12);
    density += (components[at] * Math.exp((-0.5 * (x - components[at + 1]) ** 2) / variance)) / Math.sqrt(2 * Math.PI * variance);
  }
  return density;
}

/** One dimension: bars of the samples, the true density and the fitted one as lines. */
export function drawHistogram(
  context: CanvasRenderingContext2D,
  samples: ShownPoints,
  preview: Preview,
  generated: boolean,
  { look, ratio, bold }: Brush,
): void {
  const side = context.canvas.width;
  const { extent } = preview;
  const truth = trueDensity(preview);
  const bars = histogram(samples, extent);
  const peak = Math.max(...truth, 1e-9) * 1.5;
  const base = side - 2 * ratio;
  const toY = (density: number) => base - Math.min(1.2, density / peak) * (side * 0.8);

  context.fillStyle = generated ? look.colour : REAL.colour;
  context.globalAlpha = 0.45;
  bars.forEach((density, i) => {
    context.fillRect((i * side) / BINS, toY(density), side / BINS - ratio, base - toY(density));
  });
  context.globalAlpha = 1;

  const line = (points: number, density: (i: number) => number, colour: string) => {
    context.beginPath();
    for (let i = 0; i < points; i++) context.lineTo(((i + 0.5) * side) / points, toY(density(i)));
    context.strokeStyle = colour;
    context.lineWidth = (bold ? 3 : 1.75) * ratio;
    context.stroke();
  };
  if (truth.length > 0) line(truth.length, (i) => truth[i], REAL.colour);
  if (generated) line(CURVE_STEPS, (i) => fittedDensity(samples, (((i + 0.5) / CURVE_STEPS) * 2 - 1) * extent), look.colour);
}
