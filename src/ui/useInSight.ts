import { type RefObject, useEffect, useState } from 'react';

/** Before it is seen what is drawn gets ready. */
const NEAR = '40px';

/** Tells whether an element is in the window, now and whenever that changes; where nobody can say, it is. Returns how to stop. */
export function watchSight(element: Element, tell: (inSight: boolean) => void, rootMargin = '0px'): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    tell(true);
    return () => {};
  }
  const observer = new IntersectionObserver((entries) => tell(entries.at(-1)?.isIntersecting ?? false), { rootMargin });
  observer.observe(element);
  return () => observer.disconnect();
}

/** Whether an element is in sight or close to it; false until that is known. */
export function useInSight(ref: RefObject<Element | null>): boolean {
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    const element = ref.current;
    return element ? watchSight(element, setInSight, NEAR) : undefined;
  }, [ref]);
  return inSight;
}
