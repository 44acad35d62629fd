import { percent } from '../../../format';

/** Shares that a bar as high as its room may stand for. */
const TOPS = [0.2, 0.5, 1];
/** the same where there are many classes */
const MANY = 12;
const FINE_TOPS = [0.1, 0.15, 0.2, 0.3, 0.5, 1];

/** The share at the top of the bars: the same for all that are seen side by side, and so coarse that it seldom changes. */
export function topOf(seen: readonly (readonly number[])[]): number {
  const highest = Math.max(0, ...seen.flat());
  const tops = seen.some(({ length }) => length > MANY) ? FINE_TOPS : TOPS;
  return tops.find((top) => highest <= top) ?? 1;
}

export const sharesWords = (shares: readonly number[], labels: readonly string[]): string =>
  shares.map((share, at) => `${labels[at]}: ${percent(share)}`).join(', ');

/** Classes whose real shares differ by no more than this many times have one line for all of them, at a fair share. */
const ALIKE = 2;

export const areAlike = (real: readonly number[]): boolean => real.length === 0 || Math.max(...real) <= ALIKE * Math.min(...real);
