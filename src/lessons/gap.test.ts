import { expect, it } from 'vitest';
import type { Seen } from './checks';
import { gapWords } from './gap';
import type { RunSeen } from './runSeen';

/** A run whose recall at generation t is 1 − t/10, and whose modes alive are 8 − t. */
const frame = (generation: number) => ({
  generation,
  elapsedMs: 1,
  lanes: [
    {
      loop: 'fresh-data',
      replicate: 1,
      scores: { recall: 1 - generation / 10, modesAlive: 8 - generation },
      truth: {},
      undefined: {},
      theory: { theory: {}, undefined: {} },
    },
  ],
});
const run = {
  experiment: { loop: ['fresh-data'], replicates: 1, generations: 4 },
  frames: [1, 2, 3, 4].map(frame),
  noise: null,
} as unknown as RunSeen;
const seen: Seen = { run: (name) => (name === 'none' ? null : run), predicted: () => null };

const options = [
  { id: 'much', text: 'Recall is above .9.', misconception: 'M3', holds: { score: 'recall', at: 4, op: '>', value: 0.9 } },
  { id: 'some', text: 'Recall is above .5.', misconception: 'none', holds: { score: 'recall', at: 4, op: '>', value: 0.5 } },
];

it('says what was predicted and what the run gives, and no more', () => {
  const words = (part: object, guess: unknown) => gapWords({ id: 'p', ask: '?', ...part } as never, guess as never, seen, false);
  expect(words({ type: 'number', is: { score: 'recall', at: 4 }, between: [0, 1] }, 0.8)).toEqual(['You said 0.80; the run gives 0.60.']);
  expect(words({ type: 'choose', options }, ['much'])).toEqual(['You took: Recall is above .9.', 'The runs say: Recall is above .5.']);
  expect(words({ type: 'choose', several: true, options }, ['much'])).toEqual([
    'You took: Recall is above .9.',
    'By the runs it is so for: Recall is above .5.',
  ]);
  const items = [
    { id: 'early', text: 'at 1', is: { score: 'modesAlive', at: 1 } },
    { id: 'late', text: 'at 4', is: { score: 'modesAlive', at: 4 } },
  ];
  expect(words({ type: 'order', items }, ['late', 'early'])).toEqual(['Your order: at 4, at 1.', 'The run: at 1 7, at 4 4.']);
  expect(words({ type: 'sketch', score: 'recall', x: [1, 2, 4], y: [0, 1] }, [0.9, 0.2, 0.5])).toEqual([
    'You said 0.20 at generation 2; the run gives 0.80.',
    'You said 0.50 at generation 4; the run gives 0.60.',
  ]);
});

it('waits for runs that are not there', () => {
  const absent: Seen = { ...seen, run: () => null };
  const part = { id: 'p', ask: '?', type: 'number', is: { score: 'recall', at: 4 }, between: [0, 1] } as never;
  expect(gapWords(part, 0.8, absent, true)).toEqual(['The run is not there yet.']);
  expect(gapWords(part, 0.8, absent, false)).toEqual(['What the run gives is not known here.']);
});
