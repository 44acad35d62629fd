const bytes = new DataView(new ArrayBuffer(8));

/**
 * The largest power of 4 not above a finite `size` > 0 (2^-1022 below that). To divide by it and to multiply by it, or by its root, is exact:
 * squares of what is divided by it stay in the range of doubles.
 */
export function powerOfFour(size: number): number {
  bytes.setFloat64(0, size);
  const exponent = (bytes.getUint16(0) >> 4) & 0x7ff;
  // exponents are kept with 1023 added, so even ones are odd
  const even = exponent % 2 === 1 ? exponent : Math.max(1, exponent - 1);
  bytes.setFloat64(0, 0);
  bytes.setUint16(0, even << 4);
  return bytes.getFloat64(0);
}
