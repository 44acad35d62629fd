import type { DatasetDescription } from '../descriptions';
import { always, count, type HelpOf, type Keys, MAD, ownedBy, type WordsOf } from '../keys/key';

/** Held-out digits, and how many of them are a 0, a 1, … */
const HELD_OUT = 10_000;
const TEST_DIGITS = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009];

/** Drawn without end from a known density. */
const endless = { kind: 'points', distinct: null, heldOut: null } as const;

/** What each dataset is, without its code: page, links, files and docs read this. In the order of `index.ts`. */
export const DATASETS: readonly DatasetDescription[] = [
  { ...endless, id: 'ring', name: 'Ring', summary: 'Eight equal clusters on a circle.', components: 8, modes: 8 },
  {
    ...endless,
    id: 'long-tail',
    name: 'Long tail',
    summary: 'The same ring, but each cluster, clockwise from the top, is half as common as the one before.',
    components: 8,
    modes: 8,
  },
  { ...endless, id: 'grid', name: 'Grid', summary: 'Twenty-five small, equal clusters on a square grid.', components: 25, modes: 25 },
  { ...endless, id: 'moons', name: 'Moons', summary: 'Two half circles that reach into each other.', components: 8, modes: 0 },
  { ...endless, id: 'spiral', name: 'Spiral', summary: 'Two arms, wound one and a half times round each other.', components: 16, modes: 0 },
  {
    ...endless,
    id: 'gaussian',
    name: 'Gaussian',
    summary: 'One round cloud: the case in which theory is exact.',
    caption: 'in {dim} dimensions',
    components: 1,
    modes: 0,
  },
  {
    ...endless,
    id: 'drawn',
    name: 'Your own',
    summary: 'Points that you draw, paste or drop here: each stands for a small round cloud.',
    components: 12,
    modes: 0,
  },
  {
    id: 'digits',
    kind: 'images',
    name: 'Handwritten digits',
    summary: 'MNIST: scanned digits 0 to 9, 30,000 to train on and 10,000 others held out for the scores.',
    components: 0,
    modes: 10,
    distinct: 30_000,
    heldOut: HELD_OUT,
    classShares: TEST_DIGITS.map((digits) => digits / HELD_OUT),
  },
];

const GAUSSIAN_KEYS = {
  dim: count('Dimensions', { min: 1, max: 100, decides: ['data', 'floor'], fallback: () => 2 }),
} as const satisfies Keys;

const DRAWN_KEYS = {
  points: {
    type: 'points',
    label: 'Your own data',
    live: false,
    decides: ['data', 'floor'],
    applies: always,
    fallback: () => '',
  },
} as const satisfies Keys;

/** The keys that datasets bring, in the order of links. */
export const DATASET_KEYS = { ...ownedBy('dataset', 'gaussian', GAUSSIAN_KEYS), ...ownedBy('dataset', 'drawn', DRAWN_KEYS) };

export const DATASET_HELP: HelpOf<typeof DATASET_KEYS> = {
  dim: 'dimensions of the Gaussian data',
  points: 'the points of dataset=drawn, as the page writes them into links and files',
};

export const DATASET_WORDS: WordsOf<typeof DATASET_KEYS> = {
  dim: {
    meaning: 'How many numbers make up one sample of the Gaussian data.',
    effect: 'More dimensions: more to estimate from the same samples, so the loops go wrong sooner.',
    formula: 'x ~ N(0, I_d)',
    latex: 'x\\sim\\mathcal N(0,\\,I_d)',
    symbols: 'd: dimensions; I_d: variance 1 along each, no correlation.',
    trap: 'The picture shows the first two axes only, whatever d is.',
    source: `d = 100 is the setting of ${MAD}, Fig. 10`,
  },
  points: {
    meaning: 'Your own truth: points that you draw, paste or drop. Real data are drawn from the cloud around them, so there is no end to them.',
    effect: 'Small groups and thin lines are the rare parts: they are what the loops forget first.',
    formula: 'p(x) = 1/N sum of N(x; x_n, h² I)',
    latex: 'p(x)=\\frac1N\\sum_{n=1}^{N}\\mathcal N(x;\\,x_n,\\,h^2 I)',
    symbols: 'xₙ: your N points; h: the median distance to the nearest neighbour, between 0.05 and 0.2; I: the identity.',
    trap: 'The models see samples of this density, not your points themselves; the finest details are smoothed away before anything is learnt.',
    source: 'kernel density estimate; the bandwidth is a choice of MAD Lab',
  },
};
