export const LOWEST_EXPONENT = -1022;
const HIGHEST_EXPONENT = 1023;

/** 2^k for k = -1022 .. 1023, by multiplication alone: `Math.pow` is not exact everywhere. */
export const powersOfTwo = new Float64Array(HIGHEST_EXPONENT - LOWEST_EXPONENT + 1);
powersOfTwo[-LOWEST_EXPONENT] = 1;
for (let k = 1; k <= HIGHEST_EXPONENT; k++) powersOfTwo[k - LOWEST_EXPONENT] = powersOfTwo[k - 1 - LOWEST_EXPONENT] * 2;
for (let k = -1; k >= LOWEST_EXPONENT; k--) powersOfTwo[k - LOWEST_EXPONENT] = powersOfTwo[k + 1 - LOWEST_EXPONENT] / 2;
