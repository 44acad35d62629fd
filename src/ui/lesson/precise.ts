import { number } from '../../format';

/** A number to calculate with: three digits of a small one, where two would be too few. */
export const precise = (value: number): string => {
  const size = Math.abs(value);
  return size >= 0.001 && size < 0.1 ? value.toPrecision(3).replace('-', '−') : number(value);
};
