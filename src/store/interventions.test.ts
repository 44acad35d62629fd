import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SCHEMA } from '../engine/experiment';
import { controlValues, waitingKeys } from './selectors';
import { backToRealTime, endedLab, openLab, openPage, seconds, settle, useFakeTime } from './testing/openLab';

beforeEach(useFakeTime);
afterEach(backToRealTime);

describe('a setting before any run', () => {
  it('goes into the draft and, a little later, into the address', () => {
    const { change, state, status, page } = openPage('seed=3');
    change({ bias: 0.5 });
    change({ generations: 7, model: 'gaussian' });
    expect(state().draft).toMatchObject({ seed: 3, bias: 0.5, generations: 7, model: 'gaussian' });
    expect([page.address.get('bias'), status()]).toEqual([null, 'idle']);
    vi.advanceTimersByTime(400);
    expect(Object.fromEntries(page.address)).toMatchObject({ seed: '3', bias: '0.5', generations: '7', model: 'gaussian' });
  });

  it('of a link that changes it from the first generation on is changed there', () => {
    const { change, state } = openPage('changes=1:bias=0.3;4:bias=0.9');
    change({ bias: 0.5 });
    expect(controlValues(state()).bias).toBe(0.5);
    expect(state().draft.changes.map(({ generation }) => generation)).toEqual([4]);
  });

  it('that no experiment can have is repaired, and said', () => {
    const { change, state, notes } = openLab();
    change({ generations: 1e9 });
    expect(state().draft.generations).toBe(SCHEMA.generations.max);
    expect(notes()).toEqual([expect.stringMatching(/generations/)]);
    change({ loop: [] });
    expect(notes().at(-1)).toMatch(/At least one loop has to be chosen/);
    expect(state().draft.loop).not.toEqual([]);
  });
});

describe('a setting that defines the experiment', () => {
  it('waits for Reset: the run and its link stay as they are, and the draft says what waits', () => {
    const { change, reset, start, run, state, page, engine } = endedLab({ generations: 3 });
    const before = run();
    change({ seed: 2 });
    settle();
    expect([run(), waitingKeys(state()), page.address.get('seed')]).toEqual([before, ['seed'], null]);
    expect(run()).toBe(before);
    reset();
    start();
    settle();
    expect([waitingKeys(state()), page.address.get('seed')]).toEqual([[], '2']);
    expect(engine.asked).toMatchObject({ experiment: { seed: 2 }, from: 0 });
  });

  it('beside a slider in one change acts on the draft, the slider at once', () => {
    const { change, run, state } = endedLab({ generations: 8 });
    change({ seed: 2, generations: 9 });
    expect([run()?.experiment.seed, state().draft.seed, run()?.experiment.generations]).toEqual([1, 2, 9]);
  });
});

describe('a slider moved during a run', () => {
  it('acts from the generation after the one shown: what lies beyond is computed anew, and it goes into the link', () => {
    const { show, change, start, run, state, engine, generations, status, page } = endedLab({ generations: 12 });
    const before = run();
    show(5);
    change({ real: 300 });
    expect(run()?.runId).not.toBe(before?.runId);
    expect(run()?.frames).toEqual(before?.frames.slice(0, 5));
    expect(engine.asked).toMatchObject({ from: 5, upTo: 5, experiment: { changes: [{ generation: 6, settings: { real: 300 } }] } });
    expect(state().draft.changes).toEqual(run()?.experiment.changes);
    expect([status(), controlValues(state()).real]).toEqual(['paused', 300]);
    settle();
    expect([page.address.get('changes'), run()?.frames.length]).toEqual(['6:real=300', 5]);
    start();
    settle();
    expect([status(), generations()?.length]).toEqual(['ended', 12]);
  });

  it('does not stop it', () => {
    const { start, change, run, engine, status, computed, shown } = openLab({ generations: 200 });
    start();
    vi.advanceTimersByTime(100);
    change({ bias: 0.6 });
    const at = shown() ?? 0;
    expect([status(), computed()]).toEqual(['running', at]);
    expect(engine.asked).toMatchObject({ runId: run()?.runId, from: at, upTo: at + 2 });
    seconds(0.5);
    expect(shown()).toBeGreaterThan(at + 2);
    expect(run()?.experiment.changes).toEqual([{ generation: at + 1, settings: { bias: 0.6 } }]);
  });

  it('has the clock begin anew: what it does is shown a whole beat later', () => {
    const { start, setSpeed, change, shown } = openLab({ generations: 50 });
    setSpeed(1);
    start();
    seconds(2.5);
    change({ bias: 0.6 });
    expect(shown()).toBe(2);
    seconds(0.8);
    expect(shown()).toBe(2);
    seconds(0.4);
    expect(shown()).toBe(3);
  });

  it('to where it is already changes nothing', () => {
    const { show, change, run } = endedLab({ generations: 4 });
    show(2);
    const before = run();
    change({ bias: 1 });
    expect(run()).toBe(before);
  });

  it('while the real data are shown is a setting of the whole run, and of the draft', () => {
    const { show, change, run, state, ghosts, engine } = endedLab({ generations: 4 });
    show(0);
    change({ bias: 0.5 });
    expect(run()?.experiment).toMatchObject({ bias: 0.5, changes: [] });
    expect(state().draft).toMatchObject({ bias: 0.5, changes: [] });
    expect([ghosts(), engine.asked?.from]).toEqual([[0], 0]);
  });

  it('after the last generation adds generations to show what it does, and says so', () => {
    const { start, change, run, status, state, notes } = endedLab({ generations: 4 });
    change({ synthetic: 50 });
    expect(run()?.experiment.changes).toEqual([{ generation: 5, settings: { synthetic: 50 } }]);
    expect([state().draft.generations, notes()]).toEqual([8, [expect.stringMatching(/can go on to generation 8 with the new setting/)]]);
    start();
    settle();
    expect([status(), run()?.shown]).toEqual(['ended', 8]);
  });

  it('after the last generation that there can be is refused in words', () => {
    const { max } = SCHEMA.generations;
    const { lab, start, change, run, notes, show } = endedLab({ generations: 3 });
    const { runId, frames = [] } = run() ?? {};
    lab.setState(({ run: state }) => ({
      run:
        state.status === 'idle' ? state : { ...state, experiment: { ...state.experiment, generations: max }, frames: new Array(max).fill(frames[0]) },
    }));
    show(max);
    change({ bias: 0.5 });
    expect([run()?.runId, run()?.experiment.changes, notes()]).toEqual([runId, [], [`The last generation, ${max}, is on the screen.`]]);
    start();
  });
});

describe('the last generation', () => {
  it('moved on lets the run go on from where it ended', () => {
    const { change, start, run, engine, status, shown } = endedLab({ generations: 4 });
    const { frames = [] } = run() ?? {};
    change({ generations: 7 });
    expect([status(), shown(), run()?.experiment.generations]).toEqual(['paused', 4, 7]);
    expect(engine.asked).toMatchObject({ from: 4, upTo: 4 });
    start();
    settle();
    expect([status(), run()?.frames.length]).toEqual(['ended', 7]);
    expect(run()?.frames.slice(0, 4)).toEqual(frames);
  });

  it('moved before the one shown ends the run there, and before computed ones takes these away', () => {
    const { show, change, status, shown, computed } = endedLab({ generations: 9 });
    show(3);
    change({ generations: 6 });
    expect([status(), shown(), computed()]).toEqual(['paused', 3, 6]);
    change({ generations: 2 });
    expect([status(), shown(), computed()]).toEqual(['ended', 2, 2]);
  });

  it('moved while it runs does not stop the run', () => {
    const { start, change, status, engine, computed } = openLab({ generations: 20 });
    start();
    vi.advanceTimersByTime(60);
    change({ generations: 30 });
    expect([status(), engine.asked?.upTo]).toEqual(['running', computed() + 2]);
    settle();
    expect([status(), computed()]).toEqual(['ended', 30]);
  });
});

describe('a change that is removed', () => {
  it('before any run leaves draft and link', () => {
    const { removeChanges, state, page } = openPage('changes=3:bias=0.5;6:bias=0.7');
    removeChanges([3]);
    expect(state().draft.changes.map(({ generation }) => generation)).toEqual([6]);
    settle();
    expect(page.address.get('changes')).toBe('6:bias=0.7');
  });

  it('in a run has all computed anew from there on, in the generation before it', () => {
    const { removeChanges, start, run, state, engine, status, page, ghosts } = endedLab({ generations: 9, changes: '3:bias=0.5;6:bias=0.7' });
    removeChanges([6, 3]);
    expect(run()).toMatchObject({ shown: 2, experiment: { changes: [] } });
    expect(engine.asked).toMatchObject({ from: 2, upTo: 2 });
    expect([status(), state().draft.changes, ghosts()]).toEqual(['paused', [], [2]]);
    start();
    settle();
    expect([status(), page.address.get('changes')]).toEqual(['ended', null]);
  });

  it('beyond what is computed, or shown, keeps what is', () => {
    const { removeChanges, step, shown, computed } = openLab({ generations: 9, changes: '6:bias=0.7' });
    step();
    settle();
    removeChanges([6]);
    expect([shown(), computed()]).toEqual([1, 1]);
  });
});

describe('What if', () => {
  it('leaves the future of the generation shown as a ghost, and waits there', () => {
    const { show, branchHere, run, status, ghosts, engine, step, shown } = endedLab({ generations: 12 });
    show(4);
    const { experiment } = run() ?? {};
    branchHere();
    expect([status(), shown(), run()?.frames.length, run()?.experiment, ghosts()]).toEqual(['paused', 4, 4, experiment, [4]]);
    expect(engine.asked).toMatchObject({ from: 4, upTo: 4 });
    step();
    settle();
    expect(run()?.frames.length).toBe(5);
  });

  it('pauses a run', () => {
    const { start, setSpeed, branchHere, state } = openLab({ generations: 50 });
    setSpeed(1);
    start();
    seconds(2.5);
    branchHere();
    expect(state().run).toMatchObject({ status: 'paused', why: 'what-if', shown: 2 });
  });

  it('does nothing where no future is computed', () => {
    const { branchHere, run, ghosts } = endedLab({ generations: 4 });
    const before = run();
    branchHere();
    expect([run(), ghosts()]).toEqual([before, []]);
    const idle = openLab();
    idle.branchHere();
    expect(idle.status()).toBe('idle');
  });
});

describe('futures that changes discard', () => {
  const ended = () => endedLab({ generations: 12 });

  it('are both left by a slider and by Remove the change, however soon after each other', () => {
    const { show, change, start, removeChanges, ghosts } = ended();
    show(4);
    change({ bias: 0.5 });
    start();
    vi.advanceTimersByTime(200);
    removeChanges([5]);
    expect(ghosts()).toEqual([4, 4]);
  });

  it.each<[string, boolean, (lab: ReturnType<typeof ended>) => void]>([
    ['nothing', false, () => undefined],
    ['Run', true, ({ start }) => start()],
    ['Pause', true, ({ pause }) => pause()],
    ['Step', true, ({ step }) => step()],
    ['a look at another generation', true, ({ show }) => show(7)],
    ['a setting that waits for Reset', true, ({ change }) => change({ seed: 2 })],
    ['another slider', true, ({ change }) => change({ synthetic: 300 })],
    ['a new press on the slider', true, ({ page }) => void page.dispatchEvent(new Event('pointerdown'))],
    ['a new press of a key', true, ({ page }) => void page.dispatchEvent(new Event('keydown'))],
    ['a key that is held', false, ({ page }) => void page.dispatchEvent(Object.assign(new Event('keydown'), { repeat: true }))],
  ])('with %s between two changes of a slider the second leaves one too: %s', (_, isLeft, between) => {
    const lab = ended();
    lab.setSpeed(2);
    lab.show(4);
    lab.start();
    lab.change({ bias: 0.5 });
    vi.advanceTimersByTime(600);
    between(lab);
    vi.advanceTimersByTime(100);
    const future = lab.run()?.runId;
    expect(lab.computed()).toBeGreaterThan(lab.shown() ?? 0);
    lab.change({ bias: 0.4 });
    expect(lab.state().ghosts.at(-1)?.id === future).toBe(isLeft);
  });

  it('are one, that of before, while a slider of a running loop is dragged', () => {
    const { show, start, change, run, ghosts } = ended();
    show(4);
    start();
    for (const bias of [0.9, 0.8, 0.7, 0.6]) {
      change({ bias });
      vi.advanceTimersByTime(40);
    }
    expect(run()?.experiment.changes.length).toBeGreaterThan(1);
    expect(ghosts()).toHaveLength(1);
  });

  it('are gone when they are cleared, and with Reset', () => {
    for (const act of ['clearGhosts', 'reset'] as const) {
      const lab = ended();
      lab.show(4);
      lab.change({ bias: 0.5 });
      expect(lab.ghosts()).toEqual([4]);
      lab[act]();
      expect(lab.ghosts()).toEqual([]);
    }
  });
});
