import { datasetOf } from '../chosen';
import type { StepDescription } from '../descriptions';
import { type Choices, type Chosen, ever, type Keys, type Refused } from '../keys/key';

export const ABOUT = {
  id: 'monitor',
  name: 'Monitor',
  summary: 'Scores every model against real samples of its own, and acts when one is too much worse than the first.',
  cost: 'real samples kept for it alone; rolled back, most of the work',
  keys: ['monitor', 'tolerance', 'action'],
} as const satisfies StepDescription;

const watches = (experiment: Choices) => ever(experiment, ({ monitor }) => monitor !== 'none');

const refusesMonitor = (value: string | number, chosen: Chosen): Refused | null =>
  value === 'wordsAlive' && datasetOf(chosen).kind !== 'text' ? { why: 'needs text', instead: 'none' } : null;

export const MONITOR_KEYS = {
  monitor: {
    type: 'choice',
    label: 'Monitor',
    live: { long: 'monitor', short: 'monitor' },
    applies: () => true,
    refuses: refusesMonitor,
    options: [
      { id: 'none', name: 'None' },
      { id: 'recall', name: 'Watches recall' },
      { id: 'frechetDistance', name: 'Watches the Frechet distance' },
      { id: 'wordsAlive', name: 'Watches words, or names, left' },
    ],
    fallback: () => 'none',
  },
  tolerance: {
    type: 'number',
    label: 'Tolerance',
    live: { long: 'tolerance', short: 'tolerance' },
    applies: watches,
    waits: true,
    min: 0,
    max: 10,
    scale: 'linear',
    fallback: () => 0.15,
  },
  action: {
    type: 'choice',
    label: 'On alarm',
    live: { long: 'on alarm', short: 'on alarm' },
    applies: watches,
    waits: true,
    options: [
      { id: 'stop', name: 'Stop' },
      { id: 'rollback', name: 'Roll back' },
      { id: 'archive', name: 'Add the first real data' },
    ],
    fallback: () => 'archive',
  },
} as const satisfies Keys;
