/** Longer the page keeps nobody waiting. */
const STRETCH_MS = 12;

/** Lets the page draw and answer before the next piece of work. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** The result of work that yields often, done in short stretches. */
export async function inPieces<Result>(work: Generator<void, Result>): Promise<Result> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < STRETCH_MS) continue;
    await breathe();
    began = performance.now();
  }
}
