import { expect, it, vi } from 'vitest';
import { PRESETS } from '../presets/presets';
import { createEngineClient } from '../worker/engineClient';
import { InProcessWorker } from '../worker/testing/inProcessWorker';
import { createLab } from './labStore';
import { runOf } from './selectors';
import { stubPage } from './testing/fakePage';

/** The whole chain without a browser: store, client and a session that really computes. What the engine says is told by its numbers. */

const SMALL = 'backend=cpu&model=gaussian&initialReal=40&real=30&synthetic=50&evaluation=60&scores=recall,frechet';

function openPage(query: string) {
  const page = stubPage(query);
  const workers: InProcessWorker[] = [];
  const lab = createLab((events) =>
    createEngineClient(events, () => {
      const worker = new InProcessWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    }),
  );
  lab.openPage();
  lab.getState().setSpeed(Number.POSITIVE_INFINITY);
  const run = () => runOf(lab.getState());
  const until = (is: () => unknown, expected: unknown) => vi.waitFor(() => expect(is()).toEqual(expected), { timeout: 120_000, interval: 5 });
  const status = () => lab.getState().run.status;
  const shown = () => run()?.shown ?? 0;
  return {
    ...lab.getState(),
    page,
    workers,
    state: lab.getState,
    run,
    until,
    status,
    shown,
    /** Without what differs from run to run. */
    results: () => run()?.frames.map(({ generation, lanes }) => ({ generation, lanes })) ?? [],
    ended: () => until(() => [status(), shown()], ['ended', run()?.experiment.generations]),
    async stepTo(generation: number) {
      while (shown() < generation) {
        const next = shown() + 1;
        lab.getState().step();
        await until(shown, next);
      }
    },
  };
}

async function ran(query: string) {
  const opened = openPage(query);
  opened.start();
  await opened.ended();
  return { ...opened, whole: opened.results() };
}

it('the same link gives the same numbers, paused or not', async () => {
  const { whole } = await ran(`${SMALL}&generations=6&seed=0`);
  const { stepTo, start, ended, results } = openPage(`${SMALL}&generations=6&seed=0`);
  await stepTo(3);
  start();
  await ended();
  expect(results()).toEqual(whole);
});

it('a slider acts from the generation after the one shown; whoever opens the link sees the same; without the change all is as before', async () => {
  const { show, change, start, ended, results, whole, page, removeChanges, state } = await ran(`${SMALL}&generations=8&real=0`);
  show(4);
  change({ real: 90 });
  start();
  await ended();
  const changed = results();
  expect(changed.slice(0, 4)).toEqual(whole.slice(0, 4));
  const laneOf = (generation: number, loop: string, of = changed) => of[generation - 1].lanes.find((lane) => lane.loop === loop);
  expect(laneOf(8, 'fully-synthetic')).toEqual(laneOf(8, 'fully-synthetic', whole));
  expect(laneOf(5, 'fresh-data')?.scores).not.toEqual(laneOf(5, 'fresh-data', whole)?.scores);
  await vi.waitFor(() => expect(page.address.get('changes')).toBe('5:real=90'), { timeout: 120_000 });

  expect((await ran(page.address.toString())).whole).toEqual(changed);

  removeChanges([5]);
  expect(state().ghosts.map(({ from, frames }) => [from, frames.length])).toEqual([
    [4, 5],
    [4, 5],
  ]);
  start();
  await ended();
  expect(results()).toEqual(whole);
});

it('What if goes on to the same numbers where nothing is changed', async () => {
  const { show, branchHere, results, start, ended, whole } = await ran(`${SMALL}&generations=6`);
  show(2);
  branchHere();
  expect(results()).toEqual(whole.slice(0, 2));
  start();
  await ended();
  expect(results()).toEqual(whole);
});

it('a key that defines the experiment waits for Reset', async () => {
  const { change, reset, start, ended, results, whole } = await ran(`${SMALL}&generations=3`);
  change({ seed: 2 });
  expect(results()).toEqual(whole);
  reset();
  start();
  await ended();
  expect(results()).not.toEqual(whole);
  expect(results()).toEqual((await ran(`${SMALL}&generations=3&seed=2`)).whole);
});

it('more generations go on from where the run ended', async () => {
  const { change, start, ended, results, whole } = await ran(`${SMALL}&generations=4`);
  change({ generations: 7 });
  start();
  await ended();
  expect(results().slice(0, 4)).toEqual(whole);
  expect(results()).toEqual((await ran(`${SMALL}&generations=7`)).whole);
});

it('a run that is kept, and its link, give the numbers of the run alone beside those of the other', async () => {
  const { keep, reset, change, start, ended, results, whole, state, page, until } = await ran(`${SMALL}&generations=4`);
  keep();
  expect(state().kept?.frames.map(({ lanes }) => lanes)).toEqual(whole.map(({ lanes }) => lanes));
  reset();
  change({ synthetic: 20 });
  start();
  await ended();
  await until(() => page.address.get('synthetic'), '20');

  const opened = openPage(page.address.toString());
  opened.start();
  await opened.ended();
  await until(() => opened.state().kept?.frames.length, 4);
  expect(opened.results()).toEqual(results());
  expect(opened.state().kept?.frames.map(({ generation, lanes }) => ({ generation, lanes }))).toEqual(whole);
  expect(opened.state().kept?.preview).not.toBeNull();
});

it('Run right after Reset, again and again, always runs to the end', async () => {
  const { start, reset, ended, results } = openPage(`${SMALL}&generations=6&synthetic=400`);
  for (let i = 0; i < 4; i++) {
    start();
    await new Promise((resolve) => setTimeout(resolve, 5 * i));
    reset();
  }
  start();
  await ended();
  expect(results().map(({ generation }) => generation)).toEqual([1, 2, 3, 4, 5, 6]);
});

it.each<[string, RegExp, (worker: InProcessWorker) => void]>([
  ['an error that nobody caught', /struck by lightning/, (worker) => worker.breakDown('Uncaught Error: struck by lightning')],
  [
    'a promise that nobody caught',
    /nobody caught this/,
    (worker) => worker.onmessage?.({ data: { type: 'crashed', message: 'nobody caught this' } }),
  ],
  ['what the page does not understand', /does not understand/, (worker) => worker.onmessage?.({ data: 1 })],
])('%s stops the run with words; finished generations stay, and Resume goes on in another engine to the same numbers', async (_, words, strike) => {
  const { whole } = await ran(`${SMALL}&generations=6`);
  const opened = openPage(`${SMALL}&generations=6`);
  const { stepTo, ended, results, run, workers } = opened;
  await stepTo(3);
  strike(workers[0]);
  expect(run()).toMatchObject({ status: 'failed', code: 'worker-died', message: expect.stringMatching(words) });
  expect(results()).toEqual(whole.slice(0, 3));
  opened.start();
  await ended();
  expect(workers.map(({ isAlive }) => isAlive)).toEqual([false, true]);
  expect(results()).toEqual(whole);
});

/** What is loaded, digits and the texts of others, is not there. */
const isDrawn = ({ query }: (typeof PRESETS)[number]) => !/vae|ngram/.test(query) || query.includes('own-text');

it.each(PRESETS.filter(isDrawn).map(({ title, query }) => [title, query]))(
  'the preset “%s” opens without a note, and its first generation comes',
  async (_, query) => {
    const { state, stepTo, run } = openPage(`${query}&backend=cpu`);
    await stepTo(1);
    // a text of one's own is asked for, with an example in its place
    expect(state().notes.map(({ key }) => key)).toEqual(query.includes('own-text') ? ['text'] : []);
    expect(state()).toMatchObject({ preview: { status: 'ready' } });
    expect(run()).toMatchObject({ status: 'paused', frames: [{ generation: 1 }] });
  },
);
