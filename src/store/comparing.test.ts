import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backToRealTime, endedLab, openLab, openPage, settle, useFakeTime } from './testing/openLab';

beforeEach(useFakeTime);
afterEach(backToRealTime);

describe('a run that is kept', () => {
  it('stands beside the next one as it was, with its key in the link', () => {
    const { keep, change, reset, start, state, run, engines, page } = endedLab({ generations: 4 });
    const { frames } = run() ?? {};
    keep();
    change({ seed: 2 });
    reset();
    start();
    settle();
    expect(state().kept).toMatchObject({ experiment: { seed: 1, generations: 4 }, frames, problem: null });
    expect(engines[1]?.count('run') ?? 0).toBe(0);
    expect(page.address.get('compare')).toBe('v=1&generations=4');
    expect(page.address.get('seed')).toBe('2');
  });

  it('before it is computed is computed beside the next one, in an engine of its own, which is ended with it', () => {
    const { state, keep, dropKept, start, engines, page } = openLab({ generations: 5 });
    keep();
    expect(engines).toHaveLength(1);
    start();
    settle();
    expect(engines).toHaveLength(2);
    expect(state().kept?.frames.map(({ generation }) => generation)).toEqual([1, 2, 3, 4, 5]);
    dropKept();
    expect([engines[1].isAlive, engines[0].isAlive, state().kept]).toEqual([false, true, null]);
    expect(page.address.has('compare')).toBe(false);
  });

  it('says why it could not be computed', () => {
    const { state, keep, start, engines } = openLab({ generations: 5 });
    keep();
    start();
    engines[1].die('The engine gave no sign of life for 10 s.');
    expect(state().kept?.problem).toBe('The engine gave no sign of life for 10 s.');
  });

  it('asks a broken engine again at the next Run, and never one that said why it could not', () => {
    const { keep, start, reset, engines } = openLab({ generations: 5 });
    keep();
    start();
    engines[1].die('x');
    reset();
    start();
    expect(engines[1].count('run')).toBe(2);
    engines[1].say({ type: 'failed', runId: engines[1].asked?.runId ?? 0, code: 'too-large', message: 'x' });
    reset();
    start();
    settle();
    expect(engines[1].count('run')).toBe(2);
  });

  it('holds nothing of the one that was kept before', () => {
    const { state, keep, start, reset, change } = openLab({ generations: 50 });
    keep();
    start();
    // some generations are there, the last of them wait for the next frame
    vi.advanceTimersByTime(70);
    expect(state().kept?.frames.length).toBeGreaterThan(0);
    reset();
    change({ seed: 2 });
    keep();
    vi.advanceTimersByTime(100);
    expect(state().kept).toMatchObject({ experiment: { seed: 2 }, frames: [] });
    start();
    settle();
    expect(state().kept?.frames).toHaveLength(50);
  });

  it('gives way to another one', () => {
    const { state, keep, change, run } = endedLab({ generations: 4 });
    keep();
    change({ generations: 6 });
    keep();
    expect(state().kept?.experiment).toBe(run()?.experiment);
    expect(state().kept?.frames).toHaveLength(4);
  });
});

describe('a link that compares', () => {
  const compare = `seed=2&generations=3&compare=${encodeURIComponent('v=1&generations=5&seed=8')}`;

  it('has the other run computed when Run is pressed, and not before', () => {
    const { state, engines, start } = openPage(compare);
    expect(state().kept).toMatchObject({ experiment: { generations: 5, seed: 8 }, frames: [], preview: null });
    settle();
    expect(engines).toHaveLength(1);
    start();
    settle();
    expect(engines[1].asked).toMatchObject({ experiment: { seed: 8 }, from: 0, upTo: 5 });
    expect(engines[1].asked?.want).toEqual(['shown']);
    expect(state().kept?.frames).toHaveLength(5);
  });

  it('that is left by the back button takes the other run along, and one that compares with the same keeps what is computed', () => {
    const { state, open, page, start } = openPage(compare);
    start();
    settle();
    const { kept } = state();
    open({ ...state().draft, seed: 9 });
    expect(state().kept).toBe(kept);
    page.go(-1);
    expect(state().kept?.frames).toBe(kept?.frames);
    page.push(null, '?seed=1');
    page.push(null, '?seed=4');
    page.go(-1);
    expect(state().kept).toBeNull();
  });
});
