/** temporary: theory brings its own */
export function optimalWeight({ made, initial, fresh, archived, store, shared, initialSize }: { made: number; initial: number; fresh: number; archived: number; store: number; shared: number; initialSize: number }): number {
  const real = initial + fresh + archived;
  const k = made / real;
  const x = initial / real;
  const y = archived / real;
  const h = real * ((x * x) / initialSize + (y > 0 ? (y * y) / store + (2 * x * y * shared) / (initialSize * store) : 0));
  const kk = k * (1 - h);
  const w = kk < 1e-12 ? 1 : (Math.sqrt(1 + 4 * kk) - 1) / (2 * kk);
  return Math.min(0.99, Math.max(0.01, w));
}
