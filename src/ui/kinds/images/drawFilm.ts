import type { ShownImages } from '../../../engine/kinds/images';
import type { Followed } from '../../../store/followed';
import { INK } from '../../palette';
import { pixelsOf } from './generations';
import { nearestSample } from './nearestSample';

/** Canvas pixels of a frame and between two, whatever the image's side (14 or 28). */
const FRAME = 56;
const GAP = 4;
const PITCH = FRAME + GAP;

/** Lines of a pixel of a difference: less ink fills the first alone. */
const LINES = 2;
/** A difference below it is no news. */
const FAINT = 24;

/** More ink than the digit chosen, less ink: apart for every kind of colour vision, and less ink is also striped. */
export const DIFFERENCE = {
  light: { more: '#6A3FA0', less: '#9A6200' },
  dark: { more: '#B89AF0', less: '#E0AE3C' },
} as const;

/** Canvas pixels are 32-bit words, blue first on every machine that runs browsers. */
const word = (hex: string): number => Number.parseInt(hex.slice(5, 7) + hex.slice(3, 5) + hex.slice(1, 3), 16);

const withAlpha = (colour: number, alpha: number): number => ((alpha << 24) | colour) >>> 0;

/** Opacity of a difference at a line of its pixel. */
export function differenceAlpha(now: number, original: number, line: number): number {
  const difference = Math.abs(now - original);
  return difference < FAINT || (now < original && line % LINES === 1) ? 0 : difference;
}

/** Fills a frame of an image that is `FRAME` wide, from line `top` on: `wordAt` of each pixel of the digit, enlarged. */
function enlarge(image: ImageData, top: number, side: number, wordAt: (i: number, line: number) => number): void {
  const words = new Uint32Array(image.data.buffer);
  const scale = FRAME / side;
  const lineHeight = scale / LINES;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      for (let line = 0; line < LINES; line++) {
        const value = wordAt(row * side + column, line);
        const from = (top + row * scale + line * lineHeight) * FRAME + column * scale;
        for (let y = 0; y < lineHeight; y++) words.fill(value, from + y * FRAME, from + y * FRAME + scale);
      }
    }
  }
}

/** One image in ink, for the digits that stand alone. */
export function drawDigit(canvas: HTMLCanvasElement, pixels: Uint8Array, dark: boolean): void {
  canvas.width = FRAME;
  canvas.height = FRAME;
  const ink = word(dark ? INK.dark : INK.light);
  const image = new ImageData(FRAME, FRAME);
  enlarge(image, 0, Math.round(Math.sqrt(pixels.length)), (i) => withAlpha(ink, pixels[i]));
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}

/** What a film's canvas shows. */
export interface FilmDrawn {
  readonly images: readonly (ShownImages | null)[];
  readonly followed: Followed;
  readonly dark: boolean;
  /** below each frame how it differs from the one chosen */
  readonly differs: boolean;
}

/**
 * The digit followed through generations. A generation without such a digit stays blank. Frames that the canvas has `before` are left as they are.
 */
export function drawFilm(canvas: HTMLCanvasElement, film: FilmDrawn, before: FilmDrawn | null): void {
  const { images, followed, dark, differs } = film;
  const height = differs ? PITCH + FRAME : FRAME;
  const same = before?.followed === followed && before.dark === dark && before.images.length === images.length;
  if (!same) {
    canvas.width = images.length * PITCH - GAP;
    canvas.height = height;
  }
  const context = canvas.getContext('2d');
  if (!context) return;
  const ink = word(dark ? INK.dark : INK.light);
  const { more, less } = DIFFERENCE[dark ? 'dark' : 'light'];
  const [moreInk, lessInk] = [word(more), word(less)];
  const original = followed.pixels;
  for (const [at, frame] of images.entries()) {
    if (same && before?.images[at] === frame) continue;
    const column = new ImageData(FRAME, height);
    const place = frame && nearestSample(frame, followed);
    if (frame && place !== null) {
      const pixels = pixelsOf(frame, place);
      enlarge(column, 0, frame.side, (i) => withAlpha(ink, pixels[i]));
      if (differs)
        enlarge(column, PITCH, frame.side, (i, line) =>
          withAlpha(pixels[i] > original[i] ? moreInk : lessInk, differenceAlpha(pixels[i], original[i], line)),
        );
    }
    context.putImageData(column, at * PITCH, 0);
  }
}
