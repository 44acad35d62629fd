import { expect, test } from 'vitest';
import { number, ordinal, percent, span, thousands } from './format';

test('a span has the digits that tell its ends apart', () => {
  expect(span(0.972, 0.991)).toBe('0.97 to 0.99');
  expect(span(0.997, 1)).toBe('0.997 to 1');
  expect(span(1.9981, 1.9993)).toBe('1.998 to 1.999');
  expect(span(0.00008, 0.009)).toBe('8.0e−5 to 0.009');
  expect(span(-0.5, 0.5)).toBe('−0.50 to 0.50');
});

test('a span without a width is one number', () => {
  expect(span(8, 8)).toBe('8');
  expect(span(0.5, 0.5)).toBe(number(0.5));
});

test('a count is read in groups of three digits, as English writes it', () => {
  const counts = [0, 7, 64, 999, 1000, 20_000, 123_456, 1_234_567, 4_294_967_295];
  expect(counts.map(thousands)).toEqual(counts.map((count) => count.toLocaleString('en')));
});

test('a share is whole percent, and short however large it is', () => {
  expect([0.004, 0.36, 1.42, 999].map(percent)).toEqual(['0\u00a0%', '36\u00a0%', '142\u00a0%', '99900\u00a0%']);
  expect(percent(1.4e97)).toBe('1.4e99\u00a0%');
});

test('an ordinal ends as it is said', () => {
  expect([1, 2, 3, 4, 10, 11, 12, 13, 20, 21, 22, 23, 24, 101, 111, 112, 113, 121].map(ordinal).join(' ')).toBe(
    '1st 2nd 3rd 4th 10th 11th 12th 13th 20th 21st 22nd 23rd 24th 101st 111th 112th 113th 121st',
  );
});
