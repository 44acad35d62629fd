const NARROWEST = 0.05;
const WIDEST = 0.2;
/** Points whose neighbours are looked for: enough for a median, however many there are. */
const ASKED = 500;

/**
 * The median distance of `points` [count, 2] to their nearest neighbour at another place, within .05 to .2: wide enough to close the gaps
 * between neighbours, narrow enough to keep what was drawn. Of at most 500 of the points, evenly spaced in the list.
 */
export function bandwidthOf(points: ArrayLike<number>): number {
  const count = points.length / 2;
  const step = Math.max(1, Math.ceil(count / ASKED));
  const distances: number[] = [];
  for (let i = 0; i < count; i += step) {
    let least = Infinity;
    for (let j = 0; j < count; j++) {
      const dx = points[2 * i] - points[2 * j];
      const dy = points[2 * i + 1] - points[2 * j + 1];
      const squared = dx * dx + dy * dy;
      if (squared > 0 && squared < least) least = squared;
    }
    distances.push(Math.sqrt(least));
  }
  distances.sort((a, b) => a - b);
  return Math.min(WIDEST, Math.max(NARROWEST, distances[Math.floor(distances.length / 2)]));
}
