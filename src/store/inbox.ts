import type { FromWorker } from '../protocol/messages';
import { nextFrame } from './nextFrame';

/** Gathers messages and hands them over together: one commit per animation frame, however fast the engine is. */
export function createInbox(take: (messages: readonly FromWorker[]) => void): (message: FromWorker) => void {
  let waiting: FromWorker[] = [];
  return (message) => {
    if (waiting.push(message) > 1) return;
    nextFrame(() => {
      const messages = waiting;
      waiting = [];
      take(messages);
    });
  };
}
