import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_SCORES, scoresLookedAt } from './looks';
import { backToRealTime, endedLab, openLab, seconds, settle, useFakeTime } from './testing/openLab';

beforeEach(useFakeTime);
afterEach(backToRealTime);

const TOLD = ['frechetDistance', 'precision', 'recall', 'modesAlive', 'coverage', 'traceRatio'];

describe('what somebody looks at', () => {
  it('is by default what sentences read, and what parts of the page show besides', () => {
    const { state, look, start, engine } = openLab();
    expect(scoresLookedAt(state())).toEqual(TOLD);
    const away = look(['vendi', 'recall', 'classEntropy']);
    // the entropy of classes is one of digits
    expect(scoresLookedAt(state())).toEqual(['frechetDistance', 'precision', 'recall', 'modesAlive', 'coverage', 'vendi', 'traceRatio']);
    start();
    expect(engine.asked?.scores).toEqual(scoresLookedAt(state()));
    away();
    expect(scoresLookedAt(state())).toEqual(TOLD);
    expect(engine.last('look')).toMatchObject({ runId: engine.asked?.runId, scores: TOLD });
  });

  it('is all that a link names', () => {
    const { state } = openLab({ scores: 'vendi,recall' });
    expect(scoresLookedAt(state())).toEqual(['recall', 'vendi']);
  });

  it('is the same list until it holds something else', () => {
    const { state, look } = openLab();
    const before = scoresLookedAt(state());
    look(['recall']);
    expect(scoresLookedAt(state())).toBe(before);
  });
});

describe('scores that are looked at later', () => {
  it('are asked for from the generation shown back, then those ahead of it, and from then on computed with each', () => {
    const { look, run, engine, start, show } = openLab({ generations: 12 });
    start();
    seconds(0.06);
    show(2);
    const computed = run()?.frames.length ?? 0;
    expect(computed).toBeLessThan(12);
    look(['vendi']);
    expect(engine.last('score')).toMatchObject({
      ofRun: run()?.runId,
      scores: ['vendi'],
      generations: [2, 1, ...Array.from({ length: computed - 2 }, (_, at) => at + 3)],
    });
    start();
    settle();
    expect(run()?.frames).toHaveLength(12);
    for (const { lanes } of run()?.frames ?? []) expect(lanes[0].scores).toHaveProperty('vendi');
    // at most once more, for what was on its way
    expect(engine.count('score')).toBeLessThan(3);
  });

  it('come with their noise floor, beside those that are known', () => {
    const { look, run, engine } = endedLab({ generations: 2 });
    engine.say({
      type: 'noise',
      runId: run()?.runId ?? 0,
      noise: { bands: Object.fromEntries(TOLD.map((id) => [id, { low: 0, high: 1 }])), undefined: {} },
    });
    look(['density']);
    seconds(1);
    expect(engine.last('score')?.noise).toEqual(['density']);
    expect(run()?.noise).toMatchObject({ bands: { recall: { low: 0 } }, undefined: { density: 'none' } });
  });

  it('are not computed to the end when nobody looks any more', () => {
    const { look, engine, lab } = endedLab({ generations: 3 });
    engine.isBusy = true;
    const away = look(ALL_SCORES);
    expect(lab.laterScores.store.getState().isComputing).toBe(true);
    away();
    expect(engine.last('forgetScores')?.requestId).toBe(engine.last('score')?.requestId);
    expect(lab.laterScores.store.getState().isComputing).toBe(false);
  });

  it('that failed are told of, and not asked for again by themselves', () => {
    const { look, engine, lab, show } = endedLab({ generations: 3 });
    engine.isBusy = true;
    look(['vendi']);
    engine.say({ type: 'scoringFailed', requestId: engine.last('score')?.requestId ?? 0, message: 'No more memory.' });
    show(1);
    show(2);
    seconds(1);
    expect(lab.laterScores.store.getState()).toEqual({ isComputing: false, problem: 'No more memory.' });
    expect(engine.count('score')).toBe(1);
  });

  it('are not asked of an engine that has none of a file’s models', () => {
    const { look, engine, restore, run } = endedLab({ generations: 2 });
    const { experiment, frames } = run() ?? {};
    if (!experiment || !frames) throw new Error('nothing was computed');
    restore(experiment, frames, null);
    look(['vendi']);
    seconds(1);
    expect(engine.count('score')).toBe(0);
  });
});
