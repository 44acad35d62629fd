import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Preview, ShownSamples } from '../protocol/messages';
import { backToRealTime, endedLab, openLab, openPage, seconds, settle, useFakeTime } from './testing/openLab';
import { trainingShown } from './training';

const preview: Preview = {
  samples: { kind: 'points', count: 0, dim: 2, values: new Float32Array(), components: new Float32Array() },
} as unknown as Preview;

beforeEach(useFakeTime);
afterEach(backToRealTime);

describe('an engine that dies', () => {
  it('is said; finished generations stay, and Resume goes on behind them', () => {
    const { start, run, status, engine, computed, state, shown } = openLab({ generations: 20 });
    start();
    vi.advanceTimersByTime(100);
    expect(computed()).toBeGreaterThan(2);
    engine.die('The engine gave no sign of life for 10 s.');
    expect(run()).toMatchObject({ status: 'failed', code: 'worker-died', message: 'The engine gave no sign of life for 10 s.', progress: null });
    const before = shown();
    // what it had computed before is on its way
    settle();
    const kept = computed();
    expect([status(), shown()]).toEqual(['failed', before]);
    start();
    expect(state().run).not.toHaveProperty('message');
    expect(engine.asked).toMatchObject({ from: kept, upTo: kept + 2 });
    settle();
    expect([status(), computed()]).toEqual(['ended', 20]);
  });

  it('stops a run that was paused, or waits for a step, too; Step then does nothing, and Resume goes on', () => {
    const { step, start, engine, status, shown, computed } = openLab({ generations: 6 });
    step();
    settle();
    engine.isBusy = true;
    step();
    engine.die('x');
    engine.isBusy = false;
    expect(status()).toBe('failed');
    step();
    settle();
    expect([status(), shown(), computed()]).toEqual(['failed', 1, 1]);
    start();
    settle();
    expect([status(), computed()]).toEqual(['ended', 6]);
  });

  it('after a generation that a step waits for has that one shown', () => {
    const { step, engine, run, status, shown } = openLab();
    engine.isBusy = true;
    step();
    engine.sayGeneration(run()?.runId ?? 0, 1);
    engine.die('x');
    settle();
    expect([status(), shown()]).toEqual(['failed', 1]);
  });

  it('leaves what is computed to be looked at, failed as it is', () => {
    const { start, show, engine, status, shown, reset } = openLab({ generations: 20 });
    start();
    vi.advanceTimersByTime(100);
    engine.die('x');
    show(1);
    expect([status(), shown()]).toEqual(['failed', 1]);
    reset();
    expect(status()).toBe('idle');
  });

  it('after the last generation takes nothing away, and a new future can still be asked for', () => {
    const { start, change, status, computed, engine } = endedLab({ generations: 3 });
    engine.die('x');
    expect(status()).toBe('ended');
    change({ bias: 0.5 });
    start();
    settle();
    expect([status(), computed()]).toEqual(['ended', 6]);
  });

  it('while it draws the real data is said before any run, and Reset asks for them again', () => {
    const { reset, state, engine } = openLab();
    engine.die('The engine could not be loaded.');
    expect(state()).toMatchObject({ run: { status: 'idle' }, preview: { status: 'failed', message: 'The engine could not be loaded.' } });
    const asked = engine.count('preview');
    reset();
    expect(engine.count('preview')).toBe(asked + 1);
  });

  it('before a run, with the real data on the screen, takes nothing away', () => {
    const { state, engine } = openLab();
    engine.say({ type: 'preview', previewId: engine.last('preview')?.previewId ?? 0, preview });
    settle();
    engine.die('x');
    expect(state()).toMatchObject({ run: { status: 'idle' }, preview: { status: 'ready' } });
  });

  it('answers no question for the nearest digit', () => {
    const { lab, engine, state } = openLab();
    lab.nearest.ask(state().draft, []);
    engine.die('gone');
    expect(lab.nearest.store.getState()).toMatchObject({ status: 'failed', message: 'gone' });
  });

  it('is told to be slow before that, for as long as it is', () => {
    const { state, engine } = openLab();
    for (const isSlow of [true, false]) {
      engine.events.slow(isSlow);
      expect(state().isEngineSlow).toBe(isSlow);
    }
  });
});

describe('a run that fails', () => {
  it('is said with the engine’s words; finished generations stay, and Resume tries again behind them', () => {
    const { start, engine, run, status, computed } = openLab({ generations: 9 });
    start();
    vi.advanceTimersByTime(60);
    engine.say({ type: 'failed', runId: run()?.runId ?? 0, code: 'backend-lost', message: 'The GPU is gone.' });
    vi.advanceTimersByTime(16);
    expect(run()).toMatchObject({ status: 'failed', code: 'backend-lost', message: 'The GPU is gone.' });
    const kept = computed();
    start();
    expect(engine.asked).toMatchObject({ from: kept });
    settle();
    expect([status(), computed()]).toEqual(['ended', 9]);
  });
});

describe('generations with a gap', () => {
  it('never reach the screen: the run stops with words, and Resume goes on', () => {
    const { start, run, status, generations, computed, engine } = openLab({ generations: 9 });
    start();
    vi.advanceTimersByTime(100);
    engine.sayGeneration(run()?.runId ?? 0, computed() + 4);
    vi.advanceTimersByTime(16);
    expect(run()).toMatchObject({ status: 'failed', message: expect.stringMatching(/where generation \d+ was due/) });
    start();
    settle();
    expect([status(), generations()]).toEqual(['ended', [1, 2, 3, 4, 5, 6, 7, 8, 9]]);
  });
});

it('a listener that throws loses neither messages nor the engine’s leave to go on', () => {
  const { lab, start, status } = openLab({ generations: 9 });
  start();
  let thrown = 0;
  lab.subscribe(() => {
    if (thrown++ < 3) throw new Error('of a listener');
  });
  // as a browser does: what a frame throws is told, and the next frame comes
  for (let frame = 0; frame < 200; frame++) {
    try {
      vi.advanceTimersByTime(16);
    } catch (error) {
      expect(error).toEqual(new Error('of a listener'));
    }
  }
  expect(thrown).toBeGreaterThan(3);
  expect(status()).toBe('ended');
});

describe('what the engine tells', () => {
  it('arrives once a frame, however much it is: one change of the state', () => {
    const { lab, step, engine, run } = openLab();
    step();
    settle();
    engine.isBusy = true;
    let changes = 0;
    lab.subscribe(() => changes++);
    const { runId = 0 } = run() ?? {};
    for (let done = 1; done <= 5; done++) engine.say({ type: 'progress', runId, generation: 2, phase: 'fit', done, total: 5 });
    vi.advanceTimersByTime(16);
    expect([changes, run()?.progress]).toEqual([1, { generation: 2, phase: 'fit', done: 5, total: 5, training: {} }]);
  });

  it('of a network that trains is what it draws and how its loss fell, of one generation, until that is there or the reader looks elsewhere', () => {
    const { step, start, pause, engine, state, run } = openLab();
    step();
    settle();
    engine.isBusy = true;
    start();
    const { runId = 0 } = run() ?? {};
    const tell = (objective: number, shown: ShownSamples) => {
      const inTraining = { loops: ['fresh-data'], objective, shown };
      engine.say({ type: 'progress', runId, generation: 2, phase: 'fit', done: 1, total: 5, inTraining });
      vi.advanceTimersByTime(16);
    };
    const [fog, sharp] = [
      { kind: 'images', count: 1 },
      { kind: 'images', count: 1 },
    ];
    tell(-90, fog);
    tell(-70, sharp);
    expect(trainingShown(state(), 'fresh-data')).toEqual({ shown: sharp, losses: [90, 70] });
    expect(trainingShown(state(), 'fully-synthetic')).toBeNull();
    pause();
    expect(trainingShown(state(), 'fresh-data')).toBeNull();
    expect(run()?.progress?.training['fresh-data']?.losses).toEqual([90, 70]);
  });

  it('of what it runs on, and of the noise floor, is kept', () => {
    const { start, engine, state, run } = openLab();
    const badge = { rung: 'wasm', renderer: '', tfjsBackend: null, reason: 'as asked', tensors: null } as const;
    const noise = { bands: { recall: { low: 0.8, high: 0.9 } }, undefined: { vendi: 'too few' } };
    start();
    engine.say({ type: 'badge', badge });
    engine.say({ type: 'noise', runId: run()?.runId ?? 0, noise });
    seconds(0.1);
    expect(state().badge).toEqual(badge);
    expect(run()?.noise).toMatchObject(noise);
  });
});

describe('the real data', () => {
  it('are asked for when the page opens, and again only when what they depend on changes', () => {
    const { engine, change, state } = openPage('seed=3');
    expect(engine.got).toEqual([{ type: 'preview', previewId: 1, experiment: state().draft }]);
    change({ generations: 7 });
    change({ bias: 0.5 });
    expect(engine.count('preview')).toBe(1);
    change({ seed: 4 });
    expect(engine.last('preview')).toMatchObject({ previewId: 2, experiment: { seed: 4 } });
  });

  it('that were asked for before others are not shown', () => {
    const { engine, change, state } = openPage();
    change({ seed: 4 });
    engine.say({ type: 'preview', previewId: 1, preview });
    engine.say({ type: 'previewFailed', previewId: 1, message: 'late' });
    settle();
    expect(state().preview.status).toBe('loading');
    engine.say({ type: 'preview', previewId: 2, preview });
    settle();
    expect(state().preview).toEqual({ status: 'ready', preview });
  });

  it('of settings that wait for Reset are drawn on Reset', () => {
    const { engine, start, change, reset } = openPage();
    start();
    change({ seed: 4 });
    expect(engine.count('preview')).toBe(1);
    reset();
    expect(engine.last('preview')).toMatchObject({ experiment: { seed: 4 } });
  });

  it('that could not be fetched are named, and asked for again by Reset or another setting', () => {
    const { engine, change, reset, state } = openPage();
    engine.say({ type: 'previewFailed', previewId: 1, message: 'digits/train.bin could not be loaded.' });
    settle();
    expect(state().preview).toEqual({ status: 'failed', message: 'digits/train.bin could not be loaded.' });
    reset();
    engine.say({ type: 'previewFailed', previewId: 2, message: 'x' });
    settle();
    change({ generations: 7 });
    engine.say({ type: 'preview', previewId: 3, preview });
    settle();
    expect(state().preview.status).toBe('ready');
  });
});

describe('a run that shows what is computed already', () => {
  it('takes in a little later what nobody waits for, but lets no engine wait for leave', () => {
    const { start, setSpeed, engine, run, computed } = openLab({ generations: 50 });
    engine.isBusy = true;
    setSpeed(0.25);
    start();
    const say = (generation: number, ms: number) => {
      engine.sayGeneration(run()?.runId ?? 0, generation);
      vi.advanceTimersByTime(ms);
      return computed();
    };
    expect(say(1, 20)).toBe(1);
    expect(say(2, 100)).toBe(1);
    // it had leave for this one, and no more
    expect(say(3, 20)).toBe(3);
    expect(say(4, 100)).toBe(3);
    vi.advanceTimersByTime(200);
    expect(computed()).toBe(4);
  });

  it('and what it does wait for at once', () => {
    const { start, setSpeed, engine, run, computed } = openLab({ generations: 50 });
    engine.isBusy = true;
    setSpeed(2);
    start();
    engine.sayGeneration(run()?.runId ?? 0, 1);
    vi.advanceTimersByTime(20);
    expect(computed()).toBe(1);
  });
});
