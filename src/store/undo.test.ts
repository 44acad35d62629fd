import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { backToRealTime, endedLab, openLab, openPage, seconds, settle, useFakeTime } from './testing/openLab';
import { UNDO_MS } from './undo';

beforeEach(useFakeTime);
afterEach(backToRealTime);

const MOONS = parseExperiment({ dataset: 'moons' }).experiment;

describe('Undo', () => {
  it('after Reset brings the run back from memory, where it stood: nothing is computed again', () => {
    const { reset, undo, status, shown, run, engine, page } = endedLab({ generations: 6, seed: 3 });
    const frames = run()?.frames;
    reset();
    expect(status()).toBe('idle');
    undo();
    expect([status(), shown(), run()?.frames]).toEqual(['ended', 6, frames]);
    settle();
    expect(engine.asked?.upTo).toBe(0);
    expect(page.address.get('at')).toBe('6');
  });

  it('after a preset brings back run, settings, speed and address', () => {
    const { start, pause, openLink, undo, state, shown, page, setSpeed } = openPage('generations=40&seed=3&bias=0.5');
    setSpeed(8);
    start();
    seconds(1);
    pause();
    const stood = shown();
    openLink('v=1&dataset=moons&speed=max');
    expect(state().speed).toBe(Number.POSITIVE_INFINITY);
    undo();
    settle();
    expect([shown(), state().speed, state().draft.seed, state().draft.dataset]).toEqual([stood, 8, 3, 'ring']);
    expect(Object.fromEntries(page.address)).toEqual({ v: '1', generations: '40', seed: '3', bias: '0.5', speed: '8', at: String(stood) });
  });

  it('is taken up by the engine from the first generation on, whatever that has computed since', () => {
    const { start, pause, open, undo, engine, shown, generations, status } = openLab({ generations: 60 });
    start();
    seconds(0.2);
    pause();
    const stood = shown() ?? 0;
    open(MOONS);
    start();
    seconds(0.2);
    undo();
    expect([status(), shown(), engine.asked]).toMatchObject(['paused', stood, { from: 0, experiment: { dataset: 'ring' } }]);
    start();
    settle();
    expect([status(), generations()]).toEqual(['ended', Array.from({ length: 60 }, (_, i) => i + 1)]);
  });

  it('brings back what the run was compared with', () => {
    const { keep, dropKept, openLink, undo, state, page } = endedLab({ generations: 3 });
    keep();
    const { kept } = state();
    openLink('v=1&dataset=moons&compare=v=1%26seed=9');
    expect(state().kept?.experiment.seed).toBe(9);
    dropKept();
    undo();
    expect(state().kept?.frames).toBe(kept?.frames);
    expect(page.address.get('compare')).toBe('v=1&generations=3');
  });

  it('is there for ten seconds, and then nothing of the run is held any more', () => {
    const { reset, undo, state, status } = endedLab({ generations: 3 });
    reset();
    seconds(UNDO_MS / 1000 - 0.1);
    expect(state().putAway).not.toBeNull();
    seconds(0.2);
    expect(state().putAway).toBeNull();
    undo();
    expect(status()).toBe('idle');
  });

  it('holds one run, the last one', () => {
    const { start, reset, undo, run, open } = endedLab({ generations: 3, seed: 1 });
    reset();
    open({ ...MOONS, generations: 3 });
    start();
    settle();
    reset();
    undo();
    expect(run()?.experiment.dataset).toBe('moons');
  });

  it('is not offered where nothing had run, nor on the way back', () => {
    const { open, start, state, page } = openPage('generations=3');
    open(MOONS);
    expect(state().putAway).toBeNull();
    start();
    settle();
    page.go(-1);
    expect(state().putAway).toBeNull();
  });
});
