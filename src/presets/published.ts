import type { WrittenPreset } from './preset';
import type { Expected, Reading } from './readings';

const OTHER_CODE = 'a simulation with other code';

/** What is seen beside each other. */
const MANY =
  'model=gaussian&dim=100&loop=fresh-data&initialReal=1000&real=100&synthetic=900&generations=40&replicates=4&scores=frechetDistance,traceRatio';
const FEW =
  'model=gaussian&dim=100&loop=fresh-data&initialReal=100&real=100&synthetic=900&generations=40&replicates=4&scores=frechetDistance,traceRatio';
const REPLACE = 'model=gaussian&dim=10&loop=fully-synthetic&initialReal=100&synthetic=100&replicates=16&scores=frechetDistance,traceRatio';
const ACCUMULATE =
  'model=gaussian&dim=10&loop=synthetic-augmentation&memory=all&initialReal=100&synthetic=100&replicates=16&scores=frechetDistance,traceRatio';

/** Settings of papers. What they say is told in our words; where they print no number, or none is known to us, the text says so. */
export const MAD_FIGURE_10: WrittenPreset = {
  title: 'A published experiment',
  look: 'A Gaussian in 100 dimensions with 100 fresh and 900 generated samples, as in the MAD paper: after a rise the error (W₂², the exact Wasserstein distance) settles.',
  query: MANY,
  beside: { words: 'the same loop with a poor start', query: FEW },
  published: {
    id: 'mad-10-many',
    source: 'Alemohammad et al., Fig. 10 and eq. 3',
    says: 'The error settles at a level that does not depend on the first model. From the figure we have no number; an earlier simulation with other code settled at W₂² = 12.1, one of 300 runs at 12.27.',
    readings: [settled([12.1, '12.1'], [12.27, '12.27'], 0.032)],
    runs: 32,
    again: 8,
  },
};

export const PUBLISHED: readonly WrittenPreset[] = [
  {
    title: 'A poor start, the same end',
    look: 'The same loop begun with 100 real samples instead of 1,000: the error comes down to the very level to which it rose before.',
    query: FEW,
    beside: { words: 'the same loop with a good start', query: MANY },
    published: {
      id: 'mad-10-few',
      source: 'Alemohammad et al., Fig. 10 and eq. 3',
      says: 'The same level from either start. From the figure we have no number; simulations with other code have W₂² = 32.0 for 100 real samples alone and settle at 12.1 (an earlier one) and 12.27 (one of 300 runs).',
      readings: [
        {
          id: 'first',
          what: 'W₂² at generation 1',
          value: 'w2Squared',
          generations: [1, 1],
          over: 'mean',
          expected: [{ value: 32, printed: '32.0', by: OTHER_CODE, within: 0.05 }],
        },
        settled([12.1, '12.1'], [12.27, '12.27'], 0.032),
      ],
      runs: 32,
      again: 8,
    },
  },
  {
    title: 'The price of a sampling bias',
    look: 'Every model keeps a little to its likeliest samples (λ = 0.8): the loop still settles, but far higher, for variance is lost for good.',
    query:
      'model=gaussian&dim=100&loop=fresh-data&initialReal=1000&real=100&synthetic=900&bias=0.8&generations=40&replicates=4&scores=frechetDistance,traceRatio',
    beside: { words: 'the same loop without the bias', query: MANY },
    published: {
      id: 'mad-10-biased',
      source: 'Alemohammad et al., Fig. 10',
      says: 'The same figure at λ = 0.8. From it we have no number; an earlier simulation with other code settled at W₂² = 20.7, one of 200 runs at 20.63.',
      readings: [settled([20.7, '20.7'], [20.63, '20.63'], 0.018)],
      runs: 32,
      again: 8,
    },
  },
  {
    title: 'Twenty-five modes, two thousand generations',
    look: 'Every model is sampled faithfully, and still mode after mode dies, fast at first, until one is left.',
    query: 'dataset=grid&loop=fully-synthetic&initialReal=500&synthetic=500&evaluation=2000&generations=2000&scores=modesAlive,shareBias',
    speed: 'max',
    computes: 120,
    published: {
      id: 'mad-grid',
      source: 'Alemohammad et al., App. B.2',
      says: 'Shows this grid at generations 1, 200 and 2000 of a fully synthetic loop at λ = 1. We have no count from it; if modes were redrawn like genes, 4.82 of 25 would live on at 200 and 1.05 at 2000.',
      differs: 'Mixture and 500 samples are our choice; EM also lets modes wander, and one that has left its place counts as dead.',
      readings: [
        { ...alive(200), expected: [genes(4.82)] },
        { ...alive(2000), expected: [genes(1.05)] },
      ],
      runs: 8,
      again: 1,
    },
  },
  {
    title: 'One Gaussian, sixty-four times',
    look: 'The variance of the run in the middle fades away, while a few runs grow and hold up the mean: that is how one Gaussian collapses.',
    query: 'model=gaussian&dim=1&loop=fully-synthetic&initialReal=100&synthetic=100&replicates=64&scores=frechetDistance,traceRatio',
    published: {
      id: 'nature-gaussian',
      source: 'Shumailov et al., Theorem 3.1',
      says: 'Mean W₂² grows by 3/(2n) each generation, to first order: 0.75 at generation 50 for n = 100, exactly 0.737. The mean variance stays 1.00, the typical one falls like exp(−t/(n − 1)): to 0.602.',
      differs: 'The sample size is our choice.',
      readings: [
        {
          id: 'w2',
          what: 'W₂² at generation 50',
          value: 'w2Squared',
          generations: [50, 50],
          over: 'mean',
          expected: [{ value: 0.73723, printed: '0.737', by: 't/n + 2(1 − c₄(n)ᵗ)', within: 1e-6 }],
        },
        {
          id: 'variance',
          what: 'variance',
          value: 'traceOverDim',
          generations: [50, 50],
          over: 'mean',
          expected: [{ value: 1, printed: '1.00', by: 'the unbiased loop', within: 0 }],
        },
        {
          id: 'typical',
          what: 'median variance',
          value: 'traceOverDim',
          generations: [50, 50],
          over: 'median',
          expected: [{ value: 0.60245, printed: '0.602', by: 'the log law', within: 1e-5 }],
        },
      ],
      runs: 4096,
      again: 1024,
    },
  },
  {
    title: 'A mixture of two shrinks to a point',
    look: 'For hundreds of generations the spread only wanders; then each half shrinks, to one point or two apart, which hold the variance up.',
    query: 'dataset=moons&loop=fully-synthetic&initialReal=1000&synthetic=1000&generations=2000&scores=frechetDistance,traceRatio&components=2',
    speed: 'max',
    computes: 30,
    published: {
      id: 'nature-mixture',
      source: 'Shumailov et al., Gaussian mixtures',
      says: 'Two Gaussians refitted to 1,000 samples of themselves picture the data wrongly within 50 generations, and are nearly a point by 2,000.',
      differs:
        'Our data are two half moons, the nearest set here, which two Gaussians fit only roughly from the start. The floor under the variances is ours too, and shown.',
      readings: [
        {
          id: 'first',
          what: 'median Frechet distance of the moments at generation 1',
          value: 'momentFrechet',
          generations: [1, 1],
          over: 'median',
        },
        { id: 'soon', what: 'at 50', value: 'momentFrechet', generations: [50, 50], over: 'median' },
        { id: 'variance', what: 'median variance at generation 1', value: 'traceOverDim', generations: [1, 1], over: 'median' },
        { id: 'end', what: 'at 2,000', value: 'traceOverDim', generations: [2000, 2000], over: 'median' },
      ],
      runs: 24,
      again: 4,
    },
  },
  {
    title: 'Replace',
    look: 'Each generation’s samples take the place of all before: the error grows by the same step every generation and knows no end.',
    query: REPLACE,
    beside: { words: 'Accumulate', query: ACCUMULATE },
    published: {
      id: 'replace',
      source: 'Gerstgrasser et al., abstract',
      says: 'Where data are replaced, the test error of linear models grows linearly with the generations. So does the error of this Gaussian’s mean in theory, d t/n: 0.100 at generation 1, 5.00 at 50.',
      readings: meanErrors(5, '5.00'),
      runs: 2048,
      again: 512,
    },
  },
  {
    title: 'Accumulate',
    look: 'Everything is kept, real and generated: the error rises a little and then stays, however long the loop goes on.',
    query: ACCUMULATE,
    beside: { words: 'Replace', query: REPLACE },
    published: {
      id: 'accumulate',
      source: 'Gerstgrasser et al., abstract',
      says: 'Where data accumulate, the test error of linear models has a finite upper bound. So has the error of this Gaussian’s mean in theory: 0.100 at generation 1, 0.162 at 50, and never more than about π²/6 times the first.',
      readings: meanErrors(0.162359, '0.162'),
      runs: 512,
      again: 128,
    },
  },
  {
    title: 'Accumulate, but pay for a hundred',
    look: 'Everything is kept, but each model is trained on a hundred samples drawn from it: worse than all of it, far better than the newest alone.',
    query:
      'model=gaussian&dim=10&loop=synthetic-augmentation&memory=subsample&initialReal=100&synthetic=100&replicates=16&scores=frechetDistance,traceRatio',
    beside: { words: 'Accumulate', query: ACCUMULATE },
    published: {
      id: 'subsample',
      source: 'Kazdan et al., abstract',
      says: 'Trained on subsets of fixed size, Gaussians and other models get worse slowly and gradually, not explosively. Theory for this one: an error of the mean of 0.100 at generation 1 and 0.289 at 50.',
      readings: meanErrors(0.289173, '0.289'),
      runs: 1024,
      again: 256,
    },
  },
];

/** W2^2 once it has settled; `run`: of science/madFigure10.py. */
function settled(noted: readonly [number, string], run: readonly [number, string], within: number): Reading {
  return {
    id: 'settled',
    what: 'W₂² over generations 31 to 40',
    value: 'w2Squared',
    generations: [31, 40],
    over: 'mean',
    expected: [
      { value: run[0], printed: run[1], by: OTHER_CODE, within },
      { value: noted[0], printed: noted[1], by: 'an earlier simulation', within: 0.05, apart: 'of how many runs is not known' },
    ],
  };
}

function alive(generation: number): Reading {
  return {
    id: `alive${generation}`,
    what: `modes alive at generation ${generation}`,
    value: 'modesAlive',
    generations: [generation, generation],
    over: 'mean',
  };
}

function genes(value: number): Expected {
  return { value, printed: String(value), by: 'the drift of genes', within: 0.005, apart: 'EM does more than redraw the shares of modes' };
}

/** |mu_t - mu_0|^2 at generation 1, where it is d/n, and at 50. */
function meanErrors(last: number, printed: string): readonly Reading[] {
  return [
    {
      id: 'first',
      what: 'error of the mean at generation 1',
      value: 'meanSquared',
      generations: [1, 1],
      over: 'mean',
      expected: [{ value: 0.1, printed: '0.100', by: 'theory', within: 0 }],
    },
    {
      id: 'last',
      what: 'at 50',
      value: 'meanSquared',
      generations: [50, 50],
      over: 'mean',
      expected: [{ value: last, printed, by: 'theory', within: 1e-6 }],
    },
  ];
}
