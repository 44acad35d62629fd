import { isUndefined, type Metric } from './scene';

export const traceRatio: Metric = {
  id: 'traceRatio',
  name: 'Variance ratio',
  aspect: 'spread',
  better: 'one',
  range: [null, null],
  scale: 'log',
  meaning:
    'Total variance of the generated samples divided by that of held-out real ones: 1 is right, towards 0 the cloud collapses, above 1 it spreads.',
  formula: 'tr S_s / tr S_r, covariances with divisor n − 1',
  latex: '\\frac{\\operatorname{tr}S_s}{\\operatorname{tr}S_r}',
  symbols: 'S: covariance (divisor n − 1) of s, generated, and r, real samples.',
  trap: 'It cannot see lost modes: a ring that has lost two opposite ones keeps its variance. Over many runs a few very wide ones hold the mean up while almost all collapse: read the median.',
  source: 'ratio of total variances; its role in the loops: Alemohammad et al., arXiv 2307.01850',
  kinds: ['points', 'images'],
  needsModes: false,
  rank: null,
  compute({ real, synthetic }) {
    const [below, above] = [real.trace(), synthetic.trace()];
    if (isUndefined(below)) return below;
    if (isUndefined(above)) return above;
    if (below.value === 0) return { undefined: 'all real samples coincide: they have no variance' };
    const value = above.value / below.value;
    return value === 0 && above.value > 0 ? { undefined: 'the value is too small for a number' } : { value };
  },
};
