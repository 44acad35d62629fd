import type { TruthDescription } from './contracts';

const POINTS = ['gaussian', 'gaussian-mixture'];

const common = { aspect: '', kinds: ['points'], needsModes: false, rank: null, models: POINTS, between: 'any' } as const;

/** What `truth.ts` computes, in words. Adding a value: one entry here, one there. */
export const truths: readonly TruthDescription[] = [
  {
    ...common,
    id: 'traceOverDim',
    name: 'Variance of the model',
    aspect: 'spread',
    better: 'neither',
    range: [null, null],
    scale: 'log',
    meaning:
      'The fitted model’s own variance, averaged over the axes: what is left of the spread of the data. It is read from the model itself, not from samples of it.',
    formula: 'tr Σₜ / d, before sampling bias; for a mixture Σₜ is its overall covariance',
    trap: 'Over many runs mean and median part ways. In the unbiased fully synthetic loop the mean of the variance stays flat for ever, held up by a few huge runs, while the typical run collapses like exp(−t/(n − 1)) in one dimension: so the axis is logarithmic, the line is the median, and the mean is left to theory.',
    source: 'Alemohammad et al., arXiv 2307.01850, Sect. 3; mean and median derived in MODEL.md',
  },
  {
    ...common,
    id: 'meanSquared',
    name: 'Error of the mean',
    aspect: 'drift',
    better: 'lower',
    range: [0, null],
    scale: 'linear',
    meaning: 'How far the fitted model’s centre has wandered from the true one, squared.',
    formula: '|μₜ − μ₀|²',
    trap: 'A mean of the squares over many runs is what theory gives; one run wanders, and its square jumps.',
    source: 'Shumailov et al., Nature 631 (2024), Theorem 3.1',
  },
  {
    ...common,
    id: 'w2Squared',
    name: 'Wasserstein distance, exact',
    aspect: 'error',
    better: 'lower',
    range: [0, null],
    scale: 'linear',
    meaning:
      'The squared 2-Wasserstein distance between the fitted Gaussian and the true one, from their parameters: the Frechet distance without the noise of evaluation samples.',
    formula: '|μₜ − μ₀|² + tr(Σₜ + Σ₀ − 2(Σₜ Σ₀)^½)',
    trap: 'It is of the model before its sampling bias; the Frechet distance is of the samples, with it.',
    source: 'Dowson and Landau 1982; its mean over runs: MODEL.md, theory',
    between: 'gaussians',
  },
  {
    ...common,
    id: 'momentFrechet',
    name: 'Frechet distance of the moments, exact',
    aspect: 'error',
    better: 'lower',
    range: [0, null],
    scale: 'linear',
    meaning: 'The Frechet distance between the model’s exact overall mean and covariance and the true ones: no evaluation noise.',
    formula: '|μₜ − μ₀|² + tr(Σₜ + Σ₀ − 2(Σₜ Σ₀)^½), of the overall moments',
    trap: 'Moments are all that it sees: opposite modes of a ring can vanish without moving them.',
    source: 'Heusel et al. 2017, on exact moments',
    between: 'mixtures',
  },
  {
    ...common,
    id: 'heterozygosity',
    name: 'Evenness of the modes',
    aspect: 'diversity',
    better: 'higher',
    range: [0, 1],
    scale: 'linear',
    meaning:
      'The chance that two samples of the model come from different modes. It falls as the weights of the modes drift, like the variety of genes in a small population, and reaches 0 when one mode is left.',
    formula: '1 − Σ W², W = weight of all fitted components nearest to a mode',
    trap: 'Eight even modes have 0.875, not 1. A component that bridges two modes counts for the nearer one alone.',
    source: 'heterozygosity of population genetics (Wright, Fisher); the drift law in MODEL.md',
    needsModes: true,
    models: ['gaussian-mixture'],
    between: 'mixtures',
  },
  {
    ...common,
    id: 'logDet',
    name: 'Log volume of the model',
    aspect: 'spread',
    better: 'neither',
    range: [null, null],
    scale: 'linear',
    meaning:
      'The logarithm of the determinant of the model’s covariance: it falls by a steady amount each generation when the spread shrinks by a steady factor.',
    formula: 'ln det Σₜ',
    trap: 'It falls for ever in the fully synthetic loop even where the mean of the variance stays flat: the mean of a logarithm follows the typical run.',
    source: 'Alemohammad et al., arXiv 2307.01850; the law in MODEL.md',
  },
];
