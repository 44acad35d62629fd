import { type RefObject, useEffect } from 'react';
import { labStore } from '../../store/labStore';
import { watchStore } from '../../store/watch';
import { kindViews } from '../kinds';
import { lookOf } from '../palette';
import { paintPrimitives } from '../plot/canvas';
import { themeStore } from '../theme';
import type { Brush } from './brush';
import { type Scene, type Source, sceneOf } from './scene';

/** Draws a scene into a square canvas, whose size is already set. `ratio`: CSS pixels to its pixels. */
function paint(canvas: HTMLCanvasElement, { preview, shown, watched }: Scene, brush: Brush, ratio: number): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const samples = shown ?? preview?.real;
  const view = kindViews.find(({ id }) => id === samples?.kind);
  if (!samples || !preview || !view) return;
  context.scale(ratio, ratio);
  paintPrimitives(context, view.picture(samples, { preview, watched }, brush));
}

/** Keeps a pane's canvas up to date without React: drawn in an animation frame, only when its scene changed and only while in sight. */
export function useDrawing(ref: RefObject<HTMLCanvasElement | null>, loop: string, source: Source = 'run'): void {
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    let inSight = false;
    let request = 0;
    let width = 0;
    let drawn: { scene: Scene; pixels: number; theme: unknown } | null = null;
    let drawings = 0;

    const draw = () => {
      request = 0;
      const ratio = Math.min(3, devicePixelRatio || 1);
      const pixels = Math.round(width * ratio);
      const scene = sceneOf(labStore.getState(), loop, source, watchStore.getState().watched);
      const theme = themeStore.getState();
      const same =
        drawn?.pixels === pixels &&
        drawn.theme === theme &&
        drawn.scene.preview === scene.preview &&
        drawn.scene.shown === scene.shown &&
        drawn.scene.watched === scene.watched;
      if (!inSight || pixels === 0 || same) return;
      if (canvas.width !== pixels) {
        canvas.width = pixels;
        canvas.height = pixels;
      }
      const surface = theme.theme === 'projector' ? 'projector' : 'page';
      paint(canvas, scene, { look: scene.shown && lookOf(loop), dark: theme.dark, surface, side: pixels / ratio }, ratio);
      drawn = { scene, pixels, theme };
      drawings += 1;
      canvas.dataset.drawings = String(drawings);
    };
    const ask = () => {
      if (inSight && request === 0) request = requestAnimationFrame(draw);
    };

    const sight = new IntersectionObserver((entries) => {
      inSight = entries.at(-1)?.isIntersecting ?? false;
      ask();
    });
    const size = new ResizeObserver((entries) => {
      width = entries.at(-1)?.contentRect.width ?? 0;
      ask();
    });
    sight.observe(canvas);
    size.observe(canvas);
    const stops = [labStore.subscribe(ask), themeStore.subscribe(ask), watchStore.subscribe(ask)];
    return () => {
      cancelAnimationFrame(request);
      sight.disconnect();
      size.disconnect();
      for (const stop of stops) stop();
    };
  }, [ref, loop, source]);
}
