/** Exact rational arithmetic on doubles, for values that tests compare with: sums and products have no rounding, roots 250 bits. */
export interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

const ROOT_BITS = 256n;

export const exact = (value: number): Exact => {
  if (value === 0) return { over: 0n, under: 1n };
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value);
  const bits = bytes.getBigUint64(0);
  const biased = (bits >> 52n) & 0x7ffn;
  const digits = (bits & 0xfffffffffffffn) | (biased === 0n ? 0n : 1n << 52n);
  const exponent = (biased === 0n ? 1n : biased) - 1075n;
  const signed = bits >> 63n === 1n ? -digits : digits;
  return exponent >= 0n ? { over: signed << exponent, under: 1n } : { over: signed, under: 1n << -exponent };
};

/** Denominators are mostly powers of 2: one that divides the other keeps the numbers short. */
export function add(a: Exact, b: Exact): Exact {
  if (a.under > b.under) return add(b, a);
  const factor = b.under / a.under;
  if (factor * a.under === b.under) return { over: a.over * factor + b.over, under: b.under };
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export const times = (a: Exact, b: Exact): Exact => ({ over: a.over * b.over, under: a.under * b.under });
export const minus = (a: Exact, b: Exact): Exact => add(a, { over: -b.over, under: b.under });
/** `b` must not be 0. */
export const per = (a: Exact, b: Exact): Exact =>
  b.over > 0n ? { over: a.over * b.under, under: a.under * b.over } : { over: -a.over * b.under, under: -a.under * b.over };
export const sum = (values: readonly Exact[]): Exact => values.reduce(add, exact(0));
export const square = (a: Exact): Exact => times(a, a);
export const isPositive = ({ over }: Exact): boolean => over > 0n;

const lengthOf = (value: bigint): number => value.toString(16).length * 4;

function floorRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(lengthOf(value) / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** Of a negative number 0. */
export const root = ({ over, under }: Exact): Exact =>
  over <= 0n ? exact(0) : { over: floorRoot((over * under) << (2n * ROOT_BITS)), under: under << ROOT_BITS };

/** over / under as mantissa in [2^63, 2^66) and exponent of 2; of a positive number. */
function scaled({ over, under }: Exact): { mantissa: number; exponent: number } {
  const shift = 66 - lengthOf(over) + lengthOf(under);
  const mantissa = shift >= 0 ? (over << BigInt(shift)) / under : over / (under << BigInt(-shift));
  return { mantissa: Number(mantissa), exponent: -shift };
}

/** The nearest double but for an ulp. */
export function toNumber(value: Exact): number {
  if (value.over === 0n) return 0;
  if (value.over < 0n) return -toNumber({ over: -value.over, under: value.under });
  const { mantissa, exponent } = scaled(value);
  const half = Math.trunc(exponent / 2);
  return mantissa * 2 ** half * 2 ** (exponent - half);
}

/** ln of a positive number. */
export function lnOf(value: Exact): number {
  const { mantissa, exponent } = scaled(value);
  return Math.log(mantissa) + exponent * Math.LN2;
}
