import type { TruthDescription } from './descriptions';

const POINTS = ['gaussian', 'gaussian-mixture'];

const common = { aspect: '', kinds: ['points'], needsModes: false, rank: null, models: POINTS, between: 'any' } as const;

/** What `truth.ts` computes, in words. Adding a value: one entry here, one there. */
export const truths = [
  {
    ...common,
    id: 'traceOverDim',
    name: 'Variance of the model',
    aspect: 'spread',
    better: 'neither',
    range: [null, null],
    scale: 'log',
  },
  {
    ...common,
    id: 'meanSquared',
    name: 'Error of the mean',
    aspect: 'drift',
    better: 'lower',
    range: [0, null],
    scale: 'linear',
  },
  {
    ...common,
    id: 'w2Squared',
    name: 'Wasserstein distance, exact',
    aspect: 'error',
    better: 'lower',
    range: [0, null],
    scale: 'linear',
    between: 'gaussians',
  },
  {
    ...common,
    id: 'kl',
    name: 'KL divergence, exact',
    aspect: 'error',
    better: 'lower',
    range: [0, null],
    scale: 'log',
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
    needsModes: true,
    models: ['gaussian-mixture', 'ngram'],
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
  },
] as const satisfies readonly TruthDescription[];
