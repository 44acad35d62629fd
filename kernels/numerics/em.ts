/** EM in the plane: src/engine/models/gaussianMixture/emRows.ts. */
import { expOfNegative, ln } from './arithmetic';

/** Numbers of a component: constant, mean x, mean y, scale x, slope, scale y */
const COMPONENT: usize = 6 * 8;

/**
 * E step of rows `from` (even) to `to`: responsibilities [K, pitch], pitch even and at least the number of rows. x, y, times [pitch]; what
 * stands behind the last row is any point.
 * @returns `before` with the log of each row's sum added, as many times as the row counts
 */
export function responsibilities(
  x: usize,
  y: usize,
  times: usize,
  from: i32,
  to: i32,
  pitch: i32,
  components: i32,
  parameters: usize,
  shares: usize,
  before: f64,
): f64 {
  let total = before;
  const stride = <usize>pitch << 3;
  const end = shares + <usize>components * stride;
  for (let n = from; n < to; n += 2) {
    const at = <usize>n << 3;
    const px = v128.load(x + at);
    const py = v128.load(y + at);
    let highest = f64x2.splat(-Infinity);
    let component = parameters;
    for (let share = shares; share < end; share += stride) {
      const wx = f64x2.div(f64x2.sub(px, v128.load64_splat(component, 8)), v128.load64_splat(component, 24));
      const rest = f64x2.sub(f64x2.sub(py, v128.load64_splat(component, 16)), f64x2.mul(v128.load64_splat(component, 32), wx));
      const wy = f64x2.div(rest, v128.load64_splat(component, 40));
      const squares = f64x2.add(f64x2.mul(wx, wx), f64x2.mul(wy, wy));
      const density = f64x2.sub(v128.load64_splat(component), f64x2.mul(f64x2.splat(0.5), squares));
      v128.store(share + at, density);
      highest = f64x2.pmax(highest, density);
      component += COMPONENT;
    }
    let sum = f64x2.splat(0);
    for (let share = shares; share < end; share += stride) {
      const part = expOfNegative(f64x2.sub(v128.load(share + at), highest));
      v128.store(share + at, part);
      sum = f64x2.add(sum, part);
    }
    const counts = v128.load(times + at);
    for (let share = shares; share < end; share += stride) {
      v128.store(share + at, f64x2.mul(counts, f64x2.div(v128.load(share + at), sum)));
    }
    total += f64x2.extract_lane(counts, 0) * (f64x2.extract_lane(highest, 0) + ln(f64x2.extract_lane(sum, 0)));
    if (n + 1 < to) total += f64x2.extract_lane(counts, 1) * (f64x2.extract_lane(highest, 1) + ln(f64x2.extract_lane(sum, 1)));
  }
  return total;
}

/** Adds the shares and weighted coordinates of rows `from` (even) to `to` to `sums` [3, K], K even: sizes, x, y. A lane a component. */
export function addMeans(x: usize, y: usize, from: i32, to: i32, pitch: i32, components: i32, shares: usize, sums: usize): void {
  const stride = <usize>pitch << 3;
  const row = <usize>components << 3;
  for (let k = 0; k < components; k += 2) {
    const own = shares + <usize>k * stride;
    const into = sums + (<usize>k << 3);
    let size = v128.load(into);
    let sumX = v128.load(into + row);
    let sumY = v128.load(into + 2 * row);
    let n = from;
    for (; n + 2 <= to; n += 2) {
      const at = <usize>n << 3;
      const one = v128.load(own + at);
      const other = v128.load(own + stride + at);
      const first = v128.shuffle<f64>(one, other, 0, 2);
      const second = v128.shuffle<f64>(one, other, 1, 3);
      size = f64x2.add(f64x2.add(size, first), second);
      sumX = f64x2.add(f64x2.add(sumX, f64x2.mul(first, v128.load64_splat(x + at))), f64x2.mul(second, v128.load64_splat(x + at, 8)));
      sumY = f64x2.add(f64x2.add(sumY, f64x2.mul(first, v128.load64_splat(y + at))), f64x2.mul(second, v128.load64_splat(y + at, 8)));
    }
    if (n < to) {
      const at = <usize>n << 3;
      const last = v128.shuffle<f64>(v128.load(own + at), v128.load(own + stride + at), 0, 2);
      size = f64x2.add(size, last);
      sumX = f64x2.add(sumX, f64x2.mul(last, v128.load64_splat(x + at)));
      sumY = f64x2.add(sumY, f64x2.mul(last, v128.load64_splat(y + at)));
    }
    v128.store(into, size);
    v128.store(into + row, sumX);
    v128.store(into + 2 * row, sumY);
  }
}

/** Adds the weighted products of rows `from` (even) to `to` about `means` [2, K] to `sums` [3, K], K even: xx, yx, yy. A lane a component. */
export function addCovariances(
  x: usize,
  y: usize,
  from: i32,
  to: i32,
  pitch: i32,
  components: i32,
  shares: usize,
  means: usize,
  sums: usize,
): void {
  const stride = <usize>pitch << 3;
  const row = <usize>components << 3;
  for (let k = 0; k < components; k += 2) {
    const own = shares + <usize>k * stride;
    const mean = means + (<usize>k << 3);
    const into = sums + (<usize>k << 3);
    const meanX = v128.load(mean);
    const meanY = v128.load(mean + row);
    let xx = v128.load(into);
    let yx = v128.load(into + row);
    let yy = v128.load(into + 2 * row);
    for (let n = from; n < to; n++) {
      const at = <usize>n << 3;
      // a lane of each component's row
      const share = v128.load64_lane(own + stride + at, v128.load64_zero(own + at), 1);
      const dx = f64x2.sub(v128.load64_splat(x + at), meanX);
      const dy = f64x2.sub(v128.load64_splat(y + at), meanY);
      const ax = f64x2.mul(share, dx);
      const ay = f64x2.mul(share, dy);
      xx = f64x2.add(xx, f64x2.mul(ax, dx));
      yx = f64x2.add(yx, f64x2.mul(ay, dx));
      yy = f64x2.add(yy, f64x2.mul(ay, dy));
    }
    v128.store(into, xx);
    v128.store(into + row, yx);
    v128.store(into + 2 * row, yy);
  }
}
