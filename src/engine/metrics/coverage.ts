import { isUndefined, type Metric } from './scene';

export const coverage: Metric = {
  id: 'coverage',
  name: 'Coverage',
  aspect: 'diversity',
  better: 'higher',
  range: [0, 1],
  scale: 'linear',
  meaning:
    'The share of held-out real samples that have a generated sample closer than their k-th nearest real neighbour. Unlike recall, stray generated samples cannot raise it.',
  formula: 'share of real x with |x − y| < r(x) for at least one generated y; r(x) = distance from x to its k-th nearest other real sample',
  latex: '\\frac{1}{n}\\sum_{x}\\mathbf{1}\\left[\\,\\exists y:\\ |x-y|<r(x)\\,\\right]',
  symbols:
    'x: the n real samples; y: generated ones; r(x): distance from x to its k-th nearest other real sample. ∃: there is; 1[…]: 1 where it holds, else 0.',
  trap: 'Even a perfect model stays below 1: with equal numbers of samples and k = 5 expect 0.969. It also falls when a mode is made too rarely, not only when it is lost.',
  source: 'Naeem et al. 2020, arXiv 2002.09797',
  kinds: ['points', 'images'],
  needsModes: false,
  rank: null,
  *compute({ realBalls, real }) {
    const balls = yield* realBalls();
    return isUndefined(balls) ? balls : { value: balls.occupied / real.count };
  },
};
