import { type RefObject, useEffect } from 'react';
import { followedStore } from '../../store/followed';
import { labStore } from '../../store/labStore';
import { trainingShown } from '../../store/training';
import { watchStore } from '../../store/watch';
import { kindViews } from '../kinds';
import { lookOf } from '../palette';
import { paintPrimitives } from '../plot/canvas';
import { themeStore } from '../theme';
import { watchSight } from '../useInSight';
import type { Brush } from './brush';
import { type Scene, type Source, sceneOf } from './scene';

/** Draws a scene into the middle of a canvas, or all over it, whose size is already set. `ratio`: CSS pixels to its pixels. */
function paint(canvas: HTMLCanvasElement, { preview, shown, watched }: Scene, brush: Brush, ratio: number): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  const samples = shown ?? preview?.real;
  const view = kindViews.find(({ id }) => id === samples?.kind);
  if (!samples || !preview || !view) return;
  const { width = brush.side } = brush;
  // on whole pixels: what has its size on the screen is copied, not scaled
  const [left, top] = [canvas.width - (view.fillsPane ? width : brush.side) * ratio, canvas.height - brush.side * ratio].map((free) =>
    Math.round(free / 2),
  );
  context.setTransform(ratio, 0, 0, ratio, left, top);
  paintPrimitives(context, view.picture(samples, { preview, watched }, brush));
}

/** With what the network draws that is being trained for the next generation, but not where the reader wants no motion. */
function withTraining(scene: Scene, loop: string): Scene {
  const training = trainingShown(labStore.getState(), loop);
  return training && !matchMedia('(prefers-reduced-motion: reduce)').matches ? { ...scene, shown: training.shown } : scene;
}

/** Keeps a pane's canvas up to date without React: drawn in an animation frame, only when its scene changed and only while in sight. */
export function useDrawing(ref: RefObject<HTMLCanvasElement | null>, loop: string, source: Source = 'run'): void {
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    let inSight = false;
    let request = 0;
    let size = { width: 0, height: 0 };
    let drawn: { scene: Scene; size: typeof size; theme: unknown } | null = null;
    let drawings = 0;

    const sceneAt = () => sceneOf(labStore.getState(), loop, source, watchStore.getState().watched);
    const draw = () => {
      request = 0;
      const ratio = Math.min(3, devicePixelRatio || 1);
      const { width, height } = size;
      const side = Math.floor(Math.min(width, height) * ratio) / ratio;
      const scene = source === 'run' ? withTraining(sceneAt(), loop) : sceneAt();
      const theme = themeStore.getState();
      const same =
        drawn?.size === size &&
        drawn.theme === theme &&
        drawn.scene.preview === scene.preview &&
        drawn.scene.shown === scene.shown &&
        drawn.scene.watched === scene.watched;
      if (!inSight || side === 0 || same) return;
      const pixels = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
      if (canvas.width !== pixels.width || canvas.height !== pixels.height) Object.assign(canvas, pixels);
      const surface = theme.theme === 'projector' ? 'projector' : 'page';
      paint(canvas, scene, { look: scene.shown && lookOf(loop), dark: theme.dark, surface, side, width }, ratio);
      drawn = { scene, size, theme };
      drawings += 1;
      canvas.dataset.drawings = String(drawings);
    };
    const ask = () => {
      if (inSight && request === 0) request = requestAnimationFrame(draw);
    };

    const unwatch = watchSight(canvas, (seen) => {
      inSight = seen;
      ask();
    });
    const observer = new ResizeObserver((entries) => {
      const { width = 0, height = 0 } = entries.at(-1)?.contentRect ?? {};
      size = { width, height };
      ask();
    });
    observer.observe(canvas);
    // paper waits for no frame
    addEventListener('beforeprint', draw);
    const stops = [labStore.subscribe(ask), themeStore.subscribe(ask), watchStore.subscribe(ask), followedStore.subscribe(ask)];
    return () => {
      cancelAnimationFrame(request);
      removeEventListener('beforeprint', draw);
      unwatch();
      observer.disconnect();
      for (const stop of stops) stop();
    };
  }, [ref, loop, source]);
}
