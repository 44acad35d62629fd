/** Neighbours and balls in many dimensions: src/engine/math/pairNeighbours.ts. */

/** Sum of the squares of four differences, in the order of `squaredDistance`. */
// @ts-ignore: decorator
@inline
function fourSquares(row: usize, p0: v128, p1: v128, p2: v128, p3: v128): v128 {
  const d0 = f64x2.sub(v128.load64_splat(row), p0);
  const d1 = f64x2.sub(v128.load64_splat(row, 8), p1);
  const sum = f64x2.add(f64x2.mul(d0, d0), f64x2.mul(d1, d1));
  const d2 = f64x2.sub(v128.load64_splat(row, 16), p2);
  const d3 = f64x2.sub(v128.load64_splat(row, 24), p3);
  return f64x2.add(sum, f64x2.add(f64x2.mul(d2, d2), f64x2.mul(d3, d3)));
}

/**
 * Squared distances of four rows [4, dim] to two points, `pair` [dim, 2], into `out` [4, 2], limits likewise a register a row. Where all are
 * beyond their limits they may not have been computed to the end.
 * @returns bit 2 row + point is set where the distance is not beyond
 */
// @ts-expect-error: decorator
@inline
function fourByTwo(rows: usize, dim: i32, pair: usize, l0: v128, l1: v128, l2: v128, l3: v128, out: usize): i32 {
  const stride = <usize>dim << 3;
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let row = rows;
  let at = pair;
  let c = 0;
  for (; c + 8 <= dim; c += 8) {
    // two halves: more at a time would not fit the sixteen registers of x86
    let p0 = v128.load(at);
    let p1 = v128.load(at, 16);
    let p2 = v128.load(at, 32);
    let p3 = v128.load(at, 48);
    const h0 = fourSquares(row, p0, p1, p2, p3);
    const h1 = fourSquares(row + stride, p0, p1, p2, p3);
    const h2 = fourSquares(row + 2 * stride, p0, p1, p2, p3);
    const h3 = fourSquares(row + 3 * stride, p0, p1, p2, p3);
    p0 = v128.load(at, 64);
    p1 = v128.load(at, 80);
    p2 = v128.load(at, 96);
    p3 = v128.load(at, 112);
    s0 = f64x2.add(s0, f64x2.add(h0, fourSquares(row + 32, p0, p1, p2, p3)));
    s1 = f64x2.add(s1, f64x2.add(h1, fourSquares(row + stride + 32, p0, p1, p2, p3)));
    s2 = f64x2.add(s2, f64x2.add(h2, fourSquares(row + 2 * stride + 32, p0, p1, p2, p3)));
    s3 = f64x2.add(s3, f64x2.add(h3, fourSquares(row + 3 * stride + 32, p0, p1, p2, p3)));
    const within = v128.or(v128.or(f64x2.le(s0, l0), f64x2.le(s1, l1)), v128.or(f64x2.le(s2, l2), f64x2.le(s3, l3)));
    if (!v128.any_true(within)) return 0;
    row += 64;
    at += 128;
  }
  for (; c < dim; c++) {
    const p = v128.load(at);
    const d0 = f64x2.sub(v128.load64_splat(row), p);
    const d1 = f64x2.sub(v128.load64_splat(row + stride), p);
    const d2 = f64x2.sub(v128.load64_splat(row + 2 * stride), p);
    const d3 = f64x2.sub(v128.load64_splat(row + 3 * stride), p);
    s0 = f64x2.add(s0, f64x2.mul(d0, d0));
    s1 = f64x2.add(s1, f64x2.mul(d1, d1));
    s2 = f64x2.add(s2, f64x2.mul(d2, d2));
    s3 = f64x2.add(s3, f64x2.mul(d3, d3));
    row += 8;
    at += 16;
  }
  v128.store(out, s0);
  v128.store(out, s1, 16);
  v128.store(out, s2, 32);
  v128.store(out, s3, 48);
  return (
    i64x2.bitmask(f64x2.le(s0, l0)) |
    (i64x2.bitmask(f64x2.le(s1, l1)) << 2) |
    (i64x2.bitmask(f64x2.le(s2, l2)) << 4) |
    (i64x2.bitmask(f64x2.le(s3, l3)) << 6)
  );
}

/** Puts `value` in its place of the ascending list of the k smallest, if it is one of them. */
// @ts-expect-error: decorator
@inline
function insert(list: usize, last: usize, value: f64): void {
  let slot = list + last;
  while (slot > list && load<f64>(slot - 8) > value) {
    store<f64>(slot, load<f64>(slot - 8));
    slot -= 8;
  }
  store<f64>(slot, value);
}

/**
 * Fills the lists of the k nearest of rows `from` (a multiple of 4) to `to` and of all rows behind them, whichever of a pair comes first.
 * @param rows [count, dim], count padded to a multiple of 4
 * @param pairs the same rows, two by two [count / 2, dim, 2]
 * @param nearest [count, k], Infinity at first
 * @param worst [count], the last of each list
 * @param out [4, 2], for the kernel
 */
export function nearestOfPairs(
  rows: usize,
  pairs: usize,
  count: i32,
  dim: i32,
  k: i32,
  nearest: usize,
  worst: usize,
  from: i32,
  to: i32,
  out: usize,
): void {
  const bytes = <usize>dim << 3;
  const list = <usize>k << 3;
  const last = list - 8;
  for (let i = from; i < to; i += 4) {
    const own = worst + (<usize>i << 3);
    for (let j = i; j < count; j += 2) {
      const theirs = v128.load(worst + (<usize>j << 3));
      const l0 = f64x2.max(v128.load64_splat(own), theirs);
      const l1 = f64x2.max(v128.load64_splat(own, 8), theirs);
      const l2 = f64x2.max(v128.load64_splat(own, 16), theirs);
      const l3 = f64x2.max(v128.load64_splat(own, 24), theirs);
      let left = fourByTwo(rows + <usize>i * bytes, dim, pairs + <usize>j * bytes, l0, l1, l2, l3, out);
      for (; left !== 0; left &= left - 1) {
        const bit = ctz<i32>(left);
        const p = i + (bit >> 1);
        const q = j + (bit & 1);
        if (p >= q || q >= count) continue;
        const squared = load<f64>(out + (<usize>bit << 3));
        const worstP = worst + (<usize>p << 3);
        const worstQ = worst + (<usize>q << 3);
        if (squared < load<f64>(worstP)) {
          insert(nearest + <usize>p * list, last, squared);
          store<f64>(worstP, load<f64>(nearest + <usize>p * list + last));
        }
        if (squared < load<f64>(worstQ)) {
          insert(nearest + <usize>q * list, last, squared);
          store<f64>(worstQ, load<f64>(nearest + <usize>q * list + last));
        }
      }
    }
  }
}

/**
 * Which points lie in the balls around rows `from` (a multiple of 4) to `to`.
 * @param rows centres [padded to a multiple of 4, dim], with `limits`, their squared radii, below 0 for padding
 * @param pairs points, two by two [count / 2, dim, 2], padded to an even number
 * @param covered bytes [count padded]: 1 where some ball holds the point
 * @param strict [padded rows] i32: points strictly inside each ball
 * @param out [4, 2], for the kernel
 */
export function ballsOfPairs(
  rows: usize,
  limits: usize,
  pairs: usize,
  count: i32,
  dim: i32,
  from: i32,
  to: i32,
  covered: usize,
  strict: usize,
  out: usize,
): void {
  const bytes = <usize>dim << 3;
  for (let i = from; i < to; i += 4) {
    const own = limits + (<usize>i << 3);
    const l0 = v128.load64_splat(own);
    const l1 = v128.load64_splat(own, 8);
    const l2 = v128.load64_splat(own, 16);
    const l3 = v128.load64_splat(own, 24);
    for (let j = 0; j < count; j += 2) {
      let left = fourByTwo(rows + <usize>i * bytes, dim, pairs + <usize>j * bytes, l0, l1, l2, l3, out);
      for (; left !== 0; left &= left - 1) {
        const bit = ctz<i32>(left);
        const a = <usize>(bit >> 1);
        if (j + (bit & 1) >= count) continue;
        store<u8>(covered + <usize>(j + (bit & 1)), 1);
        const counter = strict + <usize>i * 4 + a * 4;
        if (load<f64>(out + (<usize>bit << 3)) < load<f64>(own + a * 8)) store<i32>(counter, load<i32>(counter) + 1);
      }
    }
  }
}
