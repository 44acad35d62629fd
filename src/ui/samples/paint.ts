import { kindViews } from '../kinds';
import type { Brush } from './brush';
import type { Scene } from './scene';

/** Draws a scene into a square canvas, whose size in pixels is already set. */
export function paint(canvas: HTMLCanvasElement, scene: Scene, brush: Brush): void {
  const { preview, shown } = scene;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  const samples = shown ?? preview?.real;
  if (!samples || !preview) return;
  kindViews.find(({ id }) => id === samples.kind)?.paint(context, samples, { ...scene, preview }, brush);
}
