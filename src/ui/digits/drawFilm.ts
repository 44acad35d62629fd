import { INK } from '../palette';
import { type Images, pixelsOf } from './generations';

/** Canvas pixels of a frame and between two, whatever the image's side (14 or 28). */
const FRAME = 56;
const GAP = 4;
const PITCH = FRAME + GAP;
/** in the same measure: heights of a film's canvas */
const FILM_HEIGHT = FRAME + GAP + FRAME;

/** More ink than in generation 1, less ink: apart for every kind of colour vision, and less ink is also striped. */
export const DIFFERENCE = {
  light: { more: '#6A3FA0', less: '#9A6200' },
  dark: { more: '#B89AF0', less: '#E0AE3C' },
} as const;

type Rgb = readonly [red: number, green: number, blue: number];

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

/** Paints an image into `into` with its corner at (left, top): `colourAt` and `alphaAt` of each of its pixels, enlarged. */
function enlarge(
  into: ImageData,
  left: number,
  top: number,
  side: number,
  colourAt: (i: number) => Rgb,
  alphaAt: (i: number, line: number) => number,
): void {
  const scale = FRAME / side;
  for (let y = 0; y < FRAME; y++) {
    const row = Math.floor(y / scale) * side;
    for (let x = 0; x < FRAME; x++) {
      const i = row + Math.floor(x / scale);
      const alpha = alphaAt(i, y);
      if (alpha > 0) into.data.set([...colourAt(i), alpha], ((top + y) * into.width + left + x) * 4);
    }
  }
}

/** A difference of half the ink has the full colour: those of one generation to the next are faint. */
const AMPLIFIED = 2;

/** Opacity of a difference at a line of the canvas; less ink is drawn on every other line. */
export function differenceAlpha(now: number, original: number, line: number): number {
  return now < original && line % 2 === 1 ? 0 : Math.min(255, AMPLIFIED * Math.abs(now - original));
}

/** One image in ink, for the digits that stand alone. */
export function drawDigit(canvas: HTMLCanvasElement, pixels: Uint8Array, dark: boolean): void {
  canvas.width = FRAME;
  canvas.height = FRAME;
  const image = new ImageData(FRAME, FRAME);
  const ink = rgb(dark ? INK.dark : INK.light);
  enlarge(
    image,
    0,
    0,
    Math.round(Math.sqrt(pixels.length)),
    () => ink,
    (i) => pixels[i],
  );
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}

/** A sample through generations, and below each frame how it differs from generation 1. A generation without images stays blank. */
export function drawFilm(canvas: HTMLCanvasElement, first: Images, frames: readonly (Images | null)[], sample: number, dark: boolean): void {
  canvas.width = Math.max(1, frames.length * PITCH - GAP);
  canvas.height = FILM_HEIGHT;
  const image = new ImageData(canvas.width, canvas.height);
  const ink = rgb(dark ? INK.dark : INK.light);
  const { more, less } = DIFFERENCE[dark ? 'dark' : 'light'];
  const [moreInk, lessInk] = [rgb(more), rgb(less)];
  const original = pixelsOf(first, sample);
  for (const [at, frame] of frames.entries()) {
    if (!frame) continue;
    const pixels = pixelsOf(frame, sample);
    enlarge(
      image,
      at * PITCH,
      0,
      frame.side,
      () => ink,
      (i) => pixels[i],
    );
    enlarge(
      image,
      at * PITCH,
      FRAME + GAP,
      frame.side,
      (i) => (pixels[i] > original[i] ? moreInk : lessInk),
      (i, line) => differenceAlpha(pixels[i], original[i], line),
    );
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}
