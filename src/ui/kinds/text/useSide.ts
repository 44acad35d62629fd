import { type RefObject, useEffect, useState } from 'react';

/** The side of a square as its picture is drawn, which begins and ends on whole pixels of the screen; 0 until it is known. */
export function useSide(ref: RefObject<Element | null>): number {
  const [side, setSide] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver((entries) => {
      const { width = 0, height = 0 } = entries.at(-1)?.contentRect ?? {};
      const ratio = Math.min(3, devicePixelRatio || 1);
      setSide(Math.floor(Math.min(width, height) * ratio) / ratio);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return side;
}
