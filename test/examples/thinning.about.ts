import type { StepDescription } from '../../src/engine/descriptions';
import { count, type Keys } from '../../src/engine/keys/key';

export const ABOUT: StepDescription = {
  id: 'thinning',
  name: 'Thinning',
  summary: 'Leaves out every so many of the synthetic samples.',
  keys: ['thin'],
};

export const THINNING_KEYS = {
  thin: count('Synthetic samples left out, %', { live: { long: 'synthetic samples left out', short: 'left out' }, max: 90, fallback: () => 0 }),
} as const satisfies Keys;
