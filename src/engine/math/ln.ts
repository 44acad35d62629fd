import { LOWEST_EXPONENT, powersOfTwo } from './powersOfTwo';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const TWO_54 = 1.8014398509481984e16;
const THIRD = 0.33333333333333333;
const FRACTION = 0xfffff;
const LEAST_NORMAL = 0x00100000;
const INFINITE = 0x7ff00000;
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
double[0] = 2;
/** where the word with sign and exponent is */
const HIGH = words[0] === 0 ? 1 : 0;

/**
 * The natural logarithm in arithmetic alone, so that every engine returns the same bits (`Math.log` differs between browsers): FreeBSD's e_log.c
 * as in @stdlib's ln, bit for bit, without its calls. ln 0 = -Infinity, of a negative number NaN.
 *
 * e_log.c: Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this software is
 * freely granted, provided that this notice is preserved.
 */
export function ln(value: number): number {
  if (value === 0) return Number.NEGATIVE_INFINITY;
  if (!(value > 0)) return Number.NaN;
  double[0] = value;
  let high = words[HIGH];
  if (high >= INFINITE) return value;
  // subnormal numbers are scaled first
  const shift = high < LEAST_NORMAL ? -54 : 0;
  const scaled = shift === 0 ? value : value * TWO_54;
  if (shift !== 0) {
    double[0] = scaled;
    high = words[HIGH];
  }
  // scaled = 2^e (1 + f), 1 + f from the root of 1/2 to that of 2
  const exponent = (high >> 20) - 1023;
  high &= FRACTION;
  const e = exponent + ((high + 0x95f64) >> 20);
  // a product with a power of two is exact, and sooner there than a double whose word was exchanged; 2^-e has to be normal
  const f = (e <= -LOWEST_EXPONENT ? scaled * powersOfTwo[-e - LOWEST_EXPONENT] : (scaled / 4) * powersOfTwo[2 - e - LOWEST_EXPONENT]) - 1;
  const k = e + shift;
  if ((FRACTION & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    const rest = f * f * (0.5 - THIRD * f);
    return k === 0 ? f - rest : k * LN2_HIGH - (rest - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const rest = even + odd;
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + rest)) : k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - rest) : k * LN2_HIGH - (s * (f - rest) - k * LN2_LOW - f);
}
