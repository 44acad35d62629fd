import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { finishAsync } from '../engine/math/steps';
import { run } from '../engine/run';
import { runCell } from '../engine/sweep';
import { cellsOf, coarseToFine, experimentOf, placeOf, type SweepPlan } from '../engine/sweepPlan';
import { createNodeHost } from '../headless/nodeHost';
import { createEngineClient } from '../worker/engineClient';
import { InProcessWorker } from '../worker/testing/inProcessWorker';
import { createMapRuns, type MapRuns, sizeOf } from './maps';
import { FakeEngine } from './testing/fakeEngine';
import { stubPage } from './testing/fakePage';
import { backToRealTime, seconds, useFakeTime } from './testing/openLab';

const plan: SweepPlan = {
  experiment: parseExperiment({
    backend: 'cpu',
    loop: 'fresh-data',
    replicates: 2,
    generations: 3,
    evaluation: 60,
    initialReal: 30,
    scores: 'recall',
  }).experiment,
  x: { key: 'real', values: [0, 8, 16, 32, 64] },
  y: { key: 'bias', values: [0.6, 0.8, 1] },
  score: 'recall',
};

const workers: InProcessWorker[] = [];
beforeEach(() => {
  stubPage();
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
  workers.length = 0;
});
afterEach(() => {
  for (const worker of workers) worker.terminate();
  vi.unstubAllGlobals();
});

function maps() {
  const runs = createMapRuns((events) =>
    createEngineClient(events, () => {
      const worker = new InProcessWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    }),
  );
  const state = () => {
    const now = runs.store.getState();
    if (!now) throw new Error('Nothing was opened.');
    return now;
  };
  const until = (size: number) => vi.waitFor(() => expect(state().cells.size).toBeGreaterThanOrEqual(size), { timeout: 120_000, interval: 5 });
  return { ...runs, state, until };
}

it('a map has in each square what its own loop gives without the page, in two workers that end when all is done', async () => {
  const { open, compute, state, until } = maps();
  open(plan);
  compute();
  expect(state().isComputing).toBe(true);
  await until(sizeOf(plan));
  expect(state()).toMatchObject({ isComputing: false, problem: null });
  const wanted = new Map<number, unknown>();
  for (const [at, cell] of cellsOf(plan).entries()) wanted.set(at, await finishAsync(runCell(plan, cell, createNodeHost('cpu'))));
  expect(new Map([...state().cells].sort(([a], [b]) => a - b))).toEqual(wanted);
  expect(workers).toHaveLength(2);
  expect(workers.map(({ isAlive }) => isAlive)).toEqual([false, false]);
});

it('the same map opened from one of its squares keeps what is computed, another one begins anew', async () => {
  const { open, compute, state, until } = maps();
  open(plan);
  compute();
  await until(sizeOf(plan));
  open({ ...plan, experiment: { ...plan.experiment, real: 32, bias: 0.8 } });
  expect(state().cells.size).toBe(sizeOf(plan));
  open({ ...plan, experiment: { ...plan.experiment, seed: 7 } });
  expect(state().cells.size).toBe(0);
});

it('a square that is looked at shows the very run that it has without the page; nobody looking, it is called off', async () => {
  const { open, look, run: seen } = maps();
  open(plan);
  look(7);
  await vi.waitFor(() => expect(seen.getState()?.frames).toHaveLength(3), { timeout: 120_000, interval: 5 });
  const wanted: unknown[] = [];
  for await (const event of run(experimentOf(plan, cellsOf(plan)[7]), createNodeHost('cpu')))
    if (event.type === 'generation') wanted.push(event.lanes.map(({ replicate, scores }) => ({ replicate, scores })));
  expect(seen.getState()?.frames.map(({ lanes }) => lanes.map(({ replicate, scores }) => ({ replicate, scores })))).toEqual(wanted);
  look(8);
  look(null);
  expect(seen.getState()).toBeNull();
  expect(workers.some(({ isAlive }) => isAlive)).toBe(false);
  // what is known is not computed again
  const count = workers.length;
  look(7);
  expect(seen.getState()?.frames).toHaveLength(3);
  expect(workers).toHaveLength(count);
});

describe('with engines that take their time', () => {
  const engines: FakeEngine[] = [];
  beforeEach(() => {
    useFakeTime();
    engines.length = 0;
  });
  afterEach(backToRealTime);

  function slowly() {
    const runs = createMapRuns((events) => {
      const engine = new FakeEngine(events, true);
      engines.push(engine);
      return engine;
    });
    const state = () => runs.store.getState() as MapRuns;
    runs.open(plan);
    runs.compute();
    return { ...runs, state };
  }

  it('it is computed coarse to fine, stops when it is told to, and goes on with what is missing', () => {
    const { compute, stop, state } = slowly();
    seconds(0.04);
    stop();
    seconds(1);
    const before = state().cells;
    expect([state().isComputing, engines.some(({ isAlive }) => isAlive)]).toEqual([false, false]);
    // two engines, 10 ms each
    expect(before.size).toBeGreaterThanOrEqual(6);
    expect(before.size).toBeLessThanOrEqual(8);
    const asked = () => engines.flatMap(({ got }) => got.flatMap((message) => (message.type === 'cell' ? [placeOf(plan, message.cell)] : [])));
    expect(asked()).toEqual(expect.arrayContaining(coarseToFine(plan).slice(0, asked().length)));
    engines.length = 0;
    compute();
    seconds(1);
    expect(state()).toMatchObject({ isComputing: false, problem: null });
    expect(state().cells.size).toBe(sizeOf(plan));
    expect(asked()).toHaveLength(sizeOf(plan) - before.size);
    for (const [at, values] of before) expect(state().cells.get(at)).toBe(values);
  });

  it('it says how long the rest will take as soon as there is a pace', () => {
    const { state } = slowly();
    expect(state().secondsLeft).toBeNull();
    // taken in four times a second: a map of 15 squares is done by then
    for (const engine of engines) engine.isBusy = true;
    seconds(0.3);
    expect(state().secondsLeft).toBeNull();
    for (const engine of engines) engine.isBusy = false;
    seconds(0.05);
    for (const engine of engines) engine.isBusy = true;
    seconds(0.25);
    expect(state().cells.size).toBeGreaterThan(5);
    expect(state().secondsLeft).toBeGreaterThan(0);
  });

  it('an engine that breaks down ends the computing with its reason; what came before stays', () => {
    const { state } = slowly();
    seconds(0.04);
    engines[0].die('The engine stopped working.');
    expect(state()).toMatchObject({ isComputing: false, problem: 'The engine stopped working.' });
    expect(state().cells.size).toBeGreaterThan(0);
    const { size } = state().cells;
    seconds(1);
    expect(state().cells.size).toBe(size);
  });
});
