import { numberAt } from '../../../engine/checked';
import type { ShownPoints } from '../../../engine/kinds/points';
import { Refusal, refuse } from '../../../engine/refusal';
import type { Preview } from '../../../protocol/messages';
import { base64At, bytesIn, toBase64 } from '../../export/base64';
import { px } from '../../export/figurePage';
import { imageSvg } from '../../export/imageSvg';
import { type Look, type Marker, REAL } from '../../palette';
import type { KindFile } from '../kindView';
import { fittedDensity, histogram, trueDensity } from './drawHistogram';
import { ellipseOf, GHOST_OPACITY } from './drawPoints';

const RADIUS = 1.6;
/** numbers of a component, bytes of a number */
const STRIDE = 6;
const FLOAT = 4;
/** px */
const FARTHEST = 1e6;
const CURVE_STEPS = 160;
const LARGEST_FLOAT = 3.4028234663852886e38;
const MOST_COMPONENTS = 1000;

const countAt = numberAt({ min: 0, max: 20_000, whole: true });

/** Numbers as base64 of their bytes, float32, little-endian. */
export const pointsFile: KindFile<ShownPoints> = {
  id: 'points',
  svg(samples, { preview, look, side }) {
    if (!preview || samples.count === 0) return '';
    return samples.dim === 1 ? bars(samples, preview, look, side) : cloud(samples, preview, look, side);
  },
  encode: ({ kind, count, dim, values, components }) => ({
    kind,
    count,
    dim,
    values: toBase64(bytesOf(values)),
    components: toBase64(bytesOf(components)),
  }),
  decode(raw, place, experiment) {
    const count = countAt(raw.count, `${place}.count`);
    const dim = planeOf(experiment);
    if (raw.dim !== dim) refuse(`${place}.dim`, raw.dim, `${dim}, as the experiment has it`);
    const values = floatsOf(base64At(raw.values, `${place}.values`, FLOAT * count * dim), `${place}.values`);
    const components = floatsOf(componentBytes(raw.components, `${place}.components`), `${place}.components`);
    return { kind: 'points', count, dim, values, components };
  },
  none: (experiment) => ({ kind: 'points', count: 0, dim: planeOf(experiment), values: new Float32Array(0), components: new Float32Array(0) }),
};

const planeOf = ({ dim }: { readonly dim: number }): 1 | 2 => (dim === 1 ? 1 : 2);

const bytesOf = (floats: Float32Array) => new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);

function componentBytes(text: unknown, place: string): Uint8Array {
  const length = typeof text === 'string' ? bytesIn(text) : 0;
  const whole = FLOAT * STRIDE * Math.min(MOST_COMPONENTS, Math.round(length / (FLOAT * STRIDE)));
  return base64At(text, place, whole);
}

/** What lies beyond the range of float32 was written as infinite: it becomes the farthest that there is. */
function floatsOf(bytes: Uint8Array, place: string): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / FLOAT }, (_, i) => {
    const value = view.getFloat32(FLOAT * i, true);
    if (Number.isNaN(value)) throw new Refusal(`${place}[${i}] is not a number`);
    return Math.min(LARGEST_FLOAT, Math.max(-LARGEST_FLOAT, value));
  });
}

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
