import type { ShownImages } from '../../../engine/kinds/images';
import { INK } from '../../palette';
import type { Raster } from '../../plot/primitive';
import type { Brush } from '../../samples/brush';

export const WALL_COLUMNS = 8;
const ROWS = 8;
/** gap between digits, in pixels of the digits */
const GAP = 1;

/** The first digits in rows: each pixel is the opacity of ink. */
export function wallOf({ count, side, values }: ShownImages, columns: number, rows: number): Pick<Raster, 'width' | 'height' | 'opacity'> {
  const pitch = side + GAP;
  const width = columns * pitch - GAP;
  const height = rows * pitch - GAP;
  const opacity = new Uint8Array(width * height);
  for (let i = 0; i < Math.min(count, columns * rows); i++) {
    const [left, top] = [(i % columns) * pitch, Math.floor(i / columns) * pitch];
    for (let y = 0; y < side; y++) opacity.set(values.subarray((i * side + y) * side, (i * side + y + 1) * side), (top + y) * width + left);
  }
  return { width, height, opacity };
}

/** 64 digits in 8 rows: dark ink on the light ground, light ink on the dark one. */
export function wallPicture(samples: ShownImages, { dark, side }: Brush): Raster[] {
  if (samples.count === 0) return [];
  const colour = dark ? INK.dark : INK.light;
  const shown = Math.min(WALL_COLUMNS * ROWS, samples.count);
  return [{ kind: 'raster', ...wallOf(samples, WALL_COLUMNS, ROWS), colour, side, isPixelated: true, data: ['samples', shown] }];
}
