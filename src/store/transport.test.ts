import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backToRealTime, endedLab, openLab, seconds, settle, useFakeTime } from './testing/openLab';

beforeEach(useFakeTime);
afterEach(backToRealTime);

describe('Run', () => {
  it('starts the draft at once, and gives the engine leave for no more than two generations ahead of what the page has', () => {
    const { start, engine, status, shown, computed, state } = openLab({ generations: 50, seed: 7 });
    start();
    expect([status(), shown(), computed()]).toEqual(['running', 0, 0]);
    expect(engine.asked).toMatchObject({ experiment: { seed: 7 }, from: 0, upTo: 2, want: ['shown', 'noise', 'models'] });
    expect(engine.asked?.experiment).toBe(state().draft);
    vi.advanceTimersByTime(200);
    expect(computed()).toBeGreaterThan(2);
    expect(engine.last('allow')?.upTo).toBe(computed() + 2);
  });

  it('gives the engine leave for as much as it computes in 0.4 s, where that is more, but never for more than 64 generations or than are watched', () => {
    const { start, engine, computed, setSpeed } = openLab({ generations: 2000 });
    engine.elapsedMs = 10;
    start();
    vi.advanceTimersByTime(200);
    expect(engine.last('allow')?.upTo).toBe(computed() + 40);
    engine.elapsedMs = 1;
    vi.advanceTimersByTime(100);
    expect(engine.last('allow')?.upTo).toBe(computed() + 64);
    const before = engine.last('allow')?.upTo;
    setSpeed(16);
    seconds(3);
    expect(engine.last('allow')?.upTo).toBeGreaterThanOrEqual(before ?? 0);
    expect(computed()).toBeLessThan(2000);
  });

  it('shows as many generations a second as it is asked for, however many are computed', () => {
    const { start, setSpeed, shown, computed } = openLab({ generations: 40 });
    setSpeed(2);
    start();
    seconds(1);
    const first = shown() ?? 0;
    expect([first, computed() > 5]).toEqual([1, true]);
    seconds(2);
    expect(shown()).toBe(first + 4);
    // at once, not when the next generation would have been due
    setSpeed(10);
    seconds(1);
    expect(shown()).toBe(first + 4 + 11);
    setSpeed(Number.POSITIVE_INFINITY);
    settle();
    expect(shown()).toBe(40);
  });

  it('pressed twice is one run', () => {
    const { start, engine, run } = openLab();
    start();
    const { runId } = run() ?? {};
    vi.advanceTimersByTime(50);
    start();
    expect([engine.count('run'), run()?.runId]).toEqual([1, runId]);
  });

  it('after the end shows the run again from its first generation, and computes nothing', () => {
    const { start, setSpeed, engine, status, shown, run } = endedLab({ generations: 6 });
    const { runId } = run() ?? {};
    setSpeed(2);
    start();
    expect([status(), shown()]).toEqual(['running', 1]);
    settle();
    expect([status(), shown(), run()?.runId, engine.count('run')]).toEqual(['ended', 6, runId, 1]);
  });

  it('after the end, with other settings waiting, runs these', () => {
    const { start, change, run, status } = endedLab({ generations: 3 });
    change({ dataset: 'moons' });
    start();
    settle();
    expect([status(), run()?.experiment.dataset]).toEqual(['ended', 'moons']);
  });

  it('right after Reset, again and again, runs to the end', () => {
    const { start, reset, status, generations } = openLab({ generations: 6 });
    for (let i = 0; i < 4; i++) {
      start();
      vi.advanceTimersByTime(7 * i);
      reset();
    }
    start();
    settle();
    expect([status(), generations()]).toEqual(['ended', [1, 2, 3, 4, 5, 6]]);
  });

  it('a run of one generation can be run twice', () => {
    const { start, status } = openLab({ generations: 1 });
    for (let i = 0; i < 2; i++) {
      start();
      expect(status()).toBe('running');
      seconds(2);
      expect(status()).toBe('ended');
    }
  });
});

describe('Pause', () => {
  const paused = () => {
    const lab = openLab({ generations: 50 });
    lab.start();
    vi.advanceTimersByTime(100);
    lab.pause();
    return lab;
  };

  it('stops the screen and the engine’s leave; what was allowed still comes, and is kept', () => {
    const { state, engine, shown, computed } = paused();
    const [stopped, leave] = [shown(), engine.last('allow')?.upTo];
    settle();
    expect(state().run).toMatchObject({ status: 'paused', why: 'reader', shown: stopped });
    expect([engine.last('allow')?.upTo, computed()]).toEqual([leave, leave]);
  });

  it('and Resume go on from where it stopped, in the same run', () => {
    const { start, engine, status, generations, run } = paused();
    settle();
    start();
    expect(run()).not.toHaveProperty('why');
    seconds(10);
    expect([status(), engine.count('run')]).toEqual(['ended', 1]);
    expect(generations()).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it('does nothing to what does not run', () => {
    const idle = openLab();
    idle.pause();
    expect(idle.status()).toBe('idle');
    const ended = endedLab({ generations: 3 });
    ended.pause();
    expect(ended.status()).toBe('ended');
  });
});

describe('Step', () => {
  it('before any run begins one, paused, of which the engine may compute the first generation alone', () => {
    const { step, engine, state, shown, computed } = openLab();
    step();
    expect(state().run).toMatchObject({ status: 'paused', why: 'reader', shown: 0 });
    expect(engine.asked).toMatchObject({ from: 0, upTo: 1 });
    settle();
    expect([shown(), computed()]).toEqual([1, 1]);
  });

  it('after Step, and after a slider, shows the next generation', () => {
    const { step, change, run, shown } = openLab();
    for (const generation of [1, 2, 3]) {
      step();
      seconds(1);
      expect(shown()).toBe(generation);
    }
    change({ bias: 0.7 });
    step();
    seconds(1);
    expect([shown(), run()?.experiment.changes]).toEqual([4, [{ generation: 4, settings: { bias: 0.7 } }]]);
  });

  it('counts, while generations are still being computed', () => {
    const { step, engine, shown, computed } = openLab();
    engine.isBusy = true;
    for (let i = 0; i < 3; i++) step();
    expect([shown(), computed(), engine.last('allow')?.upTo]).toEqual([0, 0, 3]);
    engine.isBusy = false;
    settle();
    expect([shown(), computed()]).toEqual([3, 3]);
  });

  it('in a run pauses it', () => {
    const { start, step, shown, status } = openLab({ generations: 50 });
    start();
    vi.advanceTimersByTime(100);
    const before = shown() ?? 0;
    step();
    settle();
    expect([status(), shown()]).toEqual(['paused', before + 1]);
  });

  it('shows at once what is computed, and ends the run with the last generation', () => {
    const { show, step, shown, status, engine } = endedLab({ generations: 4 });
    show(2);
    const said = engine.got.length;
    step();
    expect([shown(), status()]).toEqual([3, 'paused']);
    step();
    expect([shown(), status()]).toEqual([4, 'ended']);
    step();
    expect([shown(), status(), engine.got.length]).toEqual([4, 'ended', said]);
  });

  it('asks for nothing beyond the last generation, however often it is pressed', () => {
    const { step, engine, shown, status } = openLab({ generations: 3 });
    for (let i = 0; i < 8; i++) step();
    expect(engine.last('allow')?.upTo).toBe(3);
    settle();
    expect([shown(), status()]).toEqual([3, 'ended']);
  });

  it.each<[string, number, (lab: ReturnType<typeof openLab>) => void]>([
    ['a look at an earlier generation', 1, ({ show }) => show(1)],
    ['Reset', -1, ({ reset }) => reset()],
    ['a slider', 1, ({ change }) => change({ bias: 0.5 })],
  ])('that still waits is forgotten after %s', (_, expected, act) => {
    const lab = openLab();
    lab.step();
    settle();
    lab.engine.isBusy = true;
    lab.step();
    lab.step();
    act(lab);
    lab.engine.isBusy = false;
    settle();
    expect(lab.shown() ?? -1).toBe(expected);
  });

  it('that still waits is forgotten after Resume and Pause', () => {
    const lab = openLab();
    lab.engine.isBusy = true;
    for (let i = 0; i < 3; i++) lab.step();
    lab.start();
    lab.pause();
    lab.engine.isBusy = false;
    settle();
    expect([lab.shown(), lab.computed()]).toEqual([0, 3]);
  });
});

describe('the timeline', () => {
  it('shows every generation that is computed, and no other', () => {
    const { show, shown } = endedLab({ generations: 6 });
    for (const [wanted, expected] of [
      [3, 3],
      [0, 0],
      [99, 6],
      [-4, 0],
    ] as const) {
      show(wanted);
      expect(shown()).toBe(expected);
    }
  });

  it('pauses a run, and gives an ended one back at its last generation', () => {
    const { start, show, state, status } = openLab({ generations: 6 });
    start();
    vi.advanceTimersByTime(60);
    show(1);
    expect(state().run).toMatchObject({ status: 'paused', why: 'reader', shown: 1 });
    start();
    settle();
    expect(status()).toBe('ended');
    show(2);
    expect(state().run).toMatchObject({ status: 'paused', why: 'reader', shown: 2 });
    show(6);
    expect(state().run).not.toHaveProperty('why');
    expect(status()).toBe('ended');
  });

  it('has nothing to show before a run', () => {
    const { show, status } = openLab();
    show(3);
    expect(status()).toBe('idle');
  });
});

describe('Reset', () => {
  it('calls the run off, and puts the draft into the address', () => {
    const { start, change, reset, engine, run, status, page } = openLab({ generations: 50 });
    start();
    vi.advanceTimersByTime(100);
    const { runId } = run() ?? {};
    change({ seed: 2 });
    settle();
    expect(page.address.get('seed')).toBeNull();
    reset();
    expect([status(), engine.last('cancel')]).toEqual(['idle', { type: 'cancel', runId }]);
    settle();
    expect(page.address.get('seed')).toBe('2');
  });

  it('before any run calls nothing off', () => {
    const { reset, engine } = openLab();
    reset();
    expect(engine.count('cancel')).toBe(0);
  });

  it('leaves no id to the run after it by which late words of the old one could be mistaken for its own', () => {
    const { start, reset, step, engine, run, status, computed } = openLab();
    start();
    const { runId: old = 0 } = run() ?? {};
    reset();
    engine.isBusy = true;
    step();
    engine.sayGeneration(old, 1);
    engine.say({ type: 'failed', runId: old, code: 'unknown', message: 'late' });
    settle();
    expect([status(), computed(), run()?.runId === old]).toEqual(['paused', 0, false]);
  });
});

describe('a page that nobody sees', () => {
  const running = () => {
    const lab = openLab({ generations: 200 });
    lab.setSpeed(4);
    lab.start();
    seconds(1);
    return lab;
  };

  it('pauses, and goes on when it is seen again', () => {
    const { page, state, shown, status } = running();
    page.isSeen(false);
    expect(state().run).toMatchObject({ status: 'paused', why: 'hidden' });
    const before = shown() ?? 0;
    settle();
    expect(shown()).toBe(before);
    page.isSeen(true);
    expect(status()).toBe('running');
    seconds(1);
    expect(shown()).toBeGreaterThan(before);
  });

  it('stays paused when it is seen again if the reader had paused it, or stepped', () => {
    for (const act of ['pause', 'step'] as const) {
      const lab = running();
      lab[act]();
      lab.page.isSeen(false);
      lab.page.isSeen(true);
      expect(lab.state().run).toMatchObject({ status: 'paused', why: 'reader' });
    }
  });

  it('goes on when it is seen again from the generation that a host has had shown meanwhile', () => {
    const { page, show, shown, status } = running();
    page.isSeen(false);
    show(1);
    expect([status(), shown()]).toEqual(['paused', 1]);
    page.isSeen(true);
    expect([status(), shown()]).toEqual(['running', 1]);
  });

  it('in a frame is one whose frame is out of sight, too', () => {
    const { page, frameIs, state, status } = running();
    frameIs(false);
    expect(state().run).toMatchObject({ status: 'paused', why: 'hidden' });
    page.isSeen(false);
    page.isSeen(true);
    expect(status()).toBe('paused');
    frameIs(true);
    expect(status()).toBe('running');
  });

  it('starts nothing that did not run', () => {
    const idle = openLab();
    idle.page.isSeen(false);
    idle.page.isSeen(true);
    expect(idle.status()).toBe('idle');
    const ended = endedLab({ generations: 3 });
    ended.page.isSeen(false);
    ended.page.isSeen(true);
    expect(ended.status()).toBe('ended');
  });
});
