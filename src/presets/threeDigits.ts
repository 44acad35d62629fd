import { number } from '../format';

export const threeDigits = (value: number): string =>
  Math.abs(value) < 0.001 ? number(value) : String(Number(value.toPrecision(3))).replace('-', '−');
