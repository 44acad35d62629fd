import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { ranHere } from './addressBar';
import { backToRealTime, openPage, seconds, settle, useFakeTime } from './testing/openLab';

beforeEach(useFakeTime);
afterEach(backToRealTime);

describe('the address', () => {
  it('tells the generation on the screen, and is written once a second at most while that changes', () => {
    const { start, pause, page, shown } = openPage('generations=50');
    settle();
    expect(page.address.has('at')).toBe(false);
    start();
    const replaced = vi.spyOn(page, 'replace');
    seconds(10);
    expect(replaced.mock.calls.length).toBeLessThanOrEqual(10);
    pause();
    seconds(1);
    expect(page.address.get('at')).toBe(String(shown()));
  });

  it('tells the speed where it is another than usual, and none of a run that was reset', () => {
    const { start, setSpeed, reset, page } = openPage('generations=4');
    setSpeed(Number.POSITIVE_INFINITY);
    start();
    settle();
    expect(Object.fromEntries(page.address)).toEqual({ v: '1', generations: '4', speed: 'max', at: '4' });
    setSpeed(2);
    reset();
    settle();
    expect(Object.fromEntries(page.address)).toEqual({ v: '1', generations: '4' });
  });
});

it('the address does not tell a borrowed speed, which is given back unless the reader has set one', () => {
  const { start, setSpeed, borrowSpeed, state, page } = openPage('generations=50&speed=8');
  start();
  borrowSpeed(4);
  borrowSpeed(1);
  settle();
  expect([state().speed, page.address.get('speed')]).toEqual([1, '8']);
  borrowSpeed(null);
  expect([state().speed, state().readersSpeed]).toEqual([8, null]);
  borrowSpeed(4);
  setSpeed(16);
  borrowSpeed(null);
  settle();
  expect([state().speed, page.address.get('speed')]).toEqual([16, '16']);
});

describe('a link to a generation', () => {
  it('has it computed at once, shows what there is on the way, and stands there', () => {
    const { status, shown, computed, engine, state } = openPage('generations=50&at=12&speed=8');
    expect(engine.asked?.upTo).toBe(12);
    vi.advanceTimersByTime(80);
    expect(shown()).toBeGreaterThan(1);
    expect(shown()).toBeLessThan(12);
    settle();
    expect([status(), shown(), computed(), state().speed]).toEqual(['paused', 12, 12, 8]);
    expect(state().comeback).toMatchObject({ to: 12, wasSeen: false });
  });

  it('is kept while it is on its way: a reload then has the same aim', () => {
    const { page } = openPage('generations=50&at=40');
    vi.advanceTimersByTime(1050);
    expect(page.address.get('at')).toBe('40');
    // of numbers that nobody has seen yet it will not say that they are the same
    expect(ranHere(history.state)).toBe(false);
    settle();
    expect(ranHere(history.state)).toBe(true);
  });

  it('to the last one is an ended run', () => {
    const { status, shown } = openPage('generations=9&at=9');
    settle();
    expect([status(), shown()]).toEqual(['ended', 9]);
  });

  it('goes on from there when it is resumed', () => {
    const { start, status, shown } = openPage('generations=20&at=12&speed=max');
    settle();
    start();
    settle();
    expect([status(), shown()]).toEqual(['ended', 20]);
  });

  it('is changed by a slider as any run that stands', () => {
    const { change, run, page } = openPage('generations=20&at=12');
    settle();
    change({ bias: 0.5 });
    settle();
    expect(run()?.experiment.changes).toMatchObject([{ generation: 13 }]);
    expect(page.address.get('changes')).toBe('13:bias=0.5');
  });
});

describe('the back button', () => {
  it('leads back to where the run stood, and knows that it was seen', () => {
    const { start, pause, open, shown, state, status, page } = openPage('generations=50&seed=3&speed=16');
    start();
    seconds(1);
    pause();
    const stood = shown();
    open(parseExperiment({ dataset: 'moons' }).experiment);
    expect(page.address.has('at')).toBe(false);
    settle();
    page.go(-1);
    expect([state().draft.seed, state().speed]).toEqual([3, 16]);
    settle();
    expect([status(), shown()]).toEqual(['paused', stood]);
    expect(state().comeback).toMatchObject({ to: stood, wasSeen: true });
  });
});
