import { expect, it } from 'vitest';
import { experimentKeyOf, runKeyOf } from '../frame/experimentKey';
import { printPoster } from '../frame/posterText';
import type { Built } from './built';
import { posterParts } from './poster';

const keysOf = (query: string) => new Map(new URLSearchParams(query));
const curves = {
  last: 50,
  generations: 50,
  charts: [{ score: 'recall', axis: { domain: [0, 1] as [number, number], log: false }, curves: [[1, 0.5]] }],
};
const VIEW_KEYS = ['poster', 'view'];
const runOf = (query: string) => runKeyOf(keysOf(query), VIEW_KEYS);

const built = {
  cards: [
    {
      id: 'ring',
      title: 'A ring',
      look: '',
      alt: 'A ring',
      panes: ['Fresh data'],
      generation: 50,
      key: experimentKeyOf(keysOf('loop=fresh-data'), VIEW_KEYS),
      run: runOf('loop=fresh-data'),
      curves: printPoster(curves, runOf('loop=fresh-data')),
      replicates: 1,
      seed: 1,
    },
  ],
  loops: [{ id: 'fresh-data', name: 'Fresh data', short: 'fresh', parts: ['fresh', 'synthetic'], colour: '#000', inks: ['#000', '#fff'], dash: '' }],
  scores: { recall: { name: 'Recall', aspect: 'diversity' } },
  real: '#00f',
  viewKeys: VIEW_KEYS,
} as unknown as Built;

const wordsOf = (query: string, shown: 'both' | 'samples' | 'scores' = 'both') => posterParts(keysOf(query), shown, built).words;

it('a poster says of which run its curves are, and of which its samples', () => {
  expect(wordsOf('loop=fresh-data')).toBe('Drawn from a real run. Samples of generation 50.');
  expect(wordsOf('loop=fresh-data&seed=7')).toBe('Drawn from a real run, with seed 1 and 50 generations. Samples of generation 50.');
  const own = `loop=fresh-data&seed=7&poster=${encodeURIComponent(printPoster(curves, runOf('loop=fresh-data&seed=7')))}`;
  const samples = 'The samples are of the preset’s own run: seed 1, generation 50.';
  expect(wordsOf(own)).toBe(`The curves are of a real run with these settings. ${samples}`);
  expect(wordsOf(own, 'samples')).toBe(samples);
  expect(wordsOf(own, 'scores')).toBe('Drawn from a real run with these settings.');
});

it('two sets of own points are two runs, however alike their texts', () => {
  expect(runOf('dataset=drawn&points=AbC-')).not.toBe(runOf('dataset=drawn&points=abc'));
});
