import { type RefObject, useEffect, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const UNKNOWN: Size = { width: 0, height: 0 };

/** The size of an element in whole CSS pixels, 0 until it is known. */
export function useSize(ref: RefObject<Element | null>): Size {
  const [size, setSize] = useState(UNKNOWN);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver((entries) => {
      const { width = 0, height = 0 } = entries.at(-1)?.contentRect ?? {};
      const next = { width: Math.round(width), height: Math.round(height) };
      setSize((last) => (last.width === next.width && last.height === next.height ? last : next));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/** The width alone: what stands above a height that changes is not drawn anew. */
export function useWidth(ref: RefObject<Element | null>): number {
  return useSize(ref).width;
}
