import { labStore } from './labStore';
import type { RunState } from './state';

const isOnItsWay = (run: RunState) => run.status === 'paused' && run.stepTo > 0;

/** Acts where the link asks for no generation, or as soon as that stands on the screen; not if the reader has done something else by then. */
export function onArrival(act: () => void): void {
  if (!isOnItsWay(labStore.getState().run)) return act();
  const stop = labStore.subscribe(({ run }) => {
    if (isOnItsWay(run)) return;
    stop();
    if (run.status === 'paused') act();
  });
}
