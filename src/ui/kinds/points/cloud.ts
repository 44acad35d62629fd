import type { ShownPoints } from '../../../engine/kinds/points';
import type { Preview } from '../../../protocol/messages';
import { REAL } from '../../palette';
import { dotOutline } from '../../plot/marker';
import type { Ellipse, Marks, Primitive, Raster } from '../../plot/primitive';
import type { Brush, Surface } from '../../samples/brush';
import { squareOf } from './square';

type Ghost = NonNullable<Preview['ghost']>;

const GHOST_OPACITY = { light: 0.5, dark: 0.6 } as const;
/** numbers of a component */
const STRIDE = 6;
const SIGMAS = 2;
/** px; a renderer takes no sizes beyond float32, and an outline that far away is none */
const FARTHEST = 1e6;
const RADIUS: Record<Surface, number> = { page: 2, projector: 2.8, figure: 1.6, thumbnail: 1.6 };
const OUTLINE: Record<Surface, number> = { page: 1.25, projector: 2, figure: 1.25, thumbnail: 1.25 };
/** On a dark ground over the blue of the real data. */
const WIDER = 1.3;

/** Of samples and outlines: on a dark ground as light as words. */
const colourOf = ({ look, dark }: Brush): string => (look ? (dark ? look.inkOnDark : look.colour) : REAL.colour);

const ghosts = { light: new WeakMap<Ghost, Uint8Array>(), dark: new WeakMap<Ghost, Uint8Array>() };

/** The true density, made once, the upper row first. */
function opacityOf(ghost: Ghost, theme: 'light' | 'dark'): Uint8Array {
  const { width, height, density } = ghost;
  const opacity = ghosts[theme].get(ghost) ?? new Uint8Array(width * height);
  if (ghosts[theme].has(ghost)) return opacity;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      opacity[(height - 1 - y) * width + x] = Math.round(255 * GHOST_OPACITY[theme] * Math.sqrt(density[y * width + x]));
  }
  ghosts[theme].set(ghost, opacity);
  return opacity;
}

/** The true density in the colour of real data. */
function ghostRaster(ghost: Preview['ghost'], { side, dark }: Brush): Raster[] {
  if (!ghost || ghost.height < 2) return [];
  const { width, height } = ghost;
  return [{ kind: 'raster', width, height, opacity: opacityOf(ghost, dark ? 'dark' : 'light'), colour: REAL.colour, side, isPixelated: false }];
}

/** One mark for each sample in sight. */
export function dots({ count, values }: ShownPoints, extent: number, brush: Brush): Marks {
  const { look, side, surface } = brush;
  const { toX, toY } = squareOf(extent, side);
  const radius = RADIUS[surface];
  const isNear = (place: number) => place > -2 * radius && place < side + 2 * radius;
  const places: number[] = [];
  for (let i = 0; i < count; i++) {
    const [x, y] = [toX(values[2 * i]), toY(values[2 * i + 1])];
    if (isNear(x) && isNear(y)) places.push(x, y);
  }
  return {
    kind: 'marks',
    outline: dotOutline(look?.marker ?? 'circle', radius),
    places,
    fill: colourOf(brush),
    fillOpacity: brush.dark ? 0.9 : 0.75,
    data: ['samples', count],
  };
}

/** Half axes and angle of the ellipse at `sigmas` standard deviations of a covariance. */
function ellipseOf(varX: number, covXY: number, varY: number, sigmas: number): { major: number; minor: number; angle: number } {
  const middle = (varX + varY) / 2;
  const half = Math.hypot((varX - varY) / 2, covXY);
  return {
    major: sigmas * Math.sqrt(Math.max(0, middle + half)),
    minor: sigmas * Math.sqrt(Math.max(0, middle - half)),
    angle: Math.atan2(2 * covXY, varX - varY) / 2,
  };
}

/** The fitted components of the model that made the samples. */
function ellipses({ components }: ShownPoints, extent: number, brush: Brush): Ellipse[] {
  const { look, side, surface, dark } = brush;
  const { scale, toX, toY } = squareOf(extent, side);
  const found: Ellipse[] = [];
  for (let at = 0; look && at + STRIDE <= components.length; at += STRIDE) {
    const [, meanX, meanY, varX, covXY, varY] = components.subarray(at, at + STRIDE);
    const { major, minor, angle } = ellipseOf(varX, covXY, varY, SIGMAS);
    const [x, y] = [toX(meanX), toY(meanY)];
    if (!(Math.max(major * scale, Math.abs(x), Math.abs(y)) <= FARTHEST)) continue;
    const [rx, ry] = [Math.max(1, major * scale), Math.max(1, minor * scale)];
    found.push({
      kind: 'ellipse',
      x,
      y,
      rx,
      ry,
      turn: (-angle * 180) / Math.PI,
      fill: 'none',
      stroke: colourOf(brush),
      strokeWidth: OUTLINE[surface] * (dark ? WIDER : 1),
    });
  }
  return found;
}

/** The cloud over the ghost of the true density, with the 2-sigma ellipses of the fitted components. */
export const cloud = (samples: ShownPoints, { ghost, extent }: Preview, brush: Brush): Primitive[] => [
  ...ghostRaster(ghost, brush),
  dots(samples, extent, brush),
  ...ellipses(samples, extent, brush),
];
