/** Functions that give the same bits everywhere. */

const LN2_HIGH: f64 = 6.9314718036912381649e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const LOG2_E: f64 = 1.442695040888963387;
const UNDERFLOW: f64 = -708;
const POWER: f64 = 6755399441055744 + 1023;
const EXPONENTS: f64 = 6755399441055744;

/** src/engine/math/exp.ts of numbers up to 0 */
// @ts-expect-error: decorator
@inline
export function expOfNegative(x: v128): v128 {
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
  // 2^k, in exact products: k + 1023 stands in the last bits of a sum with 1.5 x 2^52
  const power = i64x2.shl(f64x2.add(k, f64x2.splat(POWER)), 52);
  const value = f64x2.mul(fraction, power);
  return v128.andnot(value, f64x2.lt(x, f64x2.splat(UNDERFLOW)));
}

/** src/engine/math/ln.ts of normal numbers above 0, and of NaN */
export function ln(x: f64): f64 {
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

/** `ln` of two such numbers. */
// @ts-expect-error: decorator
@inline
export function lnOfTwo(x: v128): v128 {
  const words = i64x2.shr_u(x, 32);
  const high = v128.and(words, i64x2.splat(0xfffff));
  // close to a power of two there is another formula
  if (v128.any_true(v128.lt<i64>(v128.and(i64x2.add(high, i64x2.splat(2)), i64x2.splat(0xfffff)), i64x2.splat(3)))) {
    return f64x2.replace_lane(f64x2.splat(ln(f64x2.extract_lane(x, 0))), 1, ln(f64x2.extract_lane(x, 1)));
  }
  const carry = v128.and(i64x2.add(high, i64x2.splat(0x95f64)), i64x2.splat(0x100000));
  const exponent = i64x2.add(i64x2.shr_u(words, 20), i64x2.shr_u(carry, 20));
  // the exponent stands in the last bits of 1.5 x 2^52
  const k = f64x2.sub(i64x2.add(exponent, f64x2.splat(EXPONENTS)), f64x2.splat(EXPONENTS + 1023));
  const one = i64x2.shl(v128.or(high, v128.xor(carry, i64x2.splat(0x3ff00000))), 32);
  const f = f64x2.sub(v128.or(one, v128.and(x, i64x2.splat(0xffffffff))), f64x2.splat(1));
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let odd = f64x2.add(f64x2.splat(0.22222198432149784), f64x2.mul(w, f64x2.splat(0.15313837699209373)));
  odd = f64x2.mul(w, f64x2.add(f64x2.splat(0.3999999999940942), f64x2.mul(w, odd)));
  let even = f64x2.add(f64x2.splat(0.1818357216161805), f64x2.mul(w, f64x2.splat(0.14798198605116586)));
  even = f64x2.add(f64x2.splat(0.2857142874366239), f64x2.mul(w, even));
  even = f64x2.mul(z, f64x2.add(f64x2.splat(0.6666666666666735), f64x2.mul(w, even)));
  const rest = f64x2.add(even, odd);
  const half = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f);
  const low = f64x2.mul(k, f64x2.splat(LN2_LOW));
  const far = f64x2.sub(f64x2.sub(half, f64x2.add(f64x2.mul(s, f64x2.add(half, rest)), low)), f);
  const near = f64x2.sub(f64x2.sub(f64x2.mul(s, f64x2.sub(f, rest)), low), f);
  const isFar = v128.gt<i64>(v128.or(i64x2.sub(high, i64x2.splat(0x6147a)), i64x2.sub(i64x2.splat(0x6b851), high)), i64x2.splat(0));
  return f64x2.sub(f64x2.mul(k, f64x2.splat(LN2_HIGH)), v128.bitselect(far, near, isFar));
}
