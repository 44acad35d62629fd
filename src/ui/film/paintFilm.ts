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

/** Of a ground that is white, and nothing else. */
const WHITE = 0xffffffff;

/** Whether the browser gives back what was drawn: some blur it for all pages, so that none can tell readers apart by it. */
export function readsTrue(): boolean {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 64, height: 64 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  context.fillStyle = COLOURS.ground;
  context.fillRect(0, 0, 64, 64);
  return new Uint32Array(context.getImageData(0, 0, 64, 64).data.buffer).every((pixel) => pixel === WHITE);
}
