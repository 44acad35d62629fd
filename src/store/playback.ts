import { nextFrame } from './nextFrame';

export type Playback = ReturnType<typeof createPlayback>;

/** Frames are asked for from so long before a generation is due. */
const FRAME_MS = 17;

/** The one clock of the page: calls `tick` once for every generation that is due on the screen. */
export function createPlayback(tick: () => void) {
  let cancel: (() => void) | null = null;
  let perSecond = 0;
  let due = 0;

  /** Until a generation is nearly due no frame is asked for: each one costs the page a look at all that moves. */
  function wait(now: number): void {
    const idle = due - now - FRAME_MS;
    if (idle <= 0) {
      cancel = nextFrame(onFrame);
      return;
    }
    const timer = setTimeout(() => {
      cancel = nextFrame(onFrame);
    }, idle);
    cancel = () => clearTimeout(timer);
  }

  function onFrame(now: number): void {
    if (now < due) return wait(now);
    // a late frame does not make the next ones hurry
    due = Math.max(due + 1000 / perSecond, now);
    wait(now);
    tick();
  }

  function stop(): void {
    cancel?.();
    cancel = null;
  }

  return {
    /** `speed` in generations a second; Infinity ticks at every frame. The first tick is due at once, or a whole beat later. */
    start(speed: number, isBeatLater = false): void {
      stop();
      const now = performance.now();
      perSecond = speed;
      due = isBeatLater ? now + 1000 / speed : now;
      wait(now);
    },
    stop,
  };
}
