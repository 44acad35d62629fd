/** The incomplete Cholesky factor of an RBF kernel: src/engine/math/incompleteCholesky.ts. */
import { expOfNegative } from './arithmetic';

/**
 * Writes the column of `pivot` behind the `rank` columns [rank, pitch] that there are, and lowers `residual` [pitch] by its squares. pitch is
 * even; what stands behind the last row is any point.
 * @param axes coordinates by axis [dim, pitch]
 * @param factor -1 / (2 sigma^2)
 */
export function nextColumn(
  axes: usize,
  dim: i32,
  pitch: i32,
  factor: f64,
  columns: usize,
  rank: i32,
  residual: usize,
  pivot: i32,
): void {
  const stride = <usize>pitch << 3;
  const place = <usize>pivot << 3;
  const column = columns + <usize>rank * stride;
  for (let at: usize = 0; at < stride; at += 16) {
    let squared = f64x2.splat(0);
    for (let axis = axes; axis < axes + <usize>dim * stride; axis += stride) {
      const difference = f64x2.sub(v128.load(axis + at), v128.load64_splat(axis + place));
      squared = f64x2.add(squared, f64x2.mul(difference, difference));
    }
    v128.store(column + at, expOfNegative(f64x2.mul(f64x2.splat(factor), squared)));
  }
  let c = 0;
  let before = columns;
  for (; c + 4 <= rank; c += 4) {
    const wp = v128.load64_splat(before + place);
    const wq = v128.load64_splat(before + stride + place);
    const wr = v128.load64_splat(before + 2 * stride + place);
    const ws = v128.load64_splat(before + 3 * stride + place);
    for (let at: usize = 0; at < stride; at += 16) {
      const p = before + at;
      const first = f64x2.add(f64x2.mul(wp, v128.load(p)), f64x2.mul(wq, v128.load(p + stride)));
      const second = f64x2.add(f64x2.mul(wr, v128.load(p + 2 * stride)), f64x2.mul(ws, v128.load(p + 3 * stride)));
      v128.store(column + at, f64x2.sub(v128.load(column + at), f64x2.add(first, second)));
    }
    before += 4 * stride;
  }
  for (; c < rank; c++) {
    const wp = v128.load64_splat(before + place);
    for (let at: usize = 0; at < stride; at += 16) {
      v128.store(column + at, f64x2.sub(v128.load(column + at), f64x2.mul(wp, v128.load(before + at))));
    }
    before += stride;
  }
  const root = sqrt<f64>(load<f64>(residual + place));
  for (let at: usize = 0; at < stride; at += 16) {
    const value = f64x2.div(v128.load(column + at), f64x2.splat(root));
    v128.store(column + at, value);
    const left = f64x2.sub(v128.load(residual + at), f64x2.mul(value, value));
    v128.store(residual + at, v128.and(left, f64x2.gt(left, f64x2.splat(0))));
  }
  store<f64>(column + place, root);
  store<f64>(residual + place, 0);
}

/** The first row of largest residual [count]; the sum of all goes to `trace`. */
export function survey(residual: usize, count: i32, trace: usize): i32 {
  let pivot = 0;
  let largest = load<f64>(residual);
  let sum: f64 = 0;
  for (let i = 0; i < count; i++) {
    const value = load<f64>(residual + (<usize>i << 3));
    sum += value;
    if (value > largest) {
      largest = value;
      pivot = i;
    }
  }
  store<f64>(trace, sum);
  return pivot;
}

/**
 * Sums of products of columns [rank padded to a multiple of 4, pitch]: of columns a .. a + 3 (a a multiple of 4) with columns 0 .. a + 3, into
 * `gram` [padded rank, padded rank]. A lane a sum.
 */
export function products(columns: usize, pitch: i32, count: i32, a: i32, padded: i32, gram: usize): void {
  const stride = <usize>pitch << 3;
  const length = <usize>count << 3;
  const p = columns + <usize>a * stride;
  for (let b = 0; b <= a; b += 4) {
    const q = columns + <usize>b * stride;
    let s00 = f64x2.splat(0);
    let s01 = s00;
    let s10 = s00;
    let s11 = s00;
    let s20 = s00;
    let s21 = s00;
    let s30 = s00;
    let s31 = s00;
    for (let at: usize = 0; at < length; at += 8) {
      const left = v128.load64_lane(q + stride + at, v128.load64_zero(q + at), 1);
      const right = v128.load64_lane(q + 3 * stride + at, v128.load64_zero(q + 2 * stride + at), 1);
      const p0 = v128.load64_splat(p + at);
      s00 = f64x2.add(s00, f64x2.mul(p0, left));
      s01 = f64x2.add(s01, f64x2.mul(p0, right));
      const p1 = v128.load64_splat(p + stride + at);
      s10 = f64x2.add(s10, f64x2.mul(p1, left));
      s11 = f64x2.add(s11, f64x2.mul(p1, right));
      const p2 = v128.load64_splat(p + 2 * stride + at);
      s20 = f64x2.add(s20, f64x2.mul(p2, left));
      s21 = f64x2.add(s21, f64x2.mul(p2, right));
      const p3 = v128.load64_splat(p + 3 * stride + at);
      s30 = f64x2.add(s30, f64x2.mul(p3, left));
      s31 = f64x2.add(s31, f64x2.mul(p3, right));
    }
    const row = <usize>padded << 3;
    const into = gram + <usize>a * row + (<usize>b << 3);
    v128.store(into, s00);
    v128.store(into, s01, 16);
    v128.store(into + row, s10);
    v128.store(into + row, s11, 16);
    v128.store(into + 2 * row, s20);
    v128.store(into + 2 * row, s21, 16);
    v128.store(into + 3 * row, s30);
    v128.store(into + 3 * row, s31, 16);
  }
}
