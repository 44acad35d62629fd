import type { ShownImages } from '../../../engine/kinds/images';
import { INK } from '../../palette';
import type { Raster } from '../../plot/primitive';
import type { Brush } from '../../samples/brush';
import type { About } from '../kindView';
import { WALL_COLUMNS } from './wallPicture';

/** An image has at least so many pixels of the film on a side. */
const LEAST = 28;

/** Rows of images in a square of so many pixels, up to 8 of them, and of how many pixels one of an image is made. */
function gridOf(image: number, side: number): { readonly columns: number; readonly zoom: number } {
  const zoom = Math.max(1, Math.ceil(LEAST / image), Math.floor((side + 1) / (WALL_COLUMNS * (image + 1))));
  return { columns: Math.max(1, Math.min(WALL_COLUMNS, Math.floor((side + zoom) / ((image + 1) * zoom)))), zoom };
}

/** The first images in rows, in the middle of a square: each pixel is made of whole ones, so that none is blurred. */
export function filmWall({ count, side: image, values }: ShownImages, _: About, { side }: Brush): Raster[] {
  const { columns, zoom } = gridOf(image, side);
  const pitch = (image + 1) * zoom;
  const edge = Math.floor((side - columns * pitch + zoom) / 2);
  const opacity = new Uint8Array(side * side);
  for (let i = 0; i < Math.min(count, columns * columns); i++) {
    const corner = (edge + Math.floor(i / columns) * pitch) * side + edge + (i % columns) * pitch;
    for (let y = 0; y < image * zoom; y++) {
      const row = (i * image + Math.floor(y / zoom)) * image;
      for (let x = 0; x < image * zoom; x++) opacity[corner + y * side + x] = values[row + Math.floor(x / zoom)];
    }
  }
  return [{ kind: 'raster', width: side, height: side, opacity, colour: INK.light, side, isPixelated: true }];
}
