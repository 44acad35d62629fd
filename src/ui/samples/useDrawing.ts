import { type RefObject, useEffect } from 'react';
import { labStore } from '../../store/labStore';
import { watchStore } from '../../store/watch';
import { kindViews } from '../kinds';
import { lookOf } from '../palette';
import { themeStore } from '../theme';
import type { Brush } from './brush';
import { type Scene, type Source, sceneOf } from './scene';

/** Draws a scene into a square canvas, whose size in pixels is already set. */
function paint(canvas: HTMLCanvasElement, scene: Scene, brush: Brush): void {
  const { preview, shown } = scene;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  const samples = shown ?? preview?.real;
  if (!samples || !preview) return;
  kindViews.find(({ id }) => id === samples.kind)?.paint(context, samples, { ...scene, preview }, brush);
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
      paint(canvas, scene, { look: lookOf(loop), dark: theme.dark, ratio, bold: theme.theme === 'projector' });
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
