/** Longest wait for a frame. A page that nobody can see (covered, in another window) may get none for minutes. */
const LATEST_MS = 250;

/** Calls back once, at the next animation frame or after `LATEST_MS`. Returns what takes the call back. */
export function nextFrame(callback: (now: number) => void): () => void {
  const cancel = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const frame = requestAnimationFrame((now) => {
    cancel();
    callback(now);
  });
  const timer = setTimeout(() => {
    cancel();
    callback(performance.now());
  }, LATEST_MS);
  return cancel;
}
