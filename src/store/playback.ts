import { nextFrame } from './nextFrame';

export type Playback = ReturnType<typeof createPlayback>;

/** The one clock of the page: calls `tick` once for every generation that is due on the screen. */
export function createPlayback(tick: () => void) {
  let cancel: (() => void) | null = null;
  let perSecond = 0;
  let due = 0;

  function onFrame(now: number): void {
    cancel = nextFrame(onFrame);
    if (now < due) return;
    // a late frame does not make the next ones hurry
    due = Math.max(due + 1000 / perSecond, now);
    tick();
  }

  return {
    /** `speed` in generations a second; Infinity ticks at every frame. */
    start(speed: number): void {
      perSecond = speed;
      due = performance.now();
      cancel ??= nextFrame(onFrame);
    },
    stop(): void {
      cancel?.();
      cancel = null;
    },
  };
}
