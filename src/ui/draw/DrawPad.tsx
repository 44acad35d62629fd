import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { themeStore } from '../theme';
import { useWidth } from '../useSize';
import styles from './Draw.module.css';
import { paintSketch } from './paintSketch';
import { BRUSHES, ERASER_RADIUS } from './sketch';
import { say, useSketch } from './sketchStore';
import { sayCount, stampAt, type Tool, usePen } from './usePen';

/** Half sides of what may be shown: steps, so that no stroke moves the ground that it is drawn on. */
const EXTENTS = [3, 4, 6, 8] as const;
const STEP = 0.1;
const LONG_STEP = 0.5;

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function extentOf(points: readonly number[]): number {
  let farthest = 0;
  for (const value of points) farthest = Math.max(farthest, Math.abs(value));
  return EXTENTS.find((extent) => farthest <= extent) ?? EXTENTS[3];
}

const spoken = (value: number) => value.toFixed(1).replace('-', 'minus ');

/** The square to draw on: mouse, pen, finger, or arrow keys and stamps. */
export function DrawPad({ tool, keysId }: { tool: Tool; keysId: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(canvas);
  const points = useSketch(({ sketch }) => sketch.points);
  const dark = useStore(themeStore, (theme) => theme.dark);
  const place = useRef({ x: 0, y: 0 });
  const [cross, setCross] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const extent = extentOf(points);
  const pen = usePen(tool, extent);
  const radius = tool === 'eraser' ? ERASER_RADIUS : BRUSHES[tool].radius;

  useEffect(() => {
    const element = canvas.current;
    if (!element || width === 0) return;
    const request = requestAnimationFrame(() => {
      const ratio = Math.min(3, devicePixelRatio || 1);
      const side = Math.round(width * ratio);
      if (element.width !== side) {
        element.width = side;
        element.height = side;
      }
      paintSketch(element, { points, extent, dark, cross: cross && { ...cross, radius } }, ratio);
    });
    return () => cancelAnimationFrame(request);
  }, [points, extent, cross, radius, width, dark]);

  const press = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (move) {
      const step = event.shiftKey ? LONG_STEP : STEP;
      const held = (value: number, by: number) => Math.min(extent, Math.max(-extent, Math.round((value + by * step) * 10) / 10));
      place.current = { x: held(place.current.x, move[0]), y: held(place.current.y, move[1]) };
      say(`x ${spoken(place.current.x)}, y ${spoken(place.current.y)}`);
    } else if (event.key === ' ' || event.key === 'Enter') {
      stampAt(place.current, tool, extent);
      sayCount();
    } else return;
    event.preventDefault();
    setCross(place.current);
  };

  return (
    // a drawing area is none of the roles that HTML has an element for
    <div
      className={styles.pad}
      role="application"
      aria-label="Drawing area"
      aria-describedby={keysId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys draw here
      tabIndex={0}
      onKeyDown={press}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && setCross(place.current)}
      onBlur={() => setCross(null)}
      {...pen}
    >
      <canvas ref={canvas} />
    </div>
  );
}
