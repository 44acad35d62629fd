import { expect, it } from 'vitest';
import { isScore, laneValue, truthName } from './laneValue';
import { METRICS } from './metrics/about';
import { truths } from './truths';

it('a score and an exact value of one name are told apart: neither stands for the other', () => {
  const lane = { scores: {}, truth: { wordsAlive: 31, kl: 0.5 } };
  expect(laneValue(lane, 'wordsAlive')).toBeUndefined();
  expect(laneValue({ ...lane, scores: { wordsAlive: null } }, 'wordsAlive')).toBeNull();
  expect(laneValue({ ...lane, scores: { wordsAlive: 800 } }, 'wordsAlive')).toBe(800);
  expect(laneValue(lane, 'symbolsAlive')).toBe(31);
  expect(laneValue({ scores: { kl: 7 }, truth: lane.truth }, 'kl')).toBe(0.5);
});

it('no id is both a score and an exact value', () => {
  const ids = [...METRICS, ...truths].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id } of truths) expect(isScore(id)).toBe(false);
  expect(truthName('heterozygosity')).toBe('heterozygosity');
});
