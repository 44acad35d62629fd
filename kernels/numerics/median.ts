/** Distances of all pairs: src/engine/math/pairwiseMedian.ts. */

const BINS: i32 = 4096;

/** Squared distances from row `i` to rows j and j + 1, summed in the order of the axes. */
// @ts-ignore: decorator
@inline
function fromRow(axes: usize, dim: i32, stride: usize, i: i32, j: i32): v128 {
  const place = <usize>i << 3;
  const at = <usize>j << 3;
  let squared = f64x2.splat(0);
  for (let axis = axes; axis < axes + <usize>dim * stride; axis += stride) {
    const difference = f64x2.sub(v128.load64_splat(axis + place), v128.load(axis + at));
    squared = f64x2.add(squared, f64x2.mul(difference, difference));
  }
  return squared;
}

// @ts-ignore: decorator
@inline
function countOne(squared: f64, low: f64, high: f64, scale: f64, bins: usize): void {
  if (squared < low || squared > high) return;
  const position = (squared - low) * scale;
  const bin = bins + (<usize>(position < <f64>BINS ? <i32>position : BINS - 1)) * 24;
  store<i32>(bin, load<i32>(bin) + 1);
  if (squared < load<f64>(bin, 8)) store<f64>(bin, squared, 8);
  if (squared > load<f64>(bin, 16)) store<f64>(bin, squared, 16);
}

/**
 * Counts pairs (i, j > i) of rows `from` to `to` whose squared distance is in [low, high]. axes [dim, pitch], pitch even and at least `count`.
 * @param bins [4096] of 24 bytes: the number (i32), and the smallest and largest distance
 */
export function countPairs(axes: usize, dim: i32, pitch: i32, count: i32, from: i32, to: i32, low: f64, high: f64, bins: usize): void {
  const stride = <usize>pitch << 3;
  const scale = <f64>BINS / (high - low);
  for (let i = from; i < to; i++) {
    for (let j = (i + 1) & ~1; j < count; j += 2) {
      const squared = fromRow(axes, dim, stride, i, j);
      if (j > i) countOne(f64x2.extract_lane(squared, 0), low, high, scale, bins);
      if (j + 1 < count) countOne(f64x2.extract_lane(squared, 1), low, high, scale, bins);
    }
  }
}

/** Writes those distances to `into`; returns the address behind the last. */
export function gatherPairs(axes: usize, dim: i32, pitch: i32, count: i32, from: i32, to: i32, low: f64, high: f64, into: usize): usize {
  const stride = <usize>pitch << 3;
  let at = into;
  for (let i = from; i < to; i++) {
    for (let j = (i + 1) & ~1; j < count; j += 2) {
      const squared = fromRow(axes, dim, stride, i, j);
      const inside = i64x2.bitmask(v128.and(f64x2.ge(squared, f64x2.splat(low)), f64x2.le(squared, f64x2.splat(high))));
      if (inside === 0) continue;
      if (j > i && (inside & 1) !== 0) {
        store<f64>(at, f64x2.extract_lane(squared, 0));
        at += 8;
      }
      if (j + 1 < count && (inside & 2) !== 0) {
        store<f64>(at, f64x2.extract_lane(squared, 1));
        at += 8;
      }
    }
  }
  return at;
}
