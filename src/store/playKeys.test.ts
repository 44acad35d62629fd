import { describe, expect, it } from 'vitest';
import { printPairs } from '../engine/query';
import { playPairs, readPlay } from './playKeys';

const wordsOf = (query: string) => readPlay(query, 50).notes.map(({ message }) => message);

describe('how a link’s run is watched', () => {
  it('is two generations a second, from the real data on, without a word', () => {
    expect(readPlay('v=1&bias=0.5', 50)).toEqual({ speed: 2, at: 0, notes: [] });
    expect(playPairs({ speed: 2, at: 0 })).toEqual([]);
  });

  it.each([
    { speed: 0.25, at: 12 },
    { speed: 64, at: 50 },
    { speed: Number.POSITIVE_INFINITY, at: 0 },
  ])('is read as it was printed: %o', (play) => {
    expect(readPlay(printPairs(playPairs(play)), 50)).toEqual({ ...play, notes: [] });
  });

  it('is read however it is spelt', () => {
    for (const query of ['SPEED=Max&At=7', 'speed=max.&at=7)', 'speed=max&amp;at=7', '?Speed=MAX&AT=7'])
      expect(readPlay(query, 50), query).toEqual({ speed: Number.POSITIVE_INFINITY, at: 7, notes: [] });
    expect(readPlay('speed=0,5/s', 50)).toEqual({ speed: 0.5, at: 0, notes: [] });
  });

  it.each([
    ['speed=fast', 2, 0, 'speed=fast is not a number from 0.25 to 64, or max. 2 was taken.'],
    ['speed=1000', 64, 0, 'speed=1000 is not a number from 0.25 to 64, or max. 64 was taken.'],
    ['speed=0', 0.25, 0, 'speed=0 is not a number from 0.25 to 64, or max. 0.25 was taken.'],
    ['at=99', 2, 50, 'at=99 is not a whole number from 0 to 50. 50 was taken.'],
    ['at=-3', 2, 0, 'at=-3 is not a whole number from 0 to 50. 0 was taken.'],
    ['at=2.4', 2, 2, 'at=2.4 is not a whole number from 0 to 50. 2 was taken.'],
    ['at=end', 2, 0, 'at=end is not a whole number from 0 to 50. 0 was taken.'],
  ])('%s is repaired, with a note', (query, speed, at, words) => {
    expect(readPlay(query, 50)).toMatchObject({ speed, at });
    expect(wordsOf(query)).toEqual([words]);
  });
});
