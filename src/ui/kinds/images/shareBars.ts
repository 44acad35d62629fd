import { percent } from '../../../format';

/** Shares that a bar as high as its room may stand for. */
const TOPS = [0.2, 0.5, 1];
/** What each of ten digits has where all are equally frequent. */
export const FAIR_SHARE = 0.1;

/** The share at the top of the bars: the same for all that are seen side by side, and so coarse that it seldom changes. */
export function topOf(seen: readonly (readonly number[])[]): number {
  const highest = Math.max(0, ...seen.flat());
  return TOPS.find((top) => highest <= top) ?? 1;
}

export const sharesWords = (shares: readonly number[]): string => shares.map((share, digit) => `${digit}: ${percent(share)}`).join(', ');
