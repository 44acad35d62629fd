import type { Metric } from './scene';

export const modesAlive: Metric = {
  id: 'modesAlive',
  name: 'Modes alive',
  aspect: 'survival',
  better: 'higher',
  range: [0, null],
  scale: 'linear',
  meaning: 'How many modes of the real data (for digits: how many of the ten classes) the model still makes.',
  formula:
    'a mode counts when at least 10 % of its fair share of the generated samples, and at least 3, lie within 3 σ of its centre; a digit class when it has at least 10 % of its share',
  latex: '\\sum_{j}\\mathbf{1}\\left[\\,n_j\\ge\\max(3,\\ 0.1\\,w_j\\,m)\\,\\right]',
  symbols:
    'nⱼ: how many of the m generated samples lie within 3 σ of the centre of mode j; wⱼ: its true share. A digit class counts from 10 % of its share. 1[…]: 1 where it holds, else 0.',
  trap: 'All or nothing: a mode at 11 % of its share still counts as alive, and one whose samples have drifted aside counts as dead. Share bias shows the change earlier.',
  source: 'definition of this project',
  kinds: ['points', 'images'],
  needsModes: true,
  rank: 1,
  compute({ shares }) {
    if (!shares) return { undefined: 'these data have no modes or classes, or there are no samples' };
    return { value: shares.alive.filter(Boolean).length };
  },
};
