import { describe, expect, it } from 'vitest';
import type { Loop } from './descriptions';
import { parseExperiment } from './experimentText';
import { loops } from './loops';
import { modelsDrawnFrom, modelsNeeded, poolOf, recipesOf } from './recipe';
import { byId } from './registry';

const experimentOf = (keys: Record<string, unknown> = {}) =>
  parseExperiment({ initialReal: 40, real: 30, synthetic: 50, ...keys }, 'headless').experiment;

const rehearsal: Pick<Loop, 'parts'> = { parts: ['initial', 'fresh', 'synthetic'] };
const sizes = (loop: Pick<Loop, 'parts'>, keys: Record<string, unknown>, last = 6) => {
  const recipeAt = recipesOf(loop, experimentOf(keys));
  return Array.from({ length: last }, (_, at) => recipeAt(at + 1).size);
};

describe('a recipe', () => {
  it('begins with the initial real data alone, and goes on with the parts of its loop', () => {
    expect(sizes(byId(loops, 'fully-synthetic'), {})).toEqual([40, 50, 50, 50, 50, 50]);
    expect(sizes(byId(loops, 'synthetic-augmentation'), {})).toEqual([40, 90, 90, 90, 90, 90]);
    expect(sizes(byId(loops, 'fresh-data'), { changes: '4:real=0' })).toEqual([40, 80, 80, 50, 50, 50]);
    expect(sizes(rehearsal, {})).toEqual([40, 120, 120, 120, 120, 120]);
    expect(sizes({ parts: ['fresh'] }, {})).toEqual([40, 30, 30, 30, 30, 30]);
  });

  it('keeps what its memory says', () => {
    expect(sizes(rehearsal, { memory: 'all', changes: '3:synthetic=100' })).toEqual([40, 120, 220, 320, 420, 520]);
    expect(sizes(byId(loops, 'fully-synthetic'), { changes: '4:memory=all;6:memory=previous' })).toEqual([40, 50, 50, 150, 200, 50]);
    const subset = recipesOf(byId(loops, 'synthetic-augmentation'), experimentOf({ memory: 'subsample', loop: 'synthetic-augmentation' }));
    expect([subset(5).size, poolOf(subset(5))]).toEqual([50, 40 + 4 * 50]);
  });

  it('draws on the last models, as many as there are', () => {
    const recipeAt = recipesOf(byId(loops, 'fresh-data'), experimentOf({ memory: 'last', span: 3, changes: '6:span=1;7:memory=previous' }));
    expect([2, 3, 4, 5, 6, 7].map((t) => recipeAt(t).models)).toEqual([1, 2, 3, 3, 1, 1]);
    expect([2, 3, 4, 5].map((t) => recipeAt(t).size)).toEqual([80, 80, 80, 80]);
    expect(recipeAt(6).memory).toBe('previous');
  });

  it('counts the real samples that were seen', () => {
    expect(recipesOf(byId(loops, 'fully-synthetic'), experimentOf())(9).realSeen).toBe(40);
    expect(recipesOf(rehearsal, experimentOf({ changes: '3:real=5' }))(4).realSeen).toBe(40 + 30 + 5 + 5);
  });
});

it('how many models a run needs, and draws from, follows its memory and every change of it', () => {
  const both = (keys: Record<string, unknown>) => [modelsNeeded(experimentOf(keys)), modelsDrawnFrom(experimentOf(keys))];
  expect(both({})).toEqual([1, 1]);
  expect(both({ memory: 'last', span: 7 })).toEqual([7, 7]);
  expect(both({ changes: '4:memory=last;9:span=12' })).toEqual([12, 12]);
  expect(both({ memory: 'last', changes: '9:memory=all' })).toEqual([Number.POSITIVE_INFINITY, 5]);
});
