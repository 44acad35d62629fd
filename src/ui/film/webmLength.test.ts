import { expect, it } from 'vitest';
import { withLength } from './webmLength';

/** How a file of Firefox begins: information with a time scale and an empty duration. */
const head = (duration: number) => {
  const bytes = Uint8Array.from([0x15, 0x49, 0xa9, 0x66, 0x92, 0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40, 0x44, 0x89, 0x88, ...Array(8).fill(0), 7]);
  new DataView(bytes.buffer).setFloat64(15, duration);
  return bytes;
};

it('fills in the length of a recording that has room for it, and leaves every other file as it is', () => {
  expect(withLength(head(0), 5.3)).toEqual(head(5300));
  expect(withLength(head(1234), 5.3)).toEqual(head(1234));
  expect(withLength(Uint8Array.of(1, 2, 0x44, 0x89), 5.3)).toEqual(Uint8Array.of(1, 2, 0x44, 0x89));
});
