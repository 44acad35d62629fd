import { COLOURS } from '../figures/figurePage';
import { paintPrimitives } from '../plot/canvas';
import type { Film } from './film';
import type { Part } from './filmPart';

function paintPart(context: CanvasRenderingContext2D, { x, y, box, shapes }: Part, scale: number): void {
  context.setTransform(scale, 0, 0, scale, scale * x, scale * y);
  if (box) {
    context.save();
    context.beginPath();
    context.rect(0, 0, box.width, box.height);
    context.clip();
  }
  paintPrimitives(context, shapes);
  if (box) context.restore();
}

/** Paints a film’s pictures on a canvas of its own, which no screen decides: not its size, its pixels or its theme. */
export function createPainter(film: Film, scale = 1) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: film.width * scale, height: film.height * scale });
  // drawn by the processor, the same every time
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  return {
    canvas,
    /** A picture, in pieces of work: a part of it at a time. */
    *paint(at: number): Generator<undefined, void> {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = COLOURS.ground;
      context.fillRect(0, 0, canvas.width, canvas.height);
      for (const part of [...film.still, ...film.partsOf(at)]) {
        paintPart(context, part, scale);
        // whoever reads has it drawn: browsers put that off, and would then draw all of it at once
        context.getImageData(0, 0, 1, 1);
        yield;
      }
    },
    pixels: (): Uint32Array => new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer),
  };
}

/** So far, of 255, a channel may be from what was drawn: some browsers change single bits, which nobody sees. */
const UNSEEN = 4;

/** Whether the browser gives back what was drawn: some give white or noise for all of it, so that no page can tell readers apart by it. */
export function readsTrue(): boolean {
  const canvas = document.createElement('canvas');
  const colours = Array.from({ length: 64 }, (_, i) => [4 * i, 255 - 3 * i, (37 * i) % 256]);
  Object.assign(canvas, { width: colours.length, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  for (const [i, [red, green, blue]] of colours.entries()) {
    context.fillStyle = `rgb(${red}, ${green}, ${blue})`;
    context.fillRect(i, 0, 1, 1);
  }
  const { data } = context.getImageData(0, 0, colours.length, 1);
  return colours.every((colour, i) => colour.every((value, channel) => Math.abs(data[4 * i + channel] - value) <= UNSEEN));
}
