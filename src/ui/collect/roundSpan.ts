const MOST = 6;

/** Round numbers from a little below to a little above, few enough to be read. */
export function roundSpan(from: number, to: number): { readonly low: number; readonly high: number; readonly ticks: readonly number[] } {
  const span = to > from ? to - from : Math.max(1, Math.abs(from));
  const power = 10 ** Math.floor(Math.log10(span / MOST));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => span / one <= MOST) ?? 10 * power;
  const ends = (value: number, round: (value: number) => number) => round(Number((value / step).toPrecision(12)));
  const [first, last] = [ends(from, Math.floor), ends(from === to ? from + span : to, Math.ceil)];
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
  return { low: ticks[0], high: ticks[ticks.length - 1], ticks };
}
