/** So long work goes on before the page may do something else, ms. */
const STRETCH_MS = 12;

/** What else there is to do comes first. A hidden page’s timers wait for seconds; its messages don’t. */
const pause = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * The result of work in pieces, done a little at a time.
 * @param tell is told after each stretch how many pieces are done
 * @param signal ends it with an error where it is aborted
 */
export async function inStretches<Result>(work: Generator<undefined, Result>, tell: (pieces: number) => void, signal?: AbortSignal): Promise<Result> {
  let until = performance.now() + STRETCH_MS;
  for (let done = 0; ; done++) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    tell(done);
    await pause();
    signal?.throwIfAborted();
    until = performance.now() + STRETCH_MS;
  }
}
