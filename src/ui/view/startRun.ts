import { labStore } from '../../store/labStore';
import type { View } from './view';

/** Starts the run where the link asks for that: at once, or as soon as the page is seen. A click is the reader's business. */
export function startRun({ run }: View): void {
  const start = () => labStore.getState().start();
  if (run === 'click') return;
  if (run === 'auto' || document.visibilityState === 'visible') return start();
  document.addEventListener('visibilitychange', start, { once: true });
}
