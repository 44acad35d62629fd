import { describe, expect, it } from 'vitest';
import type { Hygiene } from '../../engine/results';
import { hygieneOf } from '../../store/testing/frames';
import { hygieneSentence, hygieneWords } from './hygieneWords';

const ring = { model: 'gaussian-mixture', dataset: 'ring', form: 'lines' } as const;
const off = { ...ring, monitor: 'none', tolerance: 0.15 } as const;
const cleaned = (parts: Partial<Hygiene>, size = 264, settings: Parameters<typeof hygieneWords>[0]['settings'] = off) => ({
  hygiene: hygieneOf(parts),
  size,
  settings,
});
const words = (...given: Parameters<typeof cleaned>) => hygieneWords(cleaned(...given));

describe('the line under what a loop learns from', () => {
  it('says what was removed, how much is real, and its weight where that is another', () => {
    const left = { realShare: 61 / 101, effectiveRealWeight: 61 / 101 };
    expect(words({ removedReal: 3, removedSynthetic: 160, ...left }, 101)).toBe('removed: 160 synthetic, 3 real; 61 of 101 real');
    expect(words({ removedSynthetic: 160, realShare: 64 / 104, effectiveRealWeight: 0.9 }, 104)).toBe(
      'removed: 160 synthetic; 64 of 104 real (weight 0.90)',
    );
    expect(words({ effectiveRealWeight: 0.618 })).toBe('64 of 264 real (weight 0.62)');
    expect(words({ realShare: 0, effectiveRealWeight: 0 }, 40)).toBe('0 of 40 real');
  });

  it('says the news first: an alarm, or what went otherwise than the settings say', () => {
    const recall = { ...ring, monitor: 'recall', tolerance: 0.15 } as const;
    const distance = { ...ring, monitor: 'frechetDistance', tolerance: 0.3 } as const;
    const alarm = { alarm: true, removedSynthetic: 9, remark: 'So.' };
    expect(words({ ...alarm, action: 'archive' }, 264, recall)).toBe('alarm: recall down by over 0.15; first real data are added');
    expect(words({ ...alarm, action: 'stop' }, 264, recall)).toBe('alarm: recall down by over 0.15; the last good model stays');
    expect(words({ ...alarm, action: 'rollback' }, 264, distance)).toBe('alarm: Frechet distance up by over 0.30; the last good model is back');
    const words15 = { model: 'ngram', monitor: 'wordsAlive', tolerance: 0.15, form: 'lines' } as const;
    expect(words({ ...alarm, action: 'none' }, 264, { ...words15, dataset: 'moby-dick' })).toBe('alarm: words alive down over 15\u00a0%');
    expect(words({ ...alarm, action: 'none' }, 264, { ...words15, dataset: 'names' })).toBe('alarm: different names down over 15\u00a0%');
    expect(words({ ...alarm, action: 'none' }, 264, recall)).toBe('alarm: recall down by over 0.15');
    expect(words({ ...alarm, action: 'stop' })).toBe('alarm: the model is too much worse; the last good model stays');
    expect(words({ removedSynthetic: 9, remark: 'The detector removed nearly everything.' })).toBe('The detector removed nearly everything.');
  });

  it('has two lines of 34 characters at most, for counts of four digits, too', () => {
    const most = { removedReal: 1999, removedSynthetic: 1999, realShare: 0.5, effectiveRealWeight: 0.618 };
    const given = [most, ...['stop', 'rollback', 'archive'].map((action) => ({ ...most, alarm: true, action }))];
    for (const parts of given) {
      for (const watch of [
        { monitor: 'recall' },
        { monitor: 'frechetDistance' },
        { monitor: 'wordsAlive', model: 'ngram', dataset: 'names' },
      ] as const)
        expect(words(parts, 2000, { ...ring, ...watch, tolerance: 0.15 }).length).toBeLessThanOrEqual(68);
    }
  });
});

it('a screen reader hears all of it', () => {
  const all = { removedReal: 3, removedSynthetic: 160, realShare: 61 / 101, effectiveRealWeight: 0.9, storeSize: 264, remark: 'So.' };
  expect(hygieneSentence(cleaned({ ...all, alarm: true, action: 'stop' }, 101, { ...ring, monitor: 'recall', tolerance: 0.2 }))).toBe(
    'removed: 160 synthetic and 3 real samples; 61 of 101 real (weight 0.90); archive of 264; alarm: recall down by over 0.20; the last good model stays; So.',
  );
  expect(hygieneSentence(cleaned({}))).toBe('nothing removed; 64 of 264 real');
});
