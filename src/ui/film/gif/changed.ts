/** A part of a picture, and what stands in it, row by row. */
export interface Patch {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Lines of a picture between two places where whoever waits may do something else. */
const ROWS = 64;

/** The smallest part of a picture outside which nothing is new, with `same` where a pixel in it is as it was; a single pixel where nothing is new. In pieces of work. */
export function* changed(before: Uint8Array, now: Uint8Array, width: number, same: number): Generator<undefined, Patch> {
  const height = now.length / width;
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (before[i] === now[i]) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
    if (y % ROWS === 0) yield;
  }
  if (bottom < 0) return { left: 0, top: 0, width: 1, height: 1, pixels: Uint8Array.of(same) };
  const [across, down] = [right - left + 1, bottom - top + 1];
  const pixels = new Uint8Array(across * down);
  for (let y = 0, to = 0; y < down; y++) {
    for (let x = 0, from = (top + y) * width + left; x < across; x++, from++, to++) pixels[to] = before[from] === now[from] ? same : now[from];
    if (y % ROWS === 0) yield;
  }
  return { left, top, width: across, height: down, pixels };
}
