import type { StepDescription } from '../descriptions';
import { type Choices, ever, type Keys } from '../keys/key';

export const ABOUT = {
  id: 'monitor',
  name: 'Monitor',
  summary: 'Scores every model against real samples of its own, and acts when one is too much worse than the first.',
  cost: 'real samples kept for it alone; rolled back, most of the work',
  keys: ['monitor', 'tolerance', 'action'],
} as const satisfies StepDescription;

const watches = (experiment: Choices) => ever(experiment, ({ monitor }) => monitor === 'recall' || monitor === 'frechetDistance');

export const MONITOR_KEYS = {
  monitor: {
    type: 'choice',
    label: 'Monitor',
    live: { long: 'monitor', short: 'monitor' },
    applies: () => true,
    options: [
      { id: 'none', name: 'None' },
      { id: 'recall', name: 'Watches recall' },
      { id: 'frechetDistance', name: 'Watches the Frechet distance' },
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
