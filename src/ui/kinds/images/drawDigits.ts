import type { ShownImages } from '../../../engine/kinds/images';
import { INK } from '../../palette';
import type { Brush } from '../../samples/brush';

const COLUMNS = 8;
const ROWS = 8;
/** gap between digits, in pixels of the digits */
const GAP = 1;

/** The wall at one canvas pixel a pixel: ink with the image as its opacity. */
function wall({ count, side, values }: ShownImages, ink: string): HTMLCanvasElement {
  const pitch = side + GAP;
  const canvas = document.createElement('canvas');
  canvas.width = COLUMNS * pitch - GAP;
  canvas.height = ROWS * pitch - GAP;
  const image = new ImageData(canvas.width, canvas.height);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16));
  for (let i = 0; i < Math.min(count, COLUMNS * ROWS); i++) {
    const left = (i % COLUMNS) * pitch;
    const top = Math.floor(i / COLUMNS) * pitch;
    for (let y = 0; y < side; y++) {
      let at = ((top + y) * canvas.width + left) * 4;
      for (let x = 0; x < side; x++) {
        image.data[at++] = red;
        image.data[at++] = green;
        image.data[at++] = blue;
        image.data[at++] = values[(i * side + y) * side + x];
      }
    }
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

/** 64 digits in 8 rows: dark ink on the light ground, light ink on the dark one. */
export function drawDigits(context: CanvasRenderingContext2D, samples: ShownImages, { dark }: Brush): void {
  const side = context.canvas.width;
  context.imageSmoothingEnabled = false;
  context.drawImage(wall(samples, dark ? INK.dark : INK.light), 0, 0, side, side);
}
