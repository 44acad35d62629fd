import { onArrival } from '../../store/arrival';
import { labStore } from '../../store/labStore';
import type { View } from './view';

/**
 * Starts the run where the link asks for that: at once, or as soon as any of the page is in sight. A click is the reader's business.
 * @param pressed the reader did so before the page could hear it
 */
export function startRun({ run }: View, pressed = false): void {
  const start = () => onArrival(labStore.getState().start);
  if (run === 'auto' || pressed) return start();
  if (run !== 'visible') return;
  const sight = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    sight.disconnect();
    start();
  });
  sight.observe(document.documentElement);
}
