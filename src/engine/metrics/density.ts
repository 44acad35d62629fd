import { isUndefined, type Metric } from './scene';

export const density: Metric = {
  id: 'density',
  name: 'Density',
  aspect: 'quality',
  better: 'one',
  range: [0, null],
  scale: 'linear',
  meaning:
    'How crowded with real samples the places are where generated ones lie. It is about 1 when both follow the same distribution and 0 when the generated ones lie where no real ones are.',
  formula: 'average over generated y of (number of real x with |y − x| < r(x)) / k; r(x) = distance from x to its k-th nearest other real sample',
  latex: '\\frac{1}{k\\,m}\\sum_{y}\\sum_{x}\\mathbf{1}\\left[\\,|y-x|<r(x)\\,\\right]',
  symbols: 'y: the m generated samples; x: real ones; r(x): distance from x to its k-th nearest other real sample. 1[…]: 1 where it holds, else 0.',
  trap: 'More is not better: a model that makes only the most typical samples scores above 1.',
  source: 'Naeem et al. 2020, arXiv 2002.09797',
  kinds: ['points', 'images'],
  needsModes: false,
  rank: null,
  *compute({ realBalls, synthetic, k }) {
    const balls = yield* realBalls();
    return isUndefined(balls) ? balls : { value: balls.strictPairs / (k * synthetic.count) };
  },
};
