import { expect, it } from 'vitest';
import { slipWords } from './slips';

it('what failed on the page is told in words, shortened', () => {
  expect(slipWords(new Error('no such thing'))).toMatch(/failed \(no such thing\).*reload the page/);
  expect(slipWords(new Error('x'.repeat(10_000)))?.length).toBeLessThan(400);
});

it('what is none of ours is not: scripts of other sites, and what browsers only call an error', () => {
  for (const other of [
    undefined,
    null,
    'Script error.',
    { message: 'x' },
    new Error('ResizeObserver loop completed with undelivered notifications.'),
  ])
    expect(slipWords(other)).toBeNull();
});
