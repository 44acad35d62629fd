import type { ShownPoints } from '../../../engine/kinds/points';
import type { Preview } from '../../../protocol/messages';
import { px } from '../../figures/figurePage';
import { imageSvg } from '../../figures/imageSvg';
import { type Look, type Marker, REAL } from '../../palette';
import type { KindFigure } from '../kindView';
import { fittedDensity, histogram, trueDensity } from './drawHistogram';
import { ellipseOf, GHOST_OPACITY } from './drawPoints';

const RADIUS = 1.6;
/** numbers of a component */
const STRIDE = 6;
/** px */
const FARTHEST = 1e6;
const CURVE_STEPS = 160;

export const pointsFigure: KindFigure<ShownPoints> = {
  id: 'points',
  svg(samples, { preview, look, side }) {
    if (!preview || samples.count === 0) return '';
    return samples.dim === 1 ? bars(samples, preview, look, side) : cloud(samples, preview, look, side);
  },
};

/** The true density in the colour of real data. */
function ghostImage({ ghost }: Preview, side: number): string {
  if (!ghost || ghost.height < 2) return '';
  const { width, height, density } = ghost;
  const opacity = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) opacity[(height - 1 - y) * width + x] = Math.round(255 * GHOST_OPACITY.light * Math.sqrt(density[y * width + x]));
  }
  return imageSvg(width, height, opacity, REAL.colour, side, '');
}

/** A marker's outline from its centre. */
function outline(marker: Marker, r: number): string {
  const line = (...steps: number[]) => steps.map(px).join(' ');
  if (marker === 'circle') return `m${line(-r, 0)}a${line(r, r)} 0 1 0 ${line(2 * r, 0)}a${line(r, r)} 0 1 0 ${line(-2 * r, 0)}z`;
  if (marker === 'square') return `m${line(-0.9 * r, -0.9 * r)}h${px(1.8 * r)}v${px(1.8 * r)}h${px(-1.8 * r)}z`;
  if (marker === 'triangle') return `m${line(0, -1.2 * r)}l${line(1.15 * r, 2 * r)}h${px(-2.3 * r)}z`;
  if (marker === 'diamond') return `m${line(0, -1.25 * r)}l${line(1.25 * r, 1.25 * r)}l${line(-1.25 * r, 1.25 * r)}l${line(-1.25 * r, -1.25 * r)}z`;
  const [long, thin] = [1.2 * r, 0.35 * r];
  return `m${line(-long, -thin)}h${px(2 * long)}v${px(2 * thin)}h${px(-2 * long)}zm${line(long - thin, thin - long)}h${px(2 * thin)}v${px(2 * long)}h${px(-2 * thin)}z`;
}

/** Whether a place lies in the square of this side, or so near that its marker does. */
const isNear = (place: number, side: number): boolean => place > -2 * RADIUS && place < side + 2 * RADIUS;

function cloud({ count, values, components }: ShownPoints, preview: Preview, look: Look | null, side: number): string {
  const scale = side / (2 * preview.extent);
  const toX = (x: number) => (x + preview.extent) * scale;
  const toY = (y: number) => (preview.extent - y) * scale;
  const colour = look?.colour ?? REAL.colour;
  const mark = outline(look?.marker ?? 'circle', RADIUS);
  let d = '';
  for (let i = 0; i < count; i++) {
    const [x, y] = [toX(values[2 * i]), toY(values[2 * i + 1])];
    if (isNear(x, side) && isNear(y, side)) d += `M${px(x)} ${px(y)}${mark}`;
  }
  const ellipses: string[] = [];
  for (let at = 0; look && at + STRIDE <= components.length; at += STRIDE) {
    const [, meanX, meanY, varX, covXY, varY] = components.subarray(at, at + STRIDE);
    const { major, minor, angle } = ellipseOf(varX, covXY, varY, 2);
    // a renderer takes no sizes beyond float32, and an outline that far away is none
    if (Math.max(major * scale, Math.abs(toX(meanX)), Math.abs(toY(meanY))) > FARTHEST) continue;
    const turn = px((-angle * 180) / Math.PI);
    ellipses.push(
      `<ellipse rx="${px(Math.max(1, major * scale))}" ry="${px(Math.max(1, minor * scale))}" transform="translate(${px(toX(meanX))} ${px(toY(meanY))}) rotate(${turn})"/>`,
    );
  }
  return [
    ghostImage(preview, side),
    `<path data-samples="${count}" d="${d}" fill="${colour}" fill-opacity=".75"/>`,
    ellipses.length === 0 ? '' : `<g fill="none" stroke="${colour}" stroke-width="1.25">${ellipses.join('')}</g>`,
  ].join('');
}

/** One dimension: bars of the samples, the true density and the fitted one as lines. */
function bars(samples: ShownPoints, preview: Preview, look: Look | null, side: number): string {
  const truth = trueDensity(preview);
  const densities = histogram(samples, preview.extent);
  const peak = Math.max(...truth, 1e-9) * 1.5;
  const toY = (density: number) => side - Math.min(1.2, density / peak) * side * 0.8;
  const step = side / densities.length;
  const colour = look?.colour ?? REAL.colour;
  const columns = [...densities].map((density, i) =>
    density > 0 ? `M${px(i * step)} ${px(side)}V${px(toY(density))}h${px(step * 0.9)}V${px(side)}z` : '',
  );
  const line = (points: number, density: (i: number) => number, stroke: string) => {
    const d = Array.from({ length: points }, (_, i) => `${px(((i + 0.5) * side) / points)} ${px(toY(density(i)))}`).join('L');
    return points === 0 ? '' : `<path d="M${d}" fill="none" stroke="${stroke}" stroke-width="1.75"/>`;
  };
  return [
    `<path data-samples="${samples.count}" d="${columns.join('')}" fill="${colour}" fill-opacity=".45"/>`,
    line(truth.length, (i) => truth[i], REAL.colour),
    look ? line(CURVE_STEPS, (i) => fittedDensity(samples, (((i + 0.5) / CURVE_STEPS) * 2 - 1) * preview.extent), look.colour) : '',
  ].join('');
}
