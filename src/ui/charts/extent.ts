/** What an axis has to cover. */
export interface Extent {
  /** null without any value */
  readonly extent: readonly [number, number] | null;
  /** smallest value above 0, for logarithmic axes */
  readonly smallest: number | null;
}

export function extentOf(values: readonly number[]): Extent {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (value > 0) smallest = Math.min(smallest, value);
  }
  return { extent: low <= high ? [low, high] : null, smallest: Number.isFinite(smallest) ? smallest : null };
}

export const joined = (extents: readonly Extent[]): Extent =>
  extentOf(extents.flatMap(({ extent, smallest }) => [...(extent ?? []), ...(smallest === null ? [] : [smallest])]));
