import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import type { LaneResult } from '../engine/results';
import { computeRun } from '../headless/lessonRun';
import { createNodeHost } from '../headless/nodeHost';
import { simulate } from '../headless/simulate';
import { scoreOf } from '../results/stats';
import { aliveModes, frameOf, laneOf } from '../store/testing/frames';
import type { Reading } from './lesson';
import type { RunSeen } from './runSeen';
import { numberOf } from './values';

const LOOP = 'fully-synthetic';
const NOISE = { bands: { modesAlive: { low: 4, high: 4 } }, undefined: {} };

/** A run whose replicates have these lanes, generation by generation. */
function runOf(generations: readonly (readonly Partial<LaneResult>[])[], keys: Record<string, unknown> = {}): RunSeen {
  const { experiment } = parseExperiment({ generations: generations.length, replicates: generations[0].length, loop: LOOP, ...keys });
  const frames = generations.map((lanes, at) =>
    frameOf(
      at + 1,
      lanes.map((lane, i) => laneOf(LOOP, { replicate: i + 1, ...lane })),
    ),
  );
  return { experiment, frames, noise: NOISE };
}

const recalls = runOf([
  [{ scores: { recall: 0.9 } }, { scores: { recall: 0.5 } }, { scores: { recall: 0.1 } }],
  [{ scores: { recall: 0.7 } }, { scores: { recall: null }, undefined: { recall: 'too few samples' } }, { scores: { recall: 0.2 } }],
]);
const recall = (more: Partial<Reading>, run = recalls) => numberOf({ score: 'recall', ...more }, run);

describe('a score', () => {
  it('is that of replicate 1, or one number over all that have one', () => {
    expect(recall({ at: 1 })).toEqual({ value: 0.9 });
    expect(recall({ at: 'last' })).toEqual({ value: 0.7 });
    expect(recall({ at: 1, stat: 'median' })).toEqual({ value: 0.5 });
    expect(recall({ at: 2, stat: 'median' })).toEqual({ value: scoreOf(recalls.frames[1], LOOP, 'recall')?.median });
    expect(recall({ at: 2, stat: 'mean' })).toEqual({ value: scoreOf(recalls.frames[1], LOOP, 'recall')?.mean });
    expect(recall({ at: 1, stat: 'min' })).toEqual({ value: 0.1 });
    expect(recall({ at: 1, stat: 'max' })).toEqual({ value: 0.9 });
    expect(recall({ at: 1, stat: 'share', above: 0.5 })).toEqual({ value: 1 / 3 });
  });

  it('over a stretch is the mean of each replicate first', () => {
    expect(recall({ at: [1, 2] }).value).toBeCloseTo(0.8, 12);
    // the second replicate has none at generation 2
    expect(recall({ at: [1, 2], stat: 'min' }).value).toBeCloseTo(0.15, 12);
  });

  it('that there is not has its reason', () => {
    const alone = runOf([[{ scores: { recall: null }, undefined: { recall: 'too few samples' } }]]);
    expect(recall({ at: 1 }, alone)).toEqual({ value: null, why: 'too few samples' });
    expect(recall({ at: 1, stat: 'median' }, alone)).toEqual({ value: null, why: 'too few samples' });
    expect(recall({ at: 3 })).toEqual({ value: null, why: 'the run ends at generation 2' });
    expect(recall({ at: 2 }, { ...recalls, frames: recalls.frames.slice(0, 1) })).toEqual({ value: null, why: 'generation 2 is not computed' });
    expect(recall({})).toEqual({ value: null, why: 'no generation is named' });
    expect(recall({ at: 1, loop: 'fresh-data' })).toEqual({ value: null, why: 'the run has no loop “fresh-data”' });
    expect(recall({ at: 1, stat: 'share' }).value).toBeNull();
    expect(numberOf({ score: 'precision', at: 1 }, recalls)).toEqual({ value: null, why: 'not computed' });
    expect(numberOf({ score: 'beauty', at: 1 }, recalls)).toEqual({ value: null, why: 'there is no score “beauty”' });
    const two = { ...recalls, experiment: parseExperiment({ generations: 2, loop: `${LOOP},fresh-data` }).experiment };
    expect(recall({ at: 1 }, two)).toEqual({ value: null, why: 'the run has 2 loops, and none of them is named' });
  });
});

describe('modes', () => {
  const patterns = (...generations: string[]) => runOf(generations.map((line) => line.split(' ').map((alive) => ({ shares: aliveModes(alive) }))));
  /** mode 4 is gone from generation 2 on in the first replicate, never in the second, mode 1 from generation 3 on in the third */
  const run = patterns('1111 1111 1111', '1110 1111 1111', '1110 1111 0111', '1110 1111 0111', '1110 1111 0111', '1110 1111 0111');
  const firstLoss = (stat: Reading['stat'], of = run) => numberOf({ score: 'firstLoss', ...(stat && { stat }) }, of);

  it('are counted, and each is alive or not', () => {
    expect(numberOf({ score: 'modesAlive', at: 2 }, run)).toEqual({ value: 3 });
    expect(numberOf({ score: 'modeAlive.4', at: 2 }, run)).toEqual({ value: 0 });
    expect(numberOf({ score: 'modeAlive.4', at: 2, stat: 'share' }, run)).toEqual({ value: 2 / 3 });
    expect(numberOf({ score: 'modeAlive.4', at: 2, stat: 'count' }, run)).toEqual({ value: 2 });
    expect(numberOf({ score: 'modeAlive.5', at: 2 }, run)).toEqual({ value: null, why: 'mode 5 is none of the 4 that there are' });
    expect(numberOf({ score: 'modeAlive.1', at: 1 }, recalls).value).toBeNull();
    expect(numberOf({ score: 'modeAlive.0', at: 1 }, run)).toEqual({ value: null, why: 'there is no score “modeAlive.0”' });
  });

  it('are lost for the first time in a generation, or later than any', () => {
    expect(firstLoss('value')).toEqual({ value: 2 });
    expect(firstLoss('min')).toEqual({ value: 2 });
    expect(firstLoss('median')).toEqual({ value: 3 });
    expect(firstLoss('share')).toEqual({ value: 2 / 3 });
    const none = { value: null, why: 'no mode is lost by generation 6' };
    expect([firstLoss('mean'), firstLoss('max')]).toEqual([none, { ...none, isNever: true }]);
    expect(firstLoss('count')).toEqual({ value: 2 });
  });

  it('are lost each by itself, and from the beginning where they never were', () => {
    const lost = (mode: number, stat: Reading['stat'], of = run) => numberOf({ score: `modeLost.${mode}`, ...(stat && { stat }) }, of);
    expect([lost(4, 'value'), lost(1, 'max'), lost(1, 'min'), lost(1, 'count')]).toEqual([
      { value: 2 },
      { value: null, why: 'mode 1 is not lost by generation 6', isNever: true },
      { value: 3 },
      { value: 1 },
    ]);
    // it comes back, and is gone for good later
    const back = patterns('1110 1111', '1110 1110', '1110 1111', '1110 1110', '1110 1110', '1110 1110');
    expect([lost(4, 'min', back), lost(4, 'max', back), lost(4, 'median', back)]).toEqual([{ value: 1 }, { value: 4 }, { value: 2.5 }]);
    expect(numberOf({ score: 'modeLost.4', at: 3 }, run).value).toBeNull();
    expect(numberOf({ score: 'modeLost.4' }, { ...run, noise: null }).value).toBeNull();
  });

  it('are not lost before it is known', () => {
    expect(firstLoss('value', { ...run, noise: null }).value).toBeNull();
    expect(firstLoss('value', { ...run, frames: run.frames.slice(0, 5) })).toEqual({ value: null, why: 'generation 6 is not computed' });
    expect(firstLoss('value', patterns('1111', '1110', '1111'))).toMatchObject({ value: null, why: expect.stringContaining('no mode is lost') });
    expect(numberOf({ score: 'firstLoss', at: 3 }, run).value).toBeNull();
    expect(numberOf({ score: 'firstLoss' }, recalls).value).toBeNull();
  });
});

it('real samples are those at the start and those drawn since', () => {
  const run = runOf([[{}], [{}], [{}], [{}]], { initialReal: 40, real: 30, loop: 'fresh-data', changes: '3:real=5' });
  const used = (more: Partial<Reading> = {}) => numberOf({ score: 'realUsed', ...more }, run).value;
  expect([1, 2, 3, 4].map((at) => used({ at }))).toEqual([40, 70, 75, 80]);
  expect(used()).toBe(80);
  expect(used({ at: [1, 2] })).toBe(55);
});

it('numbers are those that simulate prints', async () => {
  const { experiment } = parseExperiment({
    generations: 3,
    replicates: 3,
    initialReal: 40,
    synthetic: 40,
    evaluation: 60,
    k: 3,
    scores: 'recall,modesAlive',
  });
  let lines = '';
  const write = (text: string) => {
    lines += text;
  };
  await simulate(experiment, createNodeHost('auto'), write, () => undefined);
  const printed = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ type }) => type === 'generation');
  const run = await computeRun(experiment, ['recall', 'modesAlive']);
  const values = (score: string, of: 'scores' | 'truth', loop: string, at: number) =>
    printed.filter((line) => line.generation === at && line.loop === loop).map((line) => line[of][score]);
  for (const loop of experiment.loop) {
    for (const [score, of] of [
      ['recall', 'scores'],
      ['modesAlive', 'scores'],
      ['heterozygosity', 'truth'],
    ] as const) {
      const found = values(score, of, loop, 3);
      expect(found).toHaveLength(3);
      const is = (stat: Reading['stat']) => numberOf({ score, loop, at: 3, ...(stat && { stat }) }, run).value;
      expect([is('value'), is('min'), is('max')]).toEqual([found[0], Math.min(...found), Math.max(...found)]);
      expect(is('median')).toBe([...found].sort((a, b) => a - b)[1]);
    }
  }
});
