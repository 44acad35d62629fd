import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { run } from '../engine/run';
import { createNodeHost } from '../headless/nodeHost';
import { createEngineClient } from '../worker/engineClient';
import { InProcessWorker } from '../worker/testing/inProcessWorker';
import { createSeedRuns, missingOf, seedsOf } from './seedRuns';
import { FakeEngine } from './testing/fakeEngine';
import { stubPage } from './testing/fakePage';
import { laneOf } from './testing/frames';
import { backToRealTime, seconds, useFakeTime } from './testing/openLab';

const experiment = parseExperiment({ seed: 12, generations: 6, replicates: 4, loop: 'fresh-data' }).experiment;

describe('the seeds of an experiment', () => {
  it('are 1 to 30, its own first, and its own besides where it is none of them', () => {
    expect(seedsOf({ seed: 12 })).toHaveLength(30);
    expect([seedsOf({ seed: 12 })[0], new Set(seedsOf({ seed: 12 })).size]).toEqual([12, 30]);
    expect([seedsOf({ seed: 4711 }).length, seedsOf({ seed: 4711 })[0]]).toEqual([31, 4711]);
    expect([seedsOf({ seed: 0 }).length, seedsOf({ seed: 30 }).length]).toEqual([31, 30]);
  });
});

describe('thirty seeds in the pool', () => {
  const engines: FakeEngine[] = [];
  beforeEach(() => {
    useFakeTime();
    stubPage();
    vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
    engines.length = 0;
  });
  afterEach(backToRealTime);

  /** Engines whose score tells which seed they computed. */
  function seeds() {
    const runs = createSeedRuns((events) => {
      const engine = new FakeEngine(events, true);
      engine.make = (_, of) => [laneOf('fresh-data', { scores: { recall: (of?.seed ?? 0) / 100 } })];
      engines.push(engine);
      return engine;
    });
    const state = () => {
      const now = runs.store.getState();
      if (!now) throw new Error('Nothing was opened.');
      return now;
    };
    return { ...runs, state };
  }

  it('are each run once to their end, with the one score and one replicate, and end as they end by themselves', () => {
    const { open, compute, state } = seeds();
    open(experiment, 'recall');
    compute();
    seconds(5);
    expect(Object.fromEntries([...state().ends].map(([seed, of]) => [seed, of.get('fresh-data')]))).toEqual(
      Object.fromEntries(seedsOf(experiment).map((seed) => [seed, seed / 100])),
    );
    expect([state().isComputing, missingOf(state())]).toEqual([false, []]);
    expect(engines).toHaveLength(2);
    for (const { asked } of engines) expect(asked).toMatchObject({ want: [], experiment: { replicates: 1, scores: ['recall'], generations: 6 } });
    // nobody is left waiting for more
    expect(engines.map(({ isAlive }) => isAlive)).toEqual([false, false]);
  });

  it('stop when they are told to, keep what is computed, and go on with the rest alone', () => {
    const { open, compute, stop, state } = seeds();
    open(experiment, 'recall');
    compute();
    seconds(0.5);
    stop();
    const computed = [...state().ends.keys()];
    expect(computed.length).toBeGreaterThan(1);
    expect(computed.length).toBeLessThan(30);
    expect(computed).toContain(12);
    expect(engines.map(({ isAlive }) => isAlive)).toEqual([false, false]);
    seconds(5);
    expect([...state().ends.keys()]).toEqual(computed);
    engines.length = 0;
    compute();
    seconds(5);
    expect(missingOf(state())).toEqual([]);
    const asked = engines.flatMap(({ got }) => got.flatMap((message) => (message.type === 'run' ? [message.job.experiment.seed] : [])));
    expect(asked.sort((a, b) => a - b)).toEqual(
      seedsOf(experiment)
        .filter((seed) => !computed.includes(seed))
        .sort((a, b) => a - b),
    );
  });

  it('say how long the rest will take as soon as there is a pace', () => {
    const { open, compute, state } = seeds();
    open(experiment, 'recall');
    compute();
    expect(state().secondsLeft).toBeNull();
    seconds(0.45);
    // 30 runs of 6 generations of 10 ms on two engines take 0.9 s
    expect(state().secondsLeft).toBeGreaterThan(0.2);
    expect(state().secondsLeft).toBeLessThan(0.8);
  });

  it('of another experiment begin anew, of the same with another seed they stay', () => {
    const { open, compute, state } = seeds();
    open(experiment, 'recall');
    compute();
    seconds(5);
    open({ ...experiment, seed: 4711 }, 'recall');
    expect(missingOf(state())).toEqual([4711]);
    open({ ...experiment, bias: 0.5 }, 'recall');
    expect(state().ends.size).toBe(0);
    open({ ...experiment, bias: 0.5 }, 'precision');
    expect(missingOf(state())).toHaveLength(30);
  });

  it.each([
    ['not-finite', 29, true],
    ['asset-missing', 30, false],
  ] as const)('count a run that failed for %s as ended only where it would always fail', (code, missing, isComputing) => {
    const { open, compute, state } = seeds();
    open(experiment, 'recall');
    compute();
    seconds(0.02);
    engines[0].say({ type: 'failed', runId: engines[0].asked?.runId ?? -1, code, message: 'It failed.' });
    seconds(0.02);
    expect(state()).toMatchObject({ isComputing, problem: 'It failed.' });
    expect(missingOf(state()).length).toBe(missing);
  });

  it('end with the reason when a worker breaks down', () => {
    const { open, compute, state } = seeds();
    open(experiment, 'recall');
    compute();
    seconds(0.1);
    engines[0].die('The engine stopped working.');
    expect(state()).toMatchObject({ isComputing: false, problem: 'The engine stopped working.' });
  });
});

it('each seed ends with the number that its own run has without the page', async () => {
  stubPage();
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
  const small = parseExperiment({ backend: 'cpu', model: 'gaussian', initialReal: 40, synthetic: 50, evaluation: 60, generations: 4, seed: 31 });
  const { open, compute, store } = createSeedRuns((events) => createEngineClient(events, () => new InProcessWorker() as unknown as Worker));
  open(small.experiment, 'recall');
  compute();
  await vi.waitFor(() => expect(store.getState()?.ends.size).toBe(31), { timeout: 120_000, interval: 20 });
  for (const seed of [1, 12, 31]) {
    for await (const event of run({ ...small.experiment, seed }, createNodeHost('cpu'), {})) {
      if (event.type !== 'generation' || event.generation !== 4) continue;
      expect(Object.fromEntries(store.getState()?.ends.get(seed) ?? [])).toEqual(
        Object.fromEntries(event.lanes.map(({ loop, scores }) => [loop, scores.recall])),
      );
    }
  }
  vi.unstubAllGlobals();
});
