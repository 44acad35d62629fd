import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { encodePoints } from '../engine/pointsText';
import { playAhead } from './playAhead';
import { frameOf, laneOf } from './testing/frames';
import { backToRealTime, endedLab, openLab, openPage, settle, useFakeTime } from './testing/openLab';

beforeEach(useFakeTime);
afterEach(backToRealTime);

describe('a link', () => {
  it('is read when the page opens, what is wrong with it is repaired and said, and the address becomes the repaired one', () => {
    const { state, notes, page, status } = openPage('v=1&generations=99999&loop=nonsense&seed=-3&bias=banana&wat=1&changes=x;3:seed=4&%E0%A4%A');
    expect([status(), state().draft]).toMatchObject(['idle', { generations: 2000, seed: 0, bias: 1 }]);
    expect(state().draft.loop).toHaveLength(3);
    for (const key of ['generations', 'loop', 'seed', 'bias', 'wat', 'changes']) expect(notes().join('\n')).toContain(key);
    vi.advanceTimersByTime(400);
    expect(Object.fromEntries(page.address)).toEqual({ v: '1', generations: '2000', seed: '0' });
  });

  it('whose model and dataset do not fit opens with the model, and says so', () => {
    const { state, notes } = openPage('model=vae&dataset=ring');
    expect(state().draft).toMatchObject({ model: 'vae', dataset: 'digits' });
    expect(notes()).toEqual([expect.stringContaining('dataset')]);
  });

  it('keeps the keys of its view', () => {
    const { change, page } = openPage('seed=3&theme=dark&HIDE=share');
    change({ seed: 4 });
    settle();
    expect(Object.fromEntries(page.address)).toEqual({ v: '1', seed: '4', theme: 'dark', HIDE: 'share' });
  });

  it('is not written into the address of a host, whose frame the page is in', () => {
    const { change, open, state, page } = openPage('seed=3', true);
    change({ seed: 4 });
    open({ ...state().draft, seed: 5 });
    settle();
    expect(page.address.get('seed')).toBe('3');
  });
});

describe('the address', () => {
  it('is written once for many changes in a row', () => {
    const { change, page } = openPage();
    const replaced = vi.spyOn(page, 'replace');
    settle();
    replaced.mockClear();
    for (let seed = 2; seed < 50; seed++) change({ seed });
    settle();
    expect([replaced.mock.calls.length, page.address.get('seed')]).toEqual([1, '49']);
  });

  it('is that of the run while there is one, and of the draft after Reset', () => {
    const { start, change, reset, page } = openPage('generations=6');
    start();
    settle();
    change({ seed: 2 });
    settle();
    expect(page.address.get('seed')).toBeNull();
    reset();
    settle();
    expect(page.address.get('seed')).toBe('2');
  });
});

describe('the back button', () => {
  it('leads back to the experiment before a preset, with what had been set, and forth again', () => {
    const { open, change, start, state, status, page } = openPage('seed=3');
    change({ bias: 0.5 });
    open(parseExperiment({ dataset: 'moons', seed: 8 }).experiment);
    start();
    settle();
    page.go(-1);
    expect([status(), state().draft]).toMatchObject(['idle', { dataset: 'ring', seed: 3, bias: 0.5 }]);
    page.go(1);
    expect(state().draft).toMatchObject({ dataset: 'moons', seed: 8 });
  });

  it('ends the run, and the notes of the page that is left', () => {
    const { open, start, status, engine, run, notes, page } = openPage('seed=3');
    open(parseExperiment({}).experiment, [{ key: 'x', value: '', problem: 'p', message: 'of the preset' }]);
    expect(notes()).toEqual(['of the preset']);
    start();
    const { runId } = run() ?? {};
    page.go(-1);
    expect([status(), engine.last('cancel')?.runId, notes()]).toEqual(['idle', runId, []]);
  });

  it('brings back more points than a link holds', () => {
    const points = encodePoints(Float64Array.from({ length: 2 * 501 }, (_, i) => (i % 50) / 25 - 1));
    const { experiment } = parseExperiment({ dataset: 'drawn', points });
    const { open, state, page } = openPage();
    open(experiment);
    open(parseExperiment({}).experiment);
    page.go(-1);
    expect(state().draft.points).toBe(points);
    expect(page.address.get('points')).toBeNull();
  });
});

describe('a run that was computed ahead', () => {
  const { experiment } = parseExperiment({ generations: 3, seed: 6 });
  const frames = [1, 2, 3].map((generation) =>
    frameOf(
      generation,
      experiment.loop.map((loop) => laneOf(loop)),
    ),
  );

  it('is shown as if it ran, and once more when Run is pressed; no engine computes it', () => {
    const { lab, start, status, shown, engine, page } = openLab({ generations: 4, seed: 5 });
    playAhead(lab, { experiment, frames, noise: null }, null);
    expect([status(), shown()]).toEqual(['running', 0]);
    settle();
    expect([status(), shown(), engine.count('run'), page.address.get('seed')]).toEqual(['ended', 3, 0, '6']);
    start();
    expect([status(), shown()]).toEqual(['running', 1]);
    settle();
    expect([status(), shown(), engine.count('run')]).toEqual(['ended', 3, 0]);
  });

  it('goes on with a slider like one from a file, and has its real data with it', () => {
    const { lab, show, change, engine, state } = openLab();
    const preview = { real: { kind: 'points', count: 1 }, ghost: null, extent: 2, modes: new Float32Array(), reach: 0, weights: [] };
    playAhead(lab, { experiment, frames, noise: null }, preview);
    expect(state().preview).toEqual({ status: 'ready', preview });
    settle();
    show(2);
    change({ bias: 0.5 });
    expect(engine.asked).toMatchObject({ from: 0, upTo: 2, experiment: { changes: [{ generation: 3 }] } });
  });
});

describe('results from a file', () => {
  const { experiment } = parseExperiment({ generations: 9, seed: 6 });
  const frames = [1, 2, 3].map((generation) =>
    frameOf(
      generation,
      experiment.loop.map((loop) => laneOf(loop)),
    ),
  );
  const restored = () => {
    const lab = openLab({ generations: 4, seed: 5 });
    lab.start();
    settle();
    lab.restore(experiment, frames, null);
    return lab;
  };

  it('are shown as an ended run as far as they go, with their link, and no engine is asked for them', () => {
    const { run, status, engine, page } = restored();
    expect([status(), run()]).toMatchObject(['ended', { frames, shown: 3, experiment: { seed: 6, generations: 3 } }]);
    settle();
    expect([engine.count('run'), page.address.get('seed'), page.address.get('generations')]).toEqual([1, '6', '3']);
  });

  it('can be looked through, and the back button leads to what was there before', () => {
    const { show, step, start, status, shown, engine, page, state } = restored();
    show(1);
    step();
    expect([status(), shown()]).toEqual(['paused', 2]);
    start();
    settle();
    expect([status(), shown(), engine.count('run')]).toEqual(['ended', 3, 1]);
    page.go(-1);
    expect([status(), state().draft.seed]).toEqual(['paused', 5]);
  });

  it('are computed anew when Run is pressed', () => {
    const { start, engine, status, computed } = restored();
    start();
    expect(engine.asked).toMatchObject({ from: 0, experiment: { seed: 6, generations: 9 } });
    expect(computed()).toBe(0);
    settle();
    expect([status(), computed()]).toEqual(['ended', 9]);
  });

  it('go on with a slider behind the generation shown; the engine, which has none of them, begins at the first', () => {
    const { show, change, start, engine, run, computed, status } = restored();
    show(2);
    change({ bias: 0.5 });
    expect(engine.asked).toMatchObject({ from: 0, upTo: 2, experiment: { changes: [{ generation: 3 }] } });
    expect(run()?.frames).toEqual(frames.slice(0, 2));
    // what was computed here the engine has, and goes on behind it
    settle();
    change({ bias: 0.4 });
    expect(engine.asked?.from).toBe(2);
    start();
    settle();
    expect([status(), computed()]).toEqual(['ended', 3]);
  });

  it('go on with more generations, from the first one on for the engine', () => {
    const { change, start, engine, status, generations } = restored();
    change({ generations: 5 });
    expect(engine.asked).toMatchObject({ from: 0, upTo: 3 });
    start();
    settle();
    expect([status(), generations()]).toEqual(['ended', [1, 2, 3, 4, 5]]);
  });

  it('that were reset leave nothing behind: the next run is one like any other', () => {
    const { reset, start, change, pause, engine } = restored();
    reset();
    start();
    vi.advanceTimersByTime(60);
    pause();
    change({ generations: 20 });
    expect(engine.asked?.from).toBeGreaterThan(0);
  });

  it('without generations are the experiment alone', () => {
    const { restore, start, status, state, engine, change, computed } = openLab();
    restore(experiment, [], null);
    expect([status(), state().draft]).toEqual(['idle', experiment]);
    start();
    settle();
    change({ generations: 12 });
    expect([engine.asked?.from, computed()]).toEqual([9, 9]);
  });
});

describe('notes', () => {
  it('tell what failed on the page and nobody caught, once', () => {
    const { page, notes } = openPage();
    for (let i = 0; i < 3; i++) page.dispatchEvent(Object.assign(new Event('error'), { error: new Error('no such thing') }));
    page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'Script error.' }));
    expect(notes()).toEqual([expect.stringMatching(/no such thing/)]);
  });

  it('can be dismissed', () => {
    const { dismissNotes, notes, change } = endedLab({ generations: 3 });
    change({ loop: [] });
    expect(notes()).toHaveLength(1);
    dismissNotes();
    expect(notes()).toEqual([]);
  });
});
