import type { DatasetDescription } from '../descriptions';
import { always, type Chosen, count, type Keys, ownedBy } from '../keys/key';

/** Held-out digits, and how many of them are a 0, a 1, … */
const HELD_OUT = 10_000;
const TEST_DIGITS = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009];

/** Drawn without end from a known density. */
const endless = { kind: 'points', distinct: null, heldOut: null } as const;

const mnist = {
  kind: 'images',
  components: 0,
  modes: 10,
  distinct: 30_000,
  heldOut: HELD_OUT,
  classShares: TEST_DIGITS.map((digits) => digits / HELD_OUT),
} as const;

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
    ...mnist,
    id: 'digits',
    name: 'Handwritten digits',
    summary: 'MNIST: scanned digits 0 to 9, 30,000 to train on and 10,000 others held out for the scores.',
  },
  {
    ...mnist,
    id: 'stained-digits',
    name: 'Stained digits',
    summary: 'The same digits, but one real one in five has a stain: a small square of full ink in its top left corner.',
  },
];

const GAUSSIAN_KEYS = {
  dim: count('Dimensions', {
    min: 1,
    max: 100,
    decides: ['data', 'floor'],
    fallback: () => 2,
    elsewhere: ({ dataset }: Chosen) => `needs dataset=gaussian; ${dataset} has its own`,
  }),
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
