import { describe, expect, it } from 'vitest';
import { frameOf, laneOf } from '../../../store/testing/frames';
import { areAlike, topOf } from './shareBars';
import { sharesSummary } from './shares';

const DIGITS = [...'0123456789'];

it('bars of shares have one scale for all that are seen, which changes in steps', () => {
  const even = Array<number>(10).fill(0.1);
  expect(topOf([even, even])).toBe(0.2);
  expect(topOf([even, [0.21, 0.79 / 9]])).toBe(0.5);
  expect(topOf([[1], even])).toBe(1);
  expect(topOf([[], []])).toBe(0.2);
});

it('classes that are about equally frequent have one line for all, others their own', () => {
  expect([areAlike([]), areAlike([0.1, 0.11, 0.09]), areAlike([0.09, 0.001])]).toEqual([true, true, false]);
});

describe('the summary of the shares', () => {
  it('names the digit made most and those that died out', () => {
    const share = [0, 0.02, 0.08, 0.1, 0.1, 0.1, 0.1, 0.1, 0.4, 0];
    const frame = frameOf(3, [laneOf('a', { shares: { share, alive: share.map((part) => part >= 0.01) } })]);
    const loops = [
      { id: 'a', name: 'Fresh data' },
      { id: 'b', name: 'Other' },
    ];
    expect(sharesSummary(frame, loops, DIGITS, { mode: 'digit', modesDie: true })).toBe(
      'Generation 3. Fresh data: 8 is made most (40\u00a0%), 0 and 9 have died out.',
    );
    expect(sharesSummary(undefined, loops, DIGITS, { mode: 'digit', modesDie: true })).toBe('');
    expect(sharesSummary(frame, loops, ['A', ...DIGITS], { mode: 'first letter', modesDie: false })).toContain('A and 8 are not made.');
  });
});
