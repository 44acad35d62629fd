import { expect, it } from 'vitest';
import { downloadOf, imagesOf, type Weights } from '../embed/download';
import { VIEW_KEYS } from '../engine/experimentText';
import { valuesIn } from '../engine/query';
import { PRESETS } from '../presets/presets';
import { experimentKeyOf, namesIn } from './experimentKey';
import { textOf } from './textOf';

const keyOf = (query: string) => experimentKeyOf(valuesIn(query), VIEW_KEYS);

const WEIGHTS: Weights = {
  app: 1,
  tensors: 10,
  images: {
    14: { classifier: 100, shard: 1000, shards: { size: 1000, train: 50, test: 10 } },
    28: { classifier: 200, shard: 2000, shards: { size: 1000, train: 50, test: 10 } },
    speech: { classifier: 300, shard: 3000, shards: { size: 250, train: 12, test: 4 } },
  },
  texts: { names: 5, mobydick: 6, addresses: 7 },
};

it('the poster knows its preset in a link that was escaped, encoded again or spelt otherwise, with view keys and trackers', () => {
  const queries = PRESETS.map(({ query }) => query).filter((query) => query !== '');
  expect(queries.length).toBeGreaterThan(10);
  for (const query of queries) {
    const key = keyOf(query);
    for (const mangled of [
      `v=1&${query}&theme=dark&seed=9&fbclid=x`.replaceAll('&', '&amp;'),
      `v=1&${query})`.replaceAll('&', '&#038;'),
      encodeURIComponent(`v=1&${query}`),
      query.toUpperCase().replaceAll('-', '_'),
      query.replace(/=(\d+)\.(\d+)(&|$)/g, '=$1,$2$3'),
    ])
      expect(keyOf(mangled), mangled).toBe(key);
  }
  expect(new Set(queries.map(keyOf)).size).toBe(queries.length);
});

it('loops and digits are known in any spelling', () => {
  const values = valuesIn('loop=Fully_Synthetic,fresh%E2%80%91data)&DATASET=Digits&initial_real=2,000&generations=1');
  expect(namesIn(values, 'loop')).toEqual(['fullysynthetic', 'freshdata']);
  expect(imagesOf(values)).toBe('digits');
  expect(downloadOf(values, WEIGHTS)).toBe(1 + 10 + 100 + 1000 * (2 + 10));
});

it('spoken words are known by their dataset, and a default run downloads six files to train on', () => {
  const values = valuesIn('dataset=Speech&model=vae');
  expect(imagesOf(values)).toBe('speech');
  expect(downloadOf(values, WEIGHTS)).toBe(1 + 10 + 300 + 3000 * (6 + 4));
});

it('of text the one that a run needs is downloaded, and none for a text of one’s own', () => {
  const of = (query: string) => [textOf(valuesIn(query)), downloadOf(valuesIn(query), WEIGHTS)];
  expect(of('model=ngram')).toEqual(['names', 6]);
  expect(of('dataset=Moby_Dick&unit=words')).toEqual(['mobydick', 7]);
  expect(of('dataset=own-text')).toEqual(['owntext', 1]);
  expect(of('model=ngram&dataset=ring')).toEqual(['names', 6]);
  for (const query of ['', 'dataset=ring', 'model=gaussian&dataset=names']) expect(of(query), query).toEqual([null, 1]);
});
