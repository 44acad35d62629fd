import { expect, it } from 'vitest';
import { deskWords } from './deskWords';

it('a desk says which seed it has, and when the one on the screen is another', () => {
  expect(deskWords(12, 12)).toBe('Desk 12: seed 12');
  expect(deskWords(12, 99)).toBe('Desk 12 has seed 12; this is seed 99');
  expect(deskWords(null, 12)).toBeNull();
});
