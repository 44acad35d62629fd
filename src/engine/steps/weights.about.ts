import type { StepDescription } from '../descriptions';
import type { Keys } from '../keys/key';
import { plainName } from '../names';
import { readDecimal } from '../numberText';

export const ABOUT = {
  id: 'weights',
  name: 'Weights',
  summary: 'Real samples count more in the fit than their number says, or less.',
  cost: 'knowing which samples are real; too high a weight hurts where these are few',
  keys: ['realWeight'],
} as const satisfies StepDescription;

const LEAST = 0.01;
const MOST = 0.99;

/** What stands for a number that is worked out. */
const NAMED = ['count', 'optimal'] as const;

type RealWeight = number | (typeof NAMED)[number];

function readWeight(text: string): { readonly value: RealWeight; readonly exact: boolean } | undefined {
  const named = NAMED.find((name) => name === plainName(text));
  if (named) return { value: named, exact: true };
  const number = readDecimal(text);
  if (!Number.isFinite(number)) return undefined;
  const value = Math.min(MOST, Math.max(LEAST, number));
  return { value, exact: value === number };
}

export const WEIGHT_KEYS = {
  realWeight: {
    type: 'text',
    label: 'Weight of real data',
    live: { long: 'weight of real data', short: 'weight' },
    applies: () => true,
    allows: `count, optimal, or a number from ${LEAST} to ${MOST}`,
    read: readWeight,
    fallback: (): RealWeight => 'count',
  },
} as const satisfies Keys;
