import type { Brush } from './brush';
import { drawDigits } from './drawDigits';
import { drawHistogram } from './drawHistogram';
import { drawPoints } from './drawPoints';
import { drawWatched } from './drawWatched';
import type { Scene } from './scene';

/** Draws a scene into a square canvas, whose size in pixels is already set. */
export function paint(canvas: HTMLCanvasElement, { preview, shown, watched }: Scene, brush: Brush): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  const samples = shown ?? preview?.real;
  if (!samples || !preview) return;
  if (samples.kind === 'images') drawDigits(context, samples, brush);
  else if (samples.dim === 1) drawHistogram(context, samples, preview, shown !== null, brush);
  else {
    drawPoints(context, samples, preview, shown !== null, brush);
    drawWatched(context, preview, watched, brush);
  }
}
