import { isUndefined, type Metric } from './scene';

export const recall: Metric = {
  id: 'recall',
  name: 'Recall',
  aspect: 'diversity',
  better: 'higher',
  range: [0, 1],
  scale: 'linear',
  meaning:
    'The share of held-out real samples that the model can still produce: each of them lies among generated samples, no farther from one of these than its k-th nearest generated neighbour.',
  formula: 'share of real x with |x − y| ≤ r(y) for at least one generated y; r(y) = distance from y to its k-th nearest other generated sample',
  latex: '\\frac{1}{n}\\sum_{x}\\mathbf{1}\\left[\\,\\exists y:\\ |x-y|\\le r(y)\\,\\right]',
  symbols:
    'x: the n real samples; y: generated ones; r(y): distance from y to its k-th nearest other generated sample. ∃: there is; 1[…]: 1 where it holds, else 0.',
  trap: 'A few stray generated samples have wide neighbourhoods and can cover real data that the model hardly makes. It also depends on the number of samples: compare runs of equal evaluation size.',
  source: 'Kynkäänniemi et al. 2019, arXiv 1904.06991 (k = 5 as in Alemohammad et al., arXiv 2307.01850)',
  kinds: ['points', 'images'],
  needsModes: false,
  rank: 0,
  *compute({ syntheticBalls, real }) {
    const balls = yield* syntheticBalls();
    return isUndefined(balls) ? balls : { value: balls.covered / real.count };
  },
};
