import { expect, it } from 'vitest';
import { catalogue } from '../../engine/catalogue';
import type { Loop } from '../../engine/descriptions';
import { parseExperiment } from '../../engine/experimentText';
import { generationDrawn, learnsFrom, sentence, trainingSet } from './trainingSet';

const of = (raw: Record<string, unknown> = {}) => parseExperiment({ initialReal: 64, real: 40, synthetic: 200, ...raw }).experiment;
const loopOf = (id: string) => catalogue.loops.find((loop) => loop.id === id) as Loop;
const parts = (loop: string, t: number, raw: Record<string, unknown> = {}) => {
  const { real, synthetic } = trainingSet(loopOf(loop), of(raw), t);
  return [real, synthetic];
};

it('every loop starts from the initial real data alone', () => {
  for (const { id } of catalogue.loops) expect(parts(id, 1)).toEqual([64, 0]);
});

it('from generation 2 on, real data are none, fixed or fresh', () => {
  expect(parts('fully-synthetic', 5)).toEqual([0, 200]);
  expect(parts('synthetic-augmentation', 5)).toEqual([64, 200]);
  expect(parts('fresh-data', 5)).toEqual([40, 200]);
});

it('with all generations kept, the synthetic part grows by what each generation added', () => {
  const raw = { memory: 'all', changes: '4:synthetic=100' };
  expect(parts('fresh-data', 3, raw)).toEqual([40, 400]);
  expect(parts('fresh-data', 5, raw)).toEqual([40, 600]);
});

it('in a random subset, real and generated samples compete for n_s places', () => {
  const raw = { memory: 'subsample', loop: 'synthetic-augmentation' };
  const set = trainingSet(loopOf('synthetic-augmentation'), of(raw), 3);
  expect(set.pool).toBe(464);
  expect(set.real + set.synthetic).toBe(200);
  expect(set.real).toBe(Math.round((200 * 64) / 464));
});

it('of a loop with fixed and fresh real data, the sum is told', () => {
  const rehearsal = { ...loopOf('fresh-data'), name: 'Rehearsal', parts: ['initial', 'fresh', 'synthetic'] } satisfies Loop;
  const set = trainingSet(rehearsal, of(), 5);
  expect(sentence(rehearsal, set)).toBe('Rehearsal loop: training set of generation 5: 304 = 104 real + 200 synthetic');
  expect(learnsFrom(set)).toBe('learns from 200 of its own, the same 64 and 40 new real samples');
});

it('says of how many models the synthetic samples are', () => {
  const experiment = of({ memory: 'last', span: 4 });
  const [second, fifth] = [2, 5].map((t) => trainingSet(loopOf('fresh-data'), experiment, t));
  expect(learnsFrom(second)).toBe('learns from 200 of its own and 40 new real samples');
  expect(learnsFrom(fifth)).toBe('learns from 200 by its last 4 models and 40 new real samples');
  expect(sentence(loopOf('fresh-data'), fifth)).toMatch(/240 = 40 real \+ 200 synthetic, of the last 4 models$/);
});

it('a value in hand acts on the generations after the one shown, and on no earlier ones', () => {
  const experiment = of({ memory: 'all' });
  const set = trainingSet(loopOf('fresh-data'), experiment, 4, { synthetic: 1000 }, 3);
  expect(set.synthetic).toBe(200 + 200 + 1000);
  expect(trainingSet(loopOf('fresh-data'), experiment, 3, { synthetic: 1000 }, 3).synthetic).toBe(400);
});

it('the generation shown is drawn, or the next one where a change waits for it or is in hand', () => {
  const experiment = of({ changes: '6:real=300' });
  expect(generationDrawn(experiment, 0, {})).toBe(2);
  expect(generationDrawn(experiment, 4, {})).toBe(4);
  expect(generationDrawn(experiment, 5, {})).toBe(6);
  expect(generationDrawn(experiment, 6, {})).toBe(6);
  expect(generationDrawn(experiment, 4, { real: 50 })).toBe(5);
});

it('says in one sentence what is drawn', () => {
  const experiment = of();
  expect(sentence(loopOf('fresh-data'), trainingSet(loopOf('fresh-data'), experiment, 7))).toBe(
    'Fresh data loop: training set of generation 7: 240 = 40 real + 200 synthetic',
  );
});

const line = (id: string, t: number, raw: Record<string, unknown> = {}) => learnsFrom(trainingSet(loopOf(id), of(raw), t));

it('says in one line what a loop learns from', () => {
  expect(line('fully-synthetic', 1)).toBe('learns from 64 real samples');
  expect(line('fully-synthetic', 2)).toBe('learns from 200 of its own samples');
  expect(line('synthetic-augmentation', 2)).toBe('learns from 200 of its own and the same 64 real samples');
  expect(line('fresh-data', 2)).toBe('learns from 200 of its own and 40 new real samples');
  expect(line('fresh-data', 2, { real: 1 })).toBe('learns from 200 of its own and 1 new real sample');
  expect(line('fresh-data', 2, { real: 0 })).toBe('learns from 200 of its own samples');
});

it('says in it what the memory adds', () => {
  expect(line('fully-synthetic', 4, { memory: 'all' })).toBe('learns from all 600 of its own samples');
  expect(line('fresh-data', 4, { memory: 'all' })).toBe('learns from all 600 of its own and 40 new real samples');
  expect(line('fully-synthetic', 4, { memory: 'last', span: 3 })).toBe('learns from 200 samples by its last 3 models');
  expect(line('synthetic-augmentation', 3, { memory: 'subsample', loop: 'synthetic-augmentation' })).toBe(
    'learns from 200 drawn at random from 464, about 28 of them real',
  );
});

it('says in it that the model is still to come, and how many samples were left where that is no sum', () => {
  const set = trainingSet(loopOf('synthetic-augmentation'), of(), 3);
  expect(learnsFrom(set, 264, true)).toBe('learns next from 200 of its own and the same 64 real samples');
  expect(learnsFrom(set, 180)).toBe('learns from 180 samples in all');
});

it('says what stands between sampling and training', () => {
  const line = (keys: Record<string, unknown>, size?: number) => learnsFrom(trainingSet(loopOf('fresh-data'), of({ real: 64, ...keys }), 3), size);
  const detector = { detector: 0.8, falseAlarms: 0.05 };
  expect(line(detector)).toBe('learns from what the detector leaves of 200 of its own and 64 new real samples');
  expect(line(detector, 99)).toBe('learns from 99 samples in all');
  expect(line({ ...detector, refill: 'true' })).toBe('learns from 264 samples that passed the detector');
  expect(line({ ...detector, refill: 'true', archive: 100 })).toBe('learns from 264 samples that passed the detector and 64 archived real ones');
  expect(line({ archive: 100, archiveDraw: 9 })).toBe('learns from 200 of its own, 64 new and 9 archived real samples');
  const set = (keys: Record<string, unknown>) => trainingSet(loopOf('fresh-data'), of({ real: 64, ...detector, ...keys }), 3);
  // .95 of 64 and .2 of 200; with refill both as many times as make 264 of them
  expect(set({}).left).toEqual({ real: 61, synthetic: 40 });
  expect(set({ refill: 'true' }).left).toEqual({ real: 159, synthetic: 105 });
  expect(set({ archive: 100 }).left).toEqual({ real: 125, synthetic: 40 });
  const told = (size?: number) => sentence(loopOf('fresh-data'), set({}), size);
  expect(told()).toBe('Fresh data loop: training set of generation 3: 101 = 61 real + 40 synthetic expected');
  expect(told(99)).toBe('Fresh data loop: training set of generation 3: 99 samples');
  expect(set({ archive: 100, monitor: 'recall', web: '.9,5,1' }).steps).toEqual(['web', 'detector', 'archive', 'monitor']);
});

it('has two lines of 34 characters for it at most, for counts of four digits, too', () => {
  const most = { initialReal: 2000, real: 2000, synthetic: 2000, loop: 'synthetic-augmentation,fresh-data,fully-synthetic' };
  for (const { id, memories } of catalogue.loops) {
    for (const memory of memories) {
      const words = learnsFrom(trainingSet(loopOf(id), of({ ...most, ...(memory === 'subsample' && { loop: id }), memory, span: 9 }), 5));
      expect(words.length, words).toBeLessThanOrEqual(68);
    }
  }
});
