import { type PointerEvent, useRef } from 'react';

/** Pixels to the side after which a finger means the slider: by then the browser has taken it for a scroll, if it ever does. */
const SURE_PX = 16;

interface Gesture {
  readonly before: number;
  sure: boolean;
  waiting: number | null;
}

/**
 * Values of a slider from the press of a pointer to its release. A finger that lands on a slider may be about to scroll, and the browser moves
 * the thumb at once: its values wait until it has gone to the side or is lifted, and are dropped when it scrolls.
 * @param push hands a value on
 */
export function useTouchGuard(value: number, push: (value: number) => void) {
  const gesture = useRef<Gesture | null>(null);

  /** @param settle the gesture is over, wherever the pointer was released */
  function begin({ pointerType, clientX: startX }: PointerEvent, settle?: () => void): void {
    const now: Gesture = { before: value, sure: pointerType !== 'touch', waiting: null };
    gesture.current = now;
    const ended = new AbortController();
    const end = (last: number | null) => {
      ended.abort();
      if (gesture.current === now) gesture.current = null;
      if (last !== null) push(last);
      settle?.();
    };
    const onMove = ({ clientX }: globalThis.PointerEvent) => {
      if (now.sure || Math.abs(clientX - startX) < SURE_PX) return;
      now.sure = true;
      if (now.waiting !== null) push(now.waiting);
    };
    const { signal } = ended;
    addEventListener('pointermove', onMove, { signal });
    addEventListener('pointerup', () => end(now.sure ? null : now.waiting), { signal });
    addEventListener('pointercancel', () => end(now.sure ? now.before : null), { signal });
  }

  return {
    begin,
    push(next: number): void {
      if (!gesture.current || gesture.current.sure) push(next);
      else gesture.current.waiting = next;
    },
  };
}
