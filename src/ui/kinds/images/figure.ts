import type { ShownImages } from '../../../engine/kinds/images';
import { imageSvg } from '../../figures/imageSvg';
import { INK } from '../../palette';
import type { KindFigure } from '../kindView';

/** The page's wall of digits. */
const COLUMNS = 8;
const ROWS = 8;
const GAP = 1;

export const imagesFigure: KindFigure<ShownImages> = {
  id: 'images',
  svg: (samples, { side }) => wall(samples, side),
};

function wall({ count, side, values }: ShownImages, size: number): string {
  const pitch = side + GAP;
  const width = COLUMNS * pitch - GAP;
  const height = ROWS * pitch - GAP;
  const shown = Math.min(count, COLUMNS * ROWS);
  const opacity = new Uint8Array(width * height);
  for (let i = 0; i < shown; i++) {
    const [left, top] = [(i % COLUMNS) * pitch, Math.floor(i / COLUMNS) * pitch];
    for (let y = 0; y < side; y++) opacity.set(values.subarray((i * side + y) * side, (i * side + y + 1) * side), (top + y) * width + left);
  }
  if (shown === 0) return '';
  return imageSvg(width, height, opacity, INK.light, size, `data-samples="${shown}" style="image-rendering:pixelated"`);
}
