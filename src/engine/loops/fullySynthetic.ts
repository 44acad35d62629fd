import type { Loop } from '../contracts';

/** Only generated data (MAD Sect. 2.2). */
export const fullySynthetic: Loop = {
  id: 'fully-synthetic',
  name: 'Fully synthetic',
  short: 'synthetic',
  summary: 'After generation 1, each model is trained only on what earlier models made.',
  real: 'none',
  memories: ['previous', 'all'],
  compose: ({ synthetic }) => synthetic(),
};
