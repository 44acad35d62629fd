/** Longest stretch of work before waiting messages (cancel, allow, ping) are let in. */
const BREATHE_MS = 12;

/** What each piece of work takes for itself, and calls between its steps: it breathes where its last breath was too long ago. */
export type Breathing = () => () => Promise<void>;

export function createBreathing(): Breathing {
  const { port1: bell, port2: bellRope } = new MessageChannel();
  const waiting: (() => void)[] = [];
  bell.onmessage = () => waiting.shift()?.();

  /** A macrotask: lets waiting messages in, whoever else is breathing. (A timer would be held back to 4 ms.) */
  function breathe(): Promise<void> {
    return new Promise((resolve) => {
      waiting.push(resolve);
      bellRope.postMessage(null);
    });
  }

  return () => {
    let last = performance.now();
    return async () => {
      if (performance.now() - last <= BREATHE_MS) return;
      await breathe();
      last = performance.now();
    };
  };
}
