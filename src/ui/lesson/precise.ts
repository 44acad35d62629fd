import { number } from '../../format';
import { numberWords } from '../../lessons/gap';

/** A number to calculate with: three digits of a small one, where two would be too few. What never comes is said in words. */
export const precise = (value: Parameters<typeof numberWords>[0]): string => {
  if (typeof value !== 'number') return numberWords(value);
  const size = Math.abs(value);
  return size >= 0.001 && size < 0.1 ? value.toPrecision(3).replace('-', '−') : number(value);
};
