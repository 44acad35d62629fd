import { CURES } from './cures';
import { LAWS } from './laws';
import type { Preset } from './preset';
import { MAD_FIGURE_10, PUBLISHED } from './published';
import type { Reading } from './readings';
import { TEXT, TEXT_LAWS } from './text';

/** What is left of the rare. */
function lost(id: string, what: string, loop: string, value: string): Reading {
  return { id, what, loop, value, generations: [50, 50], over: 'mean' };
}

const START: readonly Preset[] = [
  {
    title: 'Three loops, one ring',
    look: 'Watch modes die in the fully synthetic loop while a little real data, fixed or fresh, keeps all eight alive in the other two.',
    query: '',
    forClass: true,
  },
  {
    title: 'The rare go first',
    look: 'The eight modes are not equally common here: see which ones vanish early, and how little the average notices.',
    query: 'dataset=long-tail&initialReal=200',
    forClass: true,
    published: {
      id: 'rare-first',
      source: 'Wyllie et al., arXiv 2403.07857',
      says: 'Models that learn from other models’ samples lose what is rare, minorities among it, even where the first data were free of bias. We have no number from it.',
      differs: 'The paper is about classifiers and generators of images, and about fairness.',
      readings: [
        lost('recall', 'recall at generation 50, fully synthetic', 'fully-synthetic', 'recall'),
        lost('synthetic', 'modes alive, fully synthetic', 'fully-synthetic', 'modesAlive'),
        lost('augmentation', 'with the same real data', 'synthetic-augmentation', 'modesAlive'),
        lost('fresh', 'with fresh data', 'fresh-data', 'modesAlive'),
      ],
      runs: 32,
      again: 8,
    },
  },
  {
    title: 'Quality bought with diversity',
    look: 'Every model keeps to its likeliest samples (λ = 0.7): precision stays high and looks like success, recall falls faster than before.',
    query: 'bias=0.7',
    forClass: true,
  },
  {
    title: 'A rescue at generation 20',
    look: 'Nothing real comes in until generation 20, then 64 fresh samples every generation: see how far the scores come back, and which modes.',
    query: 'loop=fresh-data&real=0&changes=20:real=64',
    forClass: true,
    beside: { words: 'the loop that is not rescued', query: 'loop=fresh-data&real=0' },
  },
  {
    title: 'Where the cliff is',
    look: 'A cloud that learns 200 fresh real points and 1,000 of its own, each a little too central (λ = 0.6), shrinks and stays small. Draw its map: how many of its own could it bear?',
    query: 'model=gaussian&loop=fresh-data&initialReal=200&real=200&synthetic=1000&bias=0.6&generations=30',
    forClass: true,
    map: 'bias:0.3..1/16,synthetic:10..2000/16,score:w2Squared,replicates:8',
  },
  MAD_FIGURE_10,
  {
    title: 'Handwriting that fades to grey',
    look: 'A small neural network learns to write digits from its own digits: follow one digit in the fully synthetic wall until all its places show the same blur.',
    query: 'model=vae',
    forClass: true,
    computes: 30,
    beside: { words: 'one generated digit in five, which holds', query: 'model=vae&synthetic=250' },
  },
  {
    title: 'A stain that spreads',
    look: 'One real digit in five has a dark corner. Fully synthetic, soon no digit has it, yet its ink stays: all have the same pale corner. Real data keep it dark, on nearly as many.',
    query: 'model=vae&dataset=stained-digits&scores=frechetDistance,precision,recall,modesAlive,stainShare,stainInk',
    score: 'stainShare',
    computes: 30,
  },
  {
    title: 'Ten words, one murmur',
    look: 'A network learns to say zero to nine, from pictures of sound. Press a picture to hear it: generation after generation the ten words become one, the same murmur in every place.',
    query: 'model=vae&dataset=speech',
    score: 'modesAlive',
    forClass: true,
    computes: 30,
  },
];

export const PRESETS: readonly Preset[] = [...START, ...TEXT, ...CURES, ...PUBLISHED, ...LAWS, ...TEXT_LAWS];
