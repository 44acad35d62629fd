import { type RefObject, useEffect, useState } from 'react';

/** How high a picture is, and how wide its box. */
interface Box {
  readonly side: number;
  readonly width: number;
}

/** A pane as its picture is drawn, which begins and ends on whole pixels of the screen; 0 until it is known. */
export function useBox(ref: RefObject<Element | null>): Box {
  const [box, setBox] = useState<Box>({ side: 0, width: 0 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver((entries) => {
      const { width = 0, height = 0 } = entries.at(-1)?.contentRect ?? {};
      const ratio = Math.min(3, devicePixelRatio || 1);
      setBox({ side: Math.floor(Math.min(width, height) * ratio) / ratio, width });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return box;
}
