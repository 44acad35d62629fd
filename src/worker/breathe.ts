const { port1: bell, port2: bellRope } = new MessageChannel();
const waiting: (() => void)[] = [];

bell.onmessage = () => waiting.shift()?.();

/** A macrotask: lets waiting messages in, whoever else is breathing. (A timer would be held back to 4 ms.) */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    bellRope.postMessage(null);
  });
}
