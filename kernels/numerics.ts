/**
 * Float64 kernels of the engine in AssemblyScript, for WebAssembly with 128-bit SIMD. `npm run kernels` compiles it.
 *
 * They give the bits of the TypeScript that stands beside their callers: the same operations in the same order, one lane a sum, and nothing is
 * fused or relaxed. Every `usize` is an address of float64 numbers in the memory that the caller brings.
 */

const LN2_HIGH: f64 = 6.9314718036912381649e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const LOG2_E: f64 = 1.442695040888963387;
const UNDERFLOW: f64 = -708;

/** src/engine/math/exp.ts of numbers up to 0 */
// @ts-expect-error: decorator
@inline
function expOfNegative(x: v128): v128 {
  const k = f64x2.floor(f64x2.add(f64x2.mul(f64x2.splat(LOG2_E), x), f64x2.splat(0.5)));
  const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(LN2_HIGH)));
  const low = f64x2.mul(k, f64x2.splat(LN2_LOW));
  const r = f64x2.sub(high, low);
  const t = f64x2.mul(r, r);
  let p = f64x2.add(f64x2.splat(-1.6533902205465251539e-6), f64x2.mul(t, f64x2.splat(4.13813679705723846039e-8)));
  p = f64x2.add(f64x2.splat(6.61375632143793436117e-5), f64x2.mul(t, p));
  p = f64x2.add(f64x2.splat(-2.77777777770155933842e-3), f64x2.mul(t, p));
  p = f64x2.add(f64x2.splat(1.66666666666666019037e-1), f64x2.mul(t, p));
  const c = f64x2.sub(r, f64x2.mul(t, p));
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(f64x2.splat(2), c));
  const fraction = f64x2.sub(f64x2.splat(1), f64x2.sub(f64x2.sub(low, quotient), high));
  // 2^(k - 1), whose exponent is kept with 1023 added
  const exponent = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(k));
  const power = i64x2.shl(i64x2.add(exponent, i64x2.splat(1022)), 52);
  const value = f64x2.mul(f64x2.mul(f64x2.splat(2), fraction), power);
  return v128.andnot(value, f64x2.lt(x, f64x2.splat(UNDERFLOW)));
}

/** src/engine/math/ln.ts of normal numbers above 0, and of NaN */
function ln(x: f64): f64 {
  if (!(x < Infinity)) return x;
  const bits = reinterpret<i64>(x);
  let high = <i32>(bits >> 32);
  const exponent = (high >> 20) - 1023;
  high &= 0xfffff;
  const carry = (high + 0x95f64) & 0x100000;
  const k = <f64>(exponent + (carry >> 20));
  const f = reinterpret<f64>((<i64>(high | (carry ^ 0x3ff00000)) << 32) | (bits & 0xffffffff)) - 1;
  if ((0xfffff & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const rest = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - rest : k * LN2_HIGH - (rest - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const rest = even + odd;
  // both, for a branch that nobody can foresee takes longer; with k = 0 they are what ln.ts has for it
  const half = 0.5 * f * f;
  const far = half - (s * (half + rest) + k * LN2_LOW) - f;
  const near = s * (f - rest) - k * LN2_LOW - f;
  return k * LN2_HIGH - select<f64>(far, near, ((high - 0x6147a) | (0x6b851 - high)) > 0);
}

// --- EM in the plane, src/engine/models/gaussianMixture/emRows.ts ------------------------------------------------------------

/** Numbers of a component: constant, mean x, mean y, scale x, slope, scale y */
const COMPONENT: usize = 6 * 8;

/**
 * E step of rows `from` (even) to `to`: responsibilities [K, pitch], pitch even and at least the number of rows. x, y [pitch]; what stands
 * behind the last row is any point.
 * @returns `before` with the log of each row's sum added
 */
export function responsibilities(
  x: usize,
  y: usize,
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
    for (let share = shares; share < end; share += stride) v128.store(share + at, f64x2.div(v128.load(share + at), sum));
    total += f64x2.extract_lane(highest, 0) + ln(f64x2.extract_lane(sum, 0));
    if (n + 1 < to) total += f64x2.extract_lane(highest, 1) + ln(f64x2.extract_lane(sum, 1));
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

// --- normals, src/engine/rng.ts ------------------------------------------------------------------------------------------------

/**
 * Fills `into` [count, even] with standard normals. `state`: the two halves of xoroshiro128+, i64 each.
 */
export function normals(state: usize, into: usize, count: i32): void {
  let s0 = load<u64>(state);
  let s1 = load<u64>(state, 8);
  const end = into + (<usize>count << 3);
  for (let at = into; at < end; ) {
    let a = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    let b = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    const u = 2 * uniform(a, b) - 1;
    a = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    b = s0 + s1;
    s1 ^= s0;
    s0 = rotl<u64>(s0, 24) ^ s1 ^ (s1 << 16);
    s1 = rotl<u64>(s1, 37);
    const v = 2 * uniform(a, b) - 1;
    const s = u * u + v * v;
    if (s >= 1 || s === 0) continue;
    const scale = sqrt<f64>((-2 * ln(s)) / s);
    store<f64>(at, u * scale);
    store<f64>(at, v * scale, 8);
    at += 16;
  }
  store<u64>(state, s0);
  store<u64>(state, s1, 8);
}

// @ts-expect-error: decorator
@inline
function uniform(a: u64, b: u64): f64 {
  return <f64>(<i32>a & 0x3ffffff) * 1.4901161193847656e-8 + <f64>(<i32>b & 0x7ffffff) * 1.1102230246251565e-16;
}

// --- distances in many dimensions, src/engine/math/pairNeighbours.ts ---------------------------------------------------------

/** Sum of the squares of eight differences, in the order of `squaredDistance`. */
// @ts-expect-error: decorator
@inline
function eightSquares(
  row: usize,
  p0: v128,
  p1: v128,
  p2: v128,
  p3: v128,
  p4: v128,
  p5: v128,
  p6: v128,
  p7: v128,
): v128 {
  const d0 = f64x2.sub(v128.load64_splat(row), p0);
  const d1 = f64x2.sub(v128.load64_splat(row, 8), p1);
  let sum = f64x2.add(f64x2.mul(d0, d0), f64x2.mul(d1, d1));
  const d2 = f64x2.sub(v128.load64_splat(row, 16), p2);
  const d3 = f64x2.sub(v128.load64_splat(row, 24), p3);
  sum = f64x2.add(sum, f64x2.add(f64x2.mul(d2, d2), f64x2.mul(d3, d3)));
  const d4 = f64x2.sub(v128.load64_splat(row, 32), p4);
  const d5 = f64x2.sub(v128.load64_splat(row, 40), p5);
  const d6 = f64x2.sub(v128.load64_splat(row, 48), p6);
  const d7 = f64x2.sub(v128.load64_splat(row, 56), p7);
  const rest = f64x2.add(f64x2.mul(d4, d4), f64x2.mul(d5, d5));
  return f64x2.add(sum, f64x2.add(rest, f64x2.add(f64x2.mul(d6, d6), f64x2.mul(d7, d7))));
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
    const p0 = v128.load(at);
    const p1 = v128.load(at, 16);
    const p2 = v128.load(at, 32);
    const p3 = v128.load(at, 48);
    const p4 = v128.load(at, 64);
    const p5 = v128.load(at, 80);
    const p6 = v128.load(at, 96);
    const p7 = v128.load(at, 112);
    s0 = f64x2.add(s0, eightSquares(row, p0, p1, p2, p3, p4, p5, p6, p7));
    s1 = f64x2.add(s1, eightSquares(row + stride, p0, p1, p2, p3, p4, p5, p6, p7));
    s2 = f64x2.add(s2, eightSquares(row + 2 * stride, p0, p1, p2, p3, p4, p5, p6, p7));
    s3 = f64x2.add(s3, eightSquares(row + 3 * stride, p0, p1, p2, p3, p4, p5, p6, p7));
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

// --- incomplete Cholesky factor of an RBF kernel, src/engine/math/incompleteCholesky.ts ----------------------------------------------

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

// --- distances of all pairs, src/engine/math/pairwiseMedian.ts -------------------------------------------------------------------------

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
