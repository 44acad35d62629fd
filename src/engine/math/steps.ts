/** Elementary operations that take a few tens of milliseconds: long work yields between two portions of this size. */
const OPERATIONS = 2e7;

/** Rows to treat between two yields when one row costs `operations`. */
export function rowsPerStep(operations: number): number {
  return Math.max(1, Math.floor(OPERATIONS / Math.max(1, operations)));
}

/** Call `work(from, to)` on portions of 0..rows-1, yielding between them, and behind the last if they were more than a tenth of a portion. */
export function* inPortions(rows: number, operationsPerRow: number, work: (from: number, to: number) => void): Generator<void, void> {
  const step = rowsPerStep(operationsPerRow);
  for (let from = 0; from < rows; from += step) {
    work(from, Math.min(rows, from + step));
    if (from + step < rows || rows > step / 10) yield;
  }
}

/** A value that is computed in steps when first asked for, then kept. */
export function once<Value>(work: () => Generator<void, Value>): () => Generator<void, Value> {
  let kept: { readonly value: Value } | undefined;
  return function* () {
    kept ??= { value: yield* work() };
    return kept.value;
  };
}

/** Stepped work whose pauses tell `told`. */
export function* paused<Told, Value>(work: Generator<unknown, Value>, told: Told): Generator<Told, Value> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield told;
  }
}

/** Run stepped work to its end. */
export function finish<Value>(work: Generator<unknown, Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** `finish` of work that waits in between. */
export async function finishAsync<Value>(work: AsyncGenerator<unknown, Value>): Promise<Value> {
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
  }
}
