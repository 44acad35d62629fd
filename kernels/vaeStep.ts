/**
 * The arithmetic of one training step of the VAE, in AssemblyScript, for WebAssembly with 128-bit SIMD. `npm run kernels` compiles it.
 *
 * It works in the memory of tfjs's own WebAssembly and has none of its own: every `usize` is an address there, of float32 numbers in
 * rows one after the other unless a comment says otherwise. Results have the bits of tfjs's kernels: every sum takes its terms in the same
 * order, one lane a sum, and nothing is fused or relaxed.
 *
 * Half of what a VAE multiplies is zero: what ReLU holds back, and the paper of the images. So every product takes its left matrix as
 * lists of what is not zero. (Adding 0 changes no bit of a sum that is not -0, and none is.)
 */

/** Columns of the right matrix that one pass takes: six sums, their six terms and one factor fit the sixteen registers of x86. */
const WIDE = 24;
const MEDIUM = 16;
/** Bytes between the rows of a panel, which holds the columns of one pass. */
const PANEL_ROW = 4 * WIDE;
/** Bytes of an entry of a list: the row's address in the panel, and the value. */
const ENTRY = 8;

/** Fills a table [16] of shuffles: the m-th brings those of four lanes whose bits m has to the front. */
export function fillTable(table: usize): void {
  for (let mask = 0; mask < 16; mask++) {
    let to = table + <usize>(mask * 16);
    v128.store(to, i32x4.splat(0));
    for (let lane = 0; lane < 4; lane++) {
      if (((mask >> lane) & 1) === 0) continue;
      store<u32>(to, 0x03020100 + 0x04040404 * lane);
      to += 4;
    }
  }
}

/**
 * Lists what is not zero in each row of matrix [rows, columns]. Row r's list starts at r * columns * ENTRY; `sizes` [rows] gets its length
 * in bytes. Without branches, which nobody could foresee.
 * @returns how many there are in all
 */
export function list(matrix: usize, rows: i32, columns: i32, lists: usize, sizes: usize, table: usize): i32 {
  let total = 0;
  let from = matrix;
  for (let row = 0; row < rows; row++) {
    const start = lists + <usize>(row * columns * ENTRY);
    let to = start;
    let offsets = i32x4(0, PANEL_ROW, 2 * PANEL_ROW, 3 * PANEL_ROW);
    let column = 0;
    for (; column + 4 <= columns; column += 4) {
      const values = v128.load(from);
      const mask = i32x4.bitmask(f32x4.ne(values, f32x4.splat(0)));
      const shuffle = v128.load(table + <usize>(mask * 16));
      const keptValues = i8x16.swizzle(values, shuffle);
      const keptOffsets = i8x16.swizzle(offsets, shuffle);
      v128.store(to, v128.shuffle<f32>(keptOffsets, keptValues, 0, 4, 1, 5));
      v128.store(to, v128.shuffle<f32>(keptOffsets, keptValues, 2, 6, 3, 7), 16);
      to += <usize>(popcnt(mask) * ENTRY);
      from += 16;
      offsets = i32x4.add(offsets, i32x4.splat(4 * PANEL_ROW));
    }
    for (; column < columns; column++) {
      const value = load<f32>(from);
      store<i32>(to, column * PANEL_ROW);
      store<f32>(to, value, 4);
      to += value !== 0 ? ENTRY : 0;
      from += 4;
    }
    const size = <i32>(to - start);
    store<i32>(sizes + <usize>(row * 4), size);
    total += size;
  }
  return total / ENTRY;
}

/** Copies columns [column, column + width) of the right matrix [steps, columns] to the panel: rows of its own stride miss the cache. */
function pack(right: usize, steps: i32, columns: i32, column: i32, width: i32, panel: usize): void {
  for (let step = 0; step < steps; step++) {
    const from = right + <usize>((step * columns + column) * 4);
    const to = panel + <usize>(step * PANEL_ROW);
    for (let byte = 0; byte < width * 4; byte += 16) v128.store(to + byte, v128.load(from + byte));
  }
}

/** Where the sums of a pass start. */
function start(bias: usize, column: i32): v128 {
  return bias ? v128.load(bias + <usize>(column * 4)) : f32x4.splat(0);
}

/** Stores four finished sums at `at` bytes of the result, after ReLU if asked for, 0 where the gate is not positive. */
function finish(sums: v128, isRelu: bool, gate: usize, out: usize, at: usize): void {
  if (isRelu) sums = f32x4.max(sums, f32x4.splat(0));
  if (gate) sums = v128.and(sums, f32x4.gt(v128.load(gate + at), f32x4.splat(0)));
  v128.store(out + at, sums);
}

function passWide(
  lists: usize,
  sizes: usize,
  rows: i32,
  steps: i32,
  panel: usize,
  columns: i32,
  column: i32,
  bias: usize,
  isRelu: bool,
  gate: usize,
  out: usize,
): void {
  for (let row = 0; row < rows; row++) {
    let entry = lists + <usize>(row * steps * ENTRY);
    const end = entry + load<i32>(sizes + <usize>(row * 4));
    let a = start(bias, column);
    let b = start(bias, column + 4);
    let c = start(bias, column + 8);
    let d = start(bias, column + 12);
    let e = start(bias, column + 16);
    let f = start(bias, column + 20);
    for (; entry < end; entry += ENTRY) {
      const factor = v128.load32_splat(entry, 4);
      const from = panel + load<i32>(entry);
      a = f32x4.add(a, f32x4.mul(factor, v128.load(from)));
      b = f32x4.add(b, f32x4.mul(factor, v128.load(from, 16)));
      c = f32x4.add(c, f32x4.mul(factor, v128.load(from, 32)));
      d = f32x4.add(d, f32x4.mul(factor, v128.load(from, 48)));
      e = f32x4.add(e, f32x4.mul(factor, v128.load(from, 64)));
      f = f32x4.add(f, f32x4.mul(factor, v128.load(from, 80)));
    }
    const at = <usize>((row * columns + column) * 4);
    finish(a, isRelu, gate, out, at);
    finish(b, isRelu, gate, out, at + 16);
    finish(c, isRelu, gate, out, at + 32);
    finish(d, isRelu, gate, out, at + 48);
    finish(e, isRelu, gate, out, at + 64);
    finish(f, isRelu, gate, out, at + 80);
  }
}

function passMedium(
  lists: usize,
  sizes: usize,
  rows: i32,
  steps: i32,
  panel: usize,
  columns: i32,
  column: i32,
  bias: usize,
  isRelu: bool,
  gate: usize,
  out: usize,
): void {
  for (let row = 0; row < rows; row++) {
    let entry = lists + <usize>(row * steps * ENTRY);
    const end = entry + load<i32>(sizes + <usize>(row * 4));
    let a = start(bias, column);
    let b = start(bias, column + 4);
    let c = start(bias, column + 8);
    let d = start(bias, column + 12);
    for (; entry < end; entry += ENTRY) {
      const factor = v128.load32_splat(entry, 4);
      const from = panel + load<i32>(entry);
      a = f32x4.add(a, f32x4.mul(factor, v128.load(from)));
      b = f32x4.add(b, f32x4.mul(factor, v128.load(from, 16)));
      c = f32x4.add(c, f32x4.mul(factor, v128.load(from, 32)));
      d = f32x4.add(d, f32x4.mul(factor, v128.load(from, 48)));
    }
    const at = <usize>((row * columns + column) * 4);
    finish(a, isRelu, gate, out, at);
    finish(b, isRelu, gate, out, at + 16);
    finish(c, isRelu, gate, out, at + 32);
    finish(d, isRelu, gate, out, at + 48);
  }
}

/** One column, for results of fewer than sixteen. */
function passNarrow(
  lists: usize,
  sizes: usize,
  rows: i32,
  steps: i32,
  right: usize,
  columns: i32,
  column: i32,
  bias: usize,
  isRelu: bool,
  gate: usize,
  out: usize,
): void {
  for (let row = 0; row < rows; row++) {
    let entry = lists + <usize>(row * steps * ENTRY);
    const end = entry + load<i32>(sizes + <usize>(row * 4));
    let sum: f32 = bias ? load<f32>(bias + <usize>(column * 4)) : 0;
    for (; entry < end; entry += ENTRY) {
      const step = load<i32>(entry) / PANEL_ROW;
      sum += load<f32>(entry, 4) * load<f32>(right + <usize>((step * columns + column) * 4));
    }
    const at = <usize>((row * columns + column) * 4);
    if (isRelu) sum = max<f32>(sum, 0);
    if (gate && !(load<f32>(gate + at) > 0)) sum = 0;
    store<f32>(out + at, sum);
  }
}

/**
 * out [rows, columns] = listed [rows, steps] · right [steps, columns], plus bias [columns], through ReLU, times the step function of a gate
 * [rows, columns]. 0 for a bias or a gate: there is none.
 */
export function product(
  lists: usize,
  sizes: usize,
  rows: i32,
  steps: i32,
  right: usize,
  columns: i32,
  bias: usize,
  isRelu: bool,
  gate: usize,
  out: usize,
  panel: usize,
): void {
  let wide = columns / WIDE;
  // one wide pass less, where medium ones then fit better
  const left = columns % WIDE;
  if (wide && ((left > 0 && left <= 8) || left > 16)) wide--;
  let column = 0;
  for (; wide; wide--) {
    pack(right, steps, columns, column, WIDE, panel);
    passWide(lists, sizes, rows, steps, panel, columns, column, bias, isRelu, gate, out);
    column += WIDE;
  }
  if (columns < MEDIUM) {
    for (; column < columns; column++) passNarrow(lists, sizes, rows, steps, right, columns, column, bias, isRelu, gate, out);
  }
  for (; column < columns; column += MEDIUM) {
    // the last pass may do some columns once more
    column = min(column, columns - MEDIUM);
    pack(right, steps, columns, column, MEDIUM, panel);
    passMedium(lists, sizes, rows, steps, panel, columns, column, bias, isRelu, gate, out);
  }
}

/** out [columns, rows] = matrix [rows, columns] with rows as columns. */
export function transpose(matrix: usize, rows: i32, columns: i32, out: usize): void {
  const wholeRows = rows & ~3;
  const wholeColumns = columns & ~3;
  const rowBytes = columns * 4;
  const outBytes = rows * 4;
  for (let row = 0; row < wholeRows; row += 4) {
    for (let column = 0; column < wholeColumns; column += 4) {
      const from = matrix + <usize>((row * columns + column) * 4);
      const to = out + <usize>((column * rows + row) * 4);
      const a = v128.load(from);
      const b = v128.load(from + rowBytes);
      const c = v128.load(from + 2 * rowBytes);
      const d = v128.load(from + 3 * rowBytes);
      const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
      const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
      const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
      v128.store(to + outBytes, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
      v128.store(to + 2 * outBytes, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5));
      v128.store(to + 3 * outBytes, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7));
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = row < wholeRows ? wholeColumns : 0; column < columns; column++) {
      store<f32>(out + <usize>((column * rows + row) * 4), load<f32>(matrix + <usize>((row * columns + column) * 4)));
    }
  }
}

/** out [columns] = sums over the rows of matrix [rows, columns]. */
export function columnSums(matrix: usize, rows: i32, columns: i32, out: usize): void {
  const stride = columns * 4;
  let column = 0;
  for (; column + 4 <= columns; column += 4) {
    let from = matrix + <usize>(column * 4);
    let sums = f32x4.splat(0);
    for (let row = 0; row < rows; row++) {
      sums = f32x4.add(sums, v128.load(from));
      from += stride;
    }
    v128.store(out + <usize>(column * 4), sums);
  }
  for (; column < columns; column++) {
    let from = matrix + <usize>(column * 4);
    let sum: f32 = 0;
    for (let row = 0; row < rows; row++) {
      sum += load<f32>(from);
      from += stride;
    }
    store<f32>(out + <usize>(column * 4), sum);
  }
}

/** 1 / (1 + e^-x) in the steps of XNNPACK's f32-vsigmoid "rr2-p5-div", from which tfjs has it. */
function sigmoid(x: v128): v128 {
  const z = f32x4.abs(x);
  // n = round(-z / ln 2); e^-z = 2^n e^t with t = -z - n ln 2, by a polynomial of degree 5
  const shifted = f32x4.add(f32x4.splat(12583039), f32x4.mul(z, f32x4.splat(-1.442695)));
  const power = i32x4.shl(shifted, 23);
  const n = f32x4.sub(shifted, f32x4.splat(12583039));
  let t = f32x4.add(z, f32x4.mul(n, f32x4.splat(0.69314575)));
  t = f32x4.add(t, f32x4.mul(n, f32x4.splat(1.4286068e-6)));
  let p = f32x4.add(f32x4.splat(0.041897822), f32x4.mul(t, f32x4.splat(-0.008289291)));
  p = f32x4.add(f32x4.splat(-0.16667652), f32x4.mul(t, p));
  p = f32x4.add(f32x4.splat(0.4999915), f32x4.mul(t, p));
  p = f32x4.add(f32x4.splat(-0.9999997), f32x4.mul(t, p));
  const e = f32x4.add(power, f32x4.mul(f32x4.mul(t, power), p));
  const f = f32x4.div(e, f32x4.add(e, f32x4.splat(1)));
  // e^-z would be subnormal
  const small = v128.andnot(f, f32x4.gt(z, f32x4.splat(87.33654)));
  return v128.bitselect(small, f32x4.sub(f32x4.splat(1), small), i32x4.shr_s(x, 31));
}

/** logits [count] become (sigmoid(logits) - x) * perSample; `count` is rounded up to a multiple of 4. */
export function pixelErrors(logits: usize, x: usize, count: i32, perSample: f32): void {
  for (let byte: usize = 0; byte < <usize>(count * 4); byte += 16) {
    const error = f32x4.sub(sigmoid(v128.load(logits + byte)), v128.load(x + byte));
    v128.store(logits + byte, f32x4.mul(error, f32x4.splat(perSample)));
  }
}

/** out [batch, latent] = half of the second half of posterior [batch, 2 latent], the log variances. */
export function halfLogVariances(posterior: usize, batch: i32, latent: i32, out: usize): void {
  for (let row = 0; row < batch; row++) {
    for (let i = 0; i < latent; i++) {
      store<f32>(out + <usize>((row * latent + i) * 4), load<f32>(posterior + <usize>((row * 2 * latent + latent + i) * 4)) * 0.5);
    }
  }
}

/** noise = sigma * epsilon, z = mu + noise, all [batch, latent] but posterior [batch, 2 latent]. */
export function latentPoints(posterior: usize, sigma: usize, epsilon: usize, batch: i32, latent: i32, noise: usize, z: usize): void {
  for (let row = 0; row < batch; row++) {
    for (let i = 0; i < latent; i++) {
      const at = <usize>((row * latent + i) * 4);
      const value = load<f32>(sigma + at) * load<f32>(epsilon + at);
      store<f32>(noise + at, value);
      store<f32>(z + at, load<f32>(posterior + <usize>((row * 2 * latent + i) * 4)) + value);
    }
  }
}

/** Errors of mu and log variance, out [batch, 2 latent], from those of z [batch, latent]; `weight` is beta / batch. */
export function posteriorErrors(
  posterior: usize,
  sigma: usize,
  noise: usize,
  zErrors: usize,
  batch: i32,
  latent: i32,
  weight: f32,
  out: usize,
): void {
  for (let row = 0; row < batch; row++) {
    for (let i = 0; i < latent; i++) {
      const at = <usize>((row * latent + i) * 4);
      const ofMu = <usize>((row * 2 * latent + i) * 4);
      const zError = load<f32>(zErrors + at);
      const deviation = load<f32>(sigma + at);
      const variance = (deviation * deviation - 1) * weight;
      store<f32>(out + ofMu, zError + load<f32>(posterior + ofMu) * weight);
      store<f32>(out + ofMu + <usize>(latent * 4), (zError * load<f32>(noise + at) + variance) * 0.5);
    }
  }
}

/** One step of Adam on vectors [count], in place: see `adamStep`. */
export function adam(
  parameters: usize,
  first: usize,
  second: usize,
  gradient: usize,
  count: i32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  stepSize: f32,
): void {
  const end = <usize>(count * 4);
  let byte: usize = 0;
  for (; byte + 16 <= end; byte += 16) {
    const slope = v128.load(gradient + byte);
    const sum = f32x4.add(f32x4.mul(v128.load(first + byte), f32x4.splat(beta1)), slope);
    const squares = f32x4.add(f32x4.mul(v128.load(second + byte), f32x4.splat(beta2)), f32x4.mul(slope, slope));
    const direction = f32x4.div(sum, f32x4.add(f32x4.sqrt(squares), f32x4.splat(epsilon)));
    v128.store(first + byte, sum);
    v128.store(second + byte, squares);
    v128.store(parameters + byte, f32x4.sub(v128.load(parameters + byte), f32x4.mul(direction, f32x4.splat(stepSize))));
  }
  for (; byte < end; byte += 4) {
    const slope = load<f32>(gradient + byte);
    const sum = load<f32>(first + byte) * beta1 + slope;
    const squares = load<f32>(second + byte) * beta2 + slope * slope;
    store<f32>(first + byte, sum);
    store<f32>(second + byte, squares);
    store<f32>(parameters + byte, load<f32>(parameters + byte) - (sum / (sqrt<f32>(squares) + epsilon)) * stepSize);
  }
}
