import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { codeOf } from './codeOf';

const LINK = 'https://lab.example/?v=1&dataset=long-tail&bias=0.7&changes=20:real=64&backend=wasm';

it('the outline darkens the very squares of the code, with four light ones around', () => {
  const { size, outline } = codeOf(LINK) ?? { size: 0, outline: '' };
  const { data } = encode(LINK, { ecc: 'L', boostEcc: true, border: 4 });
  const squares = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y, run] of outline.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) squares[Number(y)]?.fill(true, Number(x), Number(x) + Number(run));
  expect(squares).toEqual(data);
  expect(
    squares.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [Math.min(x, y, size - 1 - x, size - 1 - y)] : []))).every((edge) => edge >= 4),
  ).toBe(true);
});

it('no code is made of what none can hold', () => {
  expect(codeOf(LINK.padEnd(2900, 'x'))).not.toBeNull();
  expect(codeOf(LINK.padEnd(3000, 'x'))).toBeNull();
});
