import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../engine/experiment';
import { parseExperiment } from '../engine/experimentText';
import type { FromWorker, ToWorker } from '../protocol/messages';
import type { EngineEvents } from '../worker/engineClient';
import { createLab } from './labStore';
import { runOf } from './selectors';
import { laneOf } from './testing/frames';

const lane = laneOf('fresh-data');

/** An engine that computes a generation in 10 ms, and nothing without leave. */
class FakeEngine {
  isAlive = true;
  readonly got: ToWorker[] = [];
  private run: { readonly runId: number; readonly experiment: Experiment; next: number; upTo: number } | null = null;

  constructor(readonly events: EngineEvents) {
    setInterval(() => this.compute(), 10);
  }

  say = (message: FromWorker) => this.events.message(message);

  send(message: ToWorker): void {
    this.got.push(message);
    if (message.type === 'run') {
      if (this.run) this.say({ type: 'cancelled', runId: this.run.runId });
      this.run = { runId: message.runId, ...message.job, next: message.job.from + 1 };
    }
    if (message.type === 'allow' && this.run?.runId === message.runId) this.run.upTo = Math.max(this.run.upTo, message.upTo);
    if (message.type === 'cancel' && this.run?.runId === message.runId) {
      this.say({ type: 'cancelled', runId: message.runId });
      this.run = null;
    }
  }

  end(): void {
    this.isAlive = false;
  }

  die(reason: string): void {
    this.run = null;
    this.events.died(reason, 'worker-died');
  }

  private compute(): void {
    const { run } = this;
    if (!run || run.next > Math.min(run.upTo, run.experiment.generations)) return;
    this.say({ type: 'generation', runId: run.runId, generation: run.next, lanes: [lane], elapsedMs: 10 });
    if (run.next++ < run.experiment.generations) return;
    this.say({ type: 'ended', runId: run.runId });
    this.run = null;
  }
}

let engines: FakeEngine[];
const seconds = (count: number) => vi.advanceTimersByTime(1000 * count);

function open(keys: Record<string, unknown>) {
  const lab = createLab((events) => {
    const engine = new FakeEngine(events);
    engines.push(engine);
    return engine;
  });
  lab.getState().open(parseExperiment(keys).experiment);
  lab.getState().setSpeed(Number.POSITIVE_INFINITY);
  const status = () => lab.getState().run.status;
  const run = () => runOf(lab.getState());
  const generations = () => run()?.frames.map(({ generation }) => generation);
  return { ...lab.getState(), lab, status, run, generations, engine: engines[0] };
}

beforeEach(() => {
  vi.useFakeTimers();
  engines = [];
  vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) => setTimeout(() => callback(performance.now()), 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  vi.stubGlobal('location', { href: 'http://here/', pathname: '/', search: '', hash: '' });
  vi.stubGlobal('history', { state: null });
  vi.stubGlobal('document', { querySelector: () => null });
  // a frame: its address is its host's
  vi.stubGlobal('window', { parent: {} });
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('presses that once left the page waiting for an engine that had nothing to do', () => {
  it('Run right after Reset, again and again, runs to the end', () => {
    const { start, reset, status, generations } = open({ generations: 6 });
    for (let i = 0; i < 4; i++) {
      start();
      vi.advanceTimersByTime(7 * i);
      reset();
    }
    start();
    seconds(5);
    expect([status(), generations()]).toEqual(['ended', [1, 2, 3, 4, 5, 6]]);
  });

  it('a run of one generation can be run twice', () => {
    const { start, status } = open({ generations: 1 });
    for (let i = 0; i < 2; i++) {
      start();
      expect(status()).toBe('running');
      seconds(2);
      expect(status()).toBe('ended');
    }
  });

  it('Step after Step, and after a slider, shows the next generation', () => {
    const { step, change, run } = open({});
    for (const generation of [1, 2, 3]) {
      step();
      seconds(1);
      expect(run()?.shown).toBe(generation);
    }
    change({ bias: 0.7 });
    step();
    seconds(1);
    expect([run()?.shown, run()?.experiment.changes]).toEqual([4, [{ generation: 4, settings: { bias: 0.7 } }]]);
  });

  it('a slider moved after the last generation adds generations to show what it does', () => {
    const { start, change, run, status } = open({ generations: 4 });
    start();
    seconds(2);
    change({ synthetic: 50 });
    expect(run()?.experiment.changes).toEqual([{ generation: 5, settings: { synthetic: 50 } }]);
    start();
    seconds(2);
    expect([status(), run()?.shown]).toEqual(['ended', 8]);
  });

  it('Run after the end, with other settings waiting, runs these', () => {
    const { start, change, run, status } = open({ generations: 3 });
    start();
    seconds(2);
    change({ dataset: 'moons' });
    start();
    seconds(2);
    expect([status(), run()?.experiment.dataset]).toEqual(['ended', 'moons']);
  });
});

describe('an engine that dies', () => {
  it('is said; finished generations stay, and Resume goes on behind them', () => {
    const { start, run, status, engine } = open({ generations: 20 });
    start();
    vi.advanceTimersByTime(100);
    const computed = run()?.frames.length ?? 0;
    expect(computed).toBeGreaterThan(2);
    engine.die('The engine gave no sign of life for 10 s.');
    expect(run()).toMatchObject({ status: 'failed', code: 'worker-died', message: 'The engine gave no sign of life for 10 s.' });
    start();
    expect(engine.got.at(-1)).toMatchObject({ type: 'run', job: { from: run()?.frames.length } });
    seconds(3);
    expect([status(), run()?.frames.length]).toEqual(['ended', 20]);
  });

  it('after the last generation takes nothing away, and a new future can still be asked for', () => {
    const { start, change, status, run, engine } = open({ generations: 3 });
    start();
    seconds(2);
    engine.die('x');
    expect(status()).toBe('ended');
    change({ bias: 0.5 });
    start();
    seconds(2);
    expect([status(), run()?.frames.length]).toEqual(['ended', 6]);
  });

  it('while it draws the real data is said before any run', () => {
    const { lab, engine } = open({});
    engine.die('The engine could not be loaded.');
    expect(lab.getState()).toMatchObject({ run: { status: 'idle' }, preview: { status: 'failed', message: 'The engine could not be loaded.' } });
  });

  it('is told to be slow before that, for as long as it is', () => {
    const { lab, engine } = open({});
    for (const isSlow of [true, false]) {
      engine.events.slow(isSlow);
      expect(lab.getState().isEngineSlow).toBe(isSlow);
    }
  });
});

describe('generations with a gap', () => {
  it('never reach the screen: the run stops with words, and Resume goes on', () => {
    const { start, run, status, generations, engine } = open({ generations: 9 });
    start();
    vi.advanceTimersByTime(100);
    const next = (run()?.frames.length ?? 0) + 1;
    engine.say({ type: 'generation', runId: run()?.runId ?? 0, generation: next + 3, lanes: [lane], elapsedMs: 1 });
    vi.advanceTimersByTime(16);
    expect(run()).toMatchObject({ status: 'failed', message: expect.stringMatching(/where generation \d+ was due/) });
    start();
    seconds(3);
    expect([status(), generations()]).toEqual(['ended', [1, 2, 3, 4, 5, 6, 7, 8, 9]]);
  });
});

it('a listener that throws loses neither messages nor the engine’s leave to go on', () => {
  const { lab, start, status } = open({ generations: 9 });
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

describe('futures that changes discard', () => {
  const ended = () => {
    const opened = open({ generations: 12 });
    opened.start();
    seconds(3);
    expect(opened.status()).toBe('ended');
    return { ...opened, from: () => opened.lab.getState().ghosts.map((ghost) => ghost.from) };
  };

  it('are both left by a slider and by Remove the change, however soon after each other', () => {
    const { show, change, start, removeChanges, from } = ended();
    show(4);
    change({ bias: 0.5 });
    start();
    vi.advanceTimersByTime(200);
    removeChanges([5]);
    expect(from()).toEqual([4, 4]);
  });

  it.each<[string, boolean, (lab: ReturnType<typeof ended>) => void]>([
    ['nothing', false, () => undefined],
    ['Run', true, ({ start }) => start()],
    ['Pause', true, ({ pause }) => pause()],
    ['Step', true, ({ step }) => step()],
    ['a look at another generation', true, ({ show }) => show(7)],
    ['a setting that waits for Reset', true, ({ change }) => change({ seed: 2 })],
    ['another slider', true, ({ change }) => change({ synthetic: 300 })],
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
    expect(lab.run()?.frames.length).toBeGreaterThan(lab.run()?.shown ?? 0);
    lab.change({ bias: 0.4 });
    expect(lab.lab.getState().ghosts.at(-1)?.id === future).toBe(isLeft);
  });

  it('are one, that of before, while a slider of a running loop is dragged', () => {
    const { show, start, change, run, from } = ended();
    show(4);
    start();
    for (const bias of [0.9, 0.8, 0.7, 0.6]) {
      change({ bias });
      vi.advanceTimersByTime(40);
    }
    expect(run()?.experiment.changes.length).toBeGreaterThan(1);
    expect(from()).toHaveLength(1);
  });
});

describe('comparing', () => {
  it('computes the kept run in an engine of its own, which is ended with it', () => {
    const { lab, keep, dropKept, start } = open({ generations: 5 });
    keep();
    start();
    seconds(2);
    expect(engines).toHaveLength(2);
    expect(lab.getState().kept?.frames.map(({ generation }) => generation)).toEqual([1, 2, 3, 4, 5]);
    dropKept();
    expect([engines[1].isAlive, engines[0].isAlive, lab.getState().kept]).toEqual([false, true, null]);
  });

  it('says why the kept run could not be computed', () => {
    const { lab, keep, start } = open({ generations: 5 });
    keep();
    start();
    engines[1].die('The engine gave no sign of life for 10 s.');
    expect(lab.getState().kept?.problem).toBe('The engine gave no sign of life for 10 s.');
  });
});
