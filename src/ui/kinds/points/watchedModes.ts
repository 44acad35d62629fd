import type { Preview } from '../../../protocol/messages';
import { INK } from '../../palette';
import type { Ellipse, Primitive, Words } from '../../plot/primitive';
import type { Brush } from '../../samples/brush';
import { squareOf } from './square';

/** A ring round a small mode must still be seen. */
const LEAST_RADIUS = 6;
/** Below this side a number would cover what it names. */
const LEAST_SIDE_FOR_NUMBERS = 150;

/** Rings round the modes that the reader follows, at the reach within which samples keep a mode alive, each with its number. */
export function watchedModes({ modes, reach, extent }: Preview, watched: readonly number[], { side, dark, surface }: Brush): Primitive[] {
  const { scale, toX, toY } = squareOf(extent, side);
  const isBold = surface === 'projector';
  const radius = Math.max(LEAST_RADIUS, reach * scale);
  const ink = dark ? INK.dark : INK.light;
  const ground = dark ? INK.light : '#ffffff';
  return watched.flatMap((index): Primitive[] => {
    if (2 * index + 1 >= modes.length) return [];
    const [modeX, modeY] = [modes[2 * index], modes[2 * index + 1]];
    const [x, y] = [toX(modeX), toY(modeY)];
    const ring = (stroke: string, strokeWidth: number): Ellipse => {
      return { kind: 'ellipse', x, y, rx: radius, ry: radius, turn: 0, fill: 'none', stroke, strokeWidth };
    };
    // the number stands towards the middle, where there is room for it
    const away = radius + (isBold ? 11 : 9);
    const length = Math.hypot(modeX, modeY);
    const [left, top] = length > 0 ? [x - (modeX / length) * away, y + (modeY / length) * away] : [x, y - away];
    const number: Words = {
      kind: 'words',
      x: left,
      y: top,
      textAnchor: 'middle',
      dominantBaseline: 'central',
      fontSize: isBold ? 15 : 12,
      fontWeight: 600,
      parts: [{ text: String(index + 1) }],
      fill: ink,
      stroke: ground,
      paintOrder: 'stroke',
      strokeWidth: 3,
      strokeLinejoin: 'round',
    };
    // a halo of the ground parts the ring from the cloud
    return [ring(ground, isBold ? 6 : 4.5), ring(ink, isBold ? 2.5 : 1.75), ...(side >= LEAST_SIDE_FOR_NUMBERS ? [number] : [])];
  });
}
