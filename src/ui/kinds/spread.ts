/**
 * At most `most` of the generations 1..count, evenly spread, with the first, the last and the one shown among them: where a film has
 * too many frames, the frame nearest to the one shown gives way to it.
 */
export function spread(count: number, shown: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i + 1);
  const chosen = Array.from({ length: most }, (_, i) => 1 + Math.round((i * (count - 1)) / (most - 1)));
  if (shown < 1 || shown > count || chosen.includes(shown)) return chosen;
  const after = chosen.findIndex((generation) => generation > shown);
  const nearer = shown - chosen[after - 1] <= chosen[after] - shown ? after - 1 : after;
  chosen[Math.min(most - 2, Math.max(1, nearer))] = shown;
  return chosen;
}
