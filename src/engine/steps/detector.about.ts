import type { StepDescription } from '../descriptions';
import { type Choices, ever, type Keys } from '../keys/key';
import { freshDataOnly } from './freshDataOnly';

export const ABOUT = {
  id: 'detector',
  name: 'Detector',
  summary: 'Looks at every new sample without knowing where it comes from, and removes those that it takes for synthetic.',
  cost: 'real samples lost to false alarms, and a smaller training set or, with refill, more new real data',
  keys: ['detector', 'falseAlarms', 'refill'],
} as const satisfies StepDescription;

const detects = (experiment: Choices) => ever(experiment, ({ detector }) => detector > 0);

export const DETECTOR_KEYS = {
  detector: {
    type: 'number',
    label: 'Detector recall',
    live: { long: 'detector recall', short: 'detector' },
    applies: () => true,
    min: 0,
    max: 1,
    scale: 'linear',
    fallback: () => 0,
  },
  falseAlarms: {
    type: 'number',
    label: 'False alarms',
    live: { long: 'false alarms', short: 'false alarms' },
    applies: detects,
    waits: true,
    min: 0,
    max: 1,
    scale: 'linear',
    fallback: () => 0.05,
  },
  refill: {
    type: 'choice',
    label: 'Refill',
    live: { long: 'refill', short: 'refill' },
    applies: detects,
    waits: true,
    refuses: (value, experiment) => (value === 'true' ? withoutRefill(experiment) : null),
    options: [
      { id: 'false', name: 'No: the set shrinks' },
      { id: 'true', name: 'Yes: until it is full again' },
    ],
    fallback: () => 'false',
  },
} as const satisfies Keys;

function withoutRefill(experiment: Choices) {
  const refused = freshDataOnly('', experiment);
  return refused && { ...refused, instead: 'false' };
}
