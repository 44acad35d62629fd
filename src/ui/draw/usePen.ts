import { type PointerEvent, useRef } from 'react';
import { BRUSHES, begin, erase, type Sketch, spray } from './sketch';
import { countOf, pointsWord, say, setSketch, sketchStore } from './sketchStore';

export type Tool = keyof typeof BRUSHES | 'eraser';

interface Place {
  readonly x: number;
  readonly y: number;
}

const ERASER_SPACING = 0.1;

function touch(sketch: Sketch, { x, y }: Place, tool: Tool, extent: number, isStamp: boolean): Sketch {
  if (tool === 'eraser') return erase(sketch, x, y);
  const brush = BRUSHES[tool];
  return spray(sketch, x, y, brush, isStamp ? brush.stamp : brush.dab, extent);
}

/** One stamp as a stroke of its own: the keyboard's way to draw. */
export function stampAt(place: Place, tool: Tool, extent: number): void {
  const { sketch } = sketchStore.getState();
  setSketch(touch(begin(sketch), place, tool, extent, true));
}

export const sayCount = (): void => say(pointsWord(countOf(sketchStore.getState().sketch)));

/** Strokes of mouse, pen and finger on a square that shows [-extent, extent]. */
export function usePen(tool: Tool, extent: number) {
  const last = useRef<Place | null>(null);

  const placeOf = (event: { clientX: number; clientY: number }, element: Element): Place => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const inside = (part: number) => Math.min(1, Math.max(0, part));
    return {
      x: (2 * inside((event.clientX - left) / width) - 1) * extent,
      y: (1 - 2 * inside((event.clientY - top) / height)) * extent,
    };
  };

  /** Dabs along the way from the last one, evenly, however fast the pointer was. */
  const drag = (sketch: Sketch, to: Place): Sketch => {
    const spacing = tool === 'eraser' ? ERASER_SPACING : BRUSHES[tool].spacing;
    let next = sketch;
    while (last.current) {
      const { x, y } = last.current;
      const away = Math.hypot(to.x - x, to.y - y);
      if (away < spacing) break;
      last.current = { x: x + ((to.x - x) * spacing) / away, y: y + ((to.y - y) * spacing) / away };
      next = touch(next, last.current, tool, extent, false);
    }
    return next;
  };

  const lift = () => {
    if (last.current) sayCount();
    last.current = null;
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = placeOf(event, event.currentTarget);
      stampAt(last.current, tool, extent);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!last.current || !event.isPrimary) return;
      const way = event.nativeEvent.getCoalescedEvents?.() ?? [];
      let { sketch } = sketchStore.getState();
      for (const step of way.length > 0 ? way : [event.nativeEvent]) sketch = drag(sketch, placeOf(step, event.currentTarget));
      setSketch(sketch);
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  };
}
