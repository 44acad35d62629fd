import { INK } from '../palette';
import { type Images, pixelsOf } from './generations';

/** Canvas pixels of a frame and between two, whatever the image's side (14 or 28). */
const FRAME = 56;
const GAP = 4;
const PITCH = FRAME + GAP;

/** A difference of half the ink has the full colour: those of one generation to the next are faint. */
const AMPLIFIED = 2;
/** Lines of a pixel of a difference: less ink fills the first alone. */
const LINES = 2;

/** More ink than in generation 1, less ink: apart for every kind of colour vision, and less ink is also striped. */
export const DIFFERENCE = {
  light: { more: '#6A3FA0', less: '#9A6200' },
  dark: { more: '#B89AF0', less: '#E0AE3C' },
} as const;

type Rgb = readonly number[];

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Opacity of a difference at a line of its pixel. */
export function differenceAlpha(now: number, original: number, line: number): number {
  return now < original && line % LINES === 1 ? 0 : Math.min(255, AMPLIFIED * Math.abs(now - original));
}

/** A canvas at one canvas pixel for each of `width` x `height`. */
function small(width: number, height: number, fill: (data: Uint8ClampedArray) => void): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const image = new ImageData(width, height);
  fill(image.data);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

function put(data: Uint8ClampedArray, pixel: number, [red, green, blue]: Rgb, alpha: number): void {
  data[4 * pixel] = red;
  data[4 * pixel + 1] = green;
  data[4 * pixel + 2] = blue;
  data[4 * pixel + 3] = alpha;
}

const inkOf = (pixels: Uint8Array, side: number, ink: Rgb) =>
  small(side, side, (data) => {
    for (let i = 0; i < pixels.length; i++) put(data, i, ink, pixels[i]);
  });

function differenceOf(pixels: Uint8Array, original: Uint8Array, side: number, more: Rgb, less: Rgb): HTMLCanvasElement {
  return small(side, LINES * side, (data) => {
    for (let line = 0; line < LINES * side; line++) {
      for (let x = 0; x < side; x++) {
        const i = Math.floor(line / LINES) * side + x;
        put(data, line * side + x, pixels[i] > original[i] ? more : less, differenceAlpha(pixels[i], original[i], line));
      }
    }
  });
}

function open(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingEnabled = false;
  return context;
}

/** One image in ink, for the digits that stand alone. */
export function drawDigit(canvas: HTMLCanvasElement, pixels: Uint8Array, dark: boolean): void {
  const ink = inkOf(pixels, Math.round(Math.sqrt(pixels.length)), rgb(dark ? INK.dark : INK.light));
  open(canvas, FRAME, FRAME)?.drawImage(ink, 0, 0, FRAME, FRAME);
}

/** A sample through generations, and below each frame how it differs from generation 1. A generation without images stays blank. */
export function drawFilm(canvas: HTMLCanvasElement, first: Images, frames: readonly (Images | null)[], sample: number, dark: boolean): void {
  const context = open(canvas, Math.max(1, frames.length * PITCH - GAP), PITCH + FRAME);
  if (!context) return;
  const ink = rgb(dark ? INK.dark : INK.light);
  const [more, less] = Object.values(DIFFERENCE[dark ? 'dark' : 'light']).map(rgb);
  const original = pixelsOf(first, sample);
  for (const [at, frame] of frames.entries()) {
    if (!frame) continue;
    const pixels = pixelsOf(frame, sample);
    context.drawImage(inkOf(pixels, frame.side, ink), at * PITCH, 0, FRAME, FRAME);
    context.drawImage(differenceOf(pixels, original, frame.side, more, less), at * PITCH, PITCH, FRAME, FRAME);
  }
}
