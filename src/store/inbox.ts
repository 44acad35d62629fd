import type { FromWorker } from '../protocol/messages';
import { nextFrame } from './nextFrame';

/** Longest wait of a message that can wait. */
const LEISURE_MS = 250;

/**
 * Gathers messages and hands them over together: one commit per animation frame, however fast the engine is, and fewer where they can wait.
 * @param canWait whether what a message tells is not looked for yet: for others, or `takeAll`
 */
export function createInbox(take: (messages: readonly FromWorker[]) => void, canWait: (message: FromWorker) => boolean = () => false) {
  let waiting: FromWorker[] = [];
  let cancel: (() => void) | null = null;
  let isHurried = false;

  function takeAll(): void {
    cancel?.();
    cancel = null;
    isHurried = false;
    if (waiting.length === 0) return;
    const messages = waiting;
    waiting = [];
    take(messages);
  }

  function takeLater(): void {
    const timer = setTimeout(takeAll, LEISURE_MS);
    cancel = () => clearTimeout(timer);
  }

  return {
    put(message: FromWorker): void {
      waiting.push(message);
      if (isHurried) return;
      if (!canWait(message)) {
        cancel?.();
        isHurried = true;
        cancel = nextFrame(takeAll);
      } else if (!cancel) takeLater();
    },
    /** What waits, now: for a commit that comes anyway. */
    takeAll,
  };
}
