import { isUndefined, type Metric } from './scene';

export const precision: Metric = {
  id: 'precision',
  name: 'Precision',
  aspect: 'quality',
  better: 'higher',
  range: [0, 1],
  scale: 'linear',
  meaning:
    'The share of generated samples that look real: each of them lies among held-out real samples, no farther from one of these than its k-th nearest real neighbour.',
  formula: 'share of generated y with |y − x| ≤ r(x) for at least one real x; r(x) = distance from x to its k-th nearest other real sample',
  latex: '\\frac{1}{m}\\sum_{y}\\mathbf{1}\\left[\\,\\exists x:\\ |y-x|\\le r(x)\\,\\right]',
  symbols:
    'y: the m generated samples; x: real ones; r(x): distance from x to its k-th nearest other real sample. ∃: there is; 1[…]: 1 where it holds, else 0.',
  trap: 'It says nothing about variety. When a model collapses to one grey blob, precision rises to 1, because the blob sits inside a large real neighbourhood: a score that looks good is not a model that is good.',
  source: 'Kynkäänniemi et al. 2019, arXiv 1904.06991 (k = 5 as in Alemohammad et al., arXiv 2307.01850)',
  kinds: ['points', 'images'],
  needsModes: false,
  rank: 2,
  *compute({ realBalls, synthetic }) {
    const balls = yield* realBalls();
    return isUndefined(balls) ? balls : { value: balls.covered / synthetic.count };
  },
};
