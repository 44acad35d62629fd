/** A value of a seed, where it is drawn: px from the left, and how many lie below it. */
export interface Dot {
  readonly seed: number;
  readonly x: number;
  readonly level: number;
}

/** Dots beside one another where they have room, later ones on top of earlier ones where they have not, each at most half a dot from its place. */
export function dotsOf(places: readonly { readonly seed: number; readonly x: number }[], size: number): Dot[] {
  const heights = new Map<number, number>();
  return places.map(({ seed, x }) => {
    const column = Math.round(x / size);
    const level = heights.get(column) ?? 0;
    heights.set(column, level + 1);
    return { seed, x: column * size, level };
  });
}
