import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blocksOf } from '../engine/blocks';
import { parseExperiment } from '../engine/experimentText';
import type { FromWorker, Job, LaneResult, Wish } from '../protocol/messages';
import { createEngineClient } from './engineClient';
import { createEnginePool, type EnginePool } from './enginePool';
import { InProcessWorker } from './testing/inProcessWorker';

const { experiment } = parseExperiment({
  backend: 'cpu',
  loop: 'fully-synthetic,fresh-data',
  replicates: 5,
  generations: 4,
  initialReal: 30,
  real: 20,
  synthetic: 40,
  evaluation: 60,
  scores: 'recall,frechetDistance',
  changes: '3:bias=0.8',
});

const small: Partial<Job> = { experiment: { ...experiment, replicates: 1, generations: 2 } };

let workers: InProcessWorker[];
let pool: EnginePool;
/** what came of each order, in the order of its coming */
let heard: string[];

beforeEach(() => {
  workers = [];
  heard = [];
  vi.stubGlobal('document', { baseURI: 'http://here/', visibilityState: 'visible' });
  pool = createEnginePool(2, (events) =>
    createEngineClient(events, () => {
      const worker = new InProcessWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    }),
  );
});
afterEach(() => {
  for (const worker of workers) worker.terminate();
  vi.unstubAllGlobals();
});

const alive = () => workers.map(({ isAlive }) => isAlive);

function order(name: string, job: Partial<Job> = {}, afterFirst = () => {}) {
  const messages: FromWorker[] = [];
  let tellOver = () => {};
  const over = new Promise<void>((resolve) => {
    tellOver = resolve;
  });
  const callOff = pool.order(
    { type: 'run', job: { experiment, from: 0, upTo: experiment.generations, want: [], ...job } },
    {
      message(message) {
        messages.push(message);
        if (message.type === 'generation') heard.push(`${name}${message.generation}`);
        if (message.type === 'generation' && message.generation === 1) afterFirst();
        if (message.type !== 'ended' && message.type !== 'failed') return;
        heard.push(`${name} ${message.type}`);
        tellOver();
      },
      died(reason) {
        heard.push(`${name}: ${reason}`);
        tellOver();
      },
    },
  );
  const generations = () => messages.flatMap((message) => (message.type === 'generation' ? [message.lanes] : []));
  return { callOff, over, messages, generations };
}

/** Lanes by loop, then replicate, as of a job that was not cut. */
const merged = (blocks: readonly (readonly LaneResult[])[]) => experiment.loop.flatMap((id) => blocks.flat().filter(({ loop }) => loop === id));

describe('replicates', () => {
  it.each<[string, readonly Wish[]]>([
    ['with samples for the screen', ['shown']],
    ['without', []],
  ])('in two jobs on two workers give what they give in one, %s', async (_, want) => {
    const halves = blocksOf(experiment.replicates, 3).map((replicates) => order('', { replicates, want }));
    expect(workers).toHaveLength(2);
    const whole = order('', { want });
    await Promise.all([...halves, whole].map(({ over }) => over));
    const inHalves = halves[0].generations().map((_, t) => merged(halves.map(({ generations }) => generations()[t])));
    expect(whole.generations()).toHaveLength(4);
    expect(whole.generations()[0].map(({ loop, replicate }) => `${loop} ${replicate}`)).toHaveLength(10);
    expect(inHalves).toEqual(whole.generations());
  });

  it('send samples for the screen and a noise floor where they are wanted, else neither', async () => {
    const summary = order('', small);
    const frames = order('', { ...small, want: ['shown', 'noise'] });
    await Promise.all([summary.over, frames.over]);
    const shown = ({ generations }: typeof frames) => generations().map((lanes) => lanes.filter((lane) => lane.shown).length);
    const noises = ({ messages }: typeof frames) => messages.filter(({ type }) => type === 'noise').length;
    expect([shown(summary), shown(frames)]).toEqual([
      [0, 0],
      [2, 2],
    ]);
    expect([noises(summary), noises(frames)]).toEqual([0, 1]);
    expect(workers.map(({ transferred }) => transferred > 0)).toEqual([false, true]);
    const scores = ({ generations }: typeof frames) => generations().map((lanes) => lanes.map((lane) => lane.scores));
    expect(scores(summary)).toEqual(scores(frames));
  });
});

describe('a pool of two', () => {
  it('begins a third job when one of two is over, in the worker that is free, and ends workers that have nothing to do', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => order(name, small));
    expect(workers.map(({ got }) => got.map(({ type }) => type))).toEqual([
      ['open', 'run'],
      ['open', 'run'],
    ]);
    await Promise.all([a.over, b.over, c.over]);
    for (const name of ['a', 'b', 'c']) expect(heard.filter((words) => words.startsWith(name))).toEqual([`${name}1`, `${name}2`, `${name} ended`]);
    expect(heard.slice(0, heard.indexOf('c1')).filter((words) => words.endsWith('ended')).length).toBeGreaterThan(0);
    expect(workers.flatMap(({ got }) => got.filter(({ type }) => type === 'run'))).toHaveLength(3);
    expect(alive()).toEqual([false, false]);
    await order('d', small).over;
    expect([heard.at(-1), workers.length, alive()]).toEqual(['d ended', 3, [false, false, false]]);
  });

  it('calls all of them off at once: none is begun for it, no worker is left, and what is ordered later is done', async () => {
    for (const name of ['a', 'b', 'c', 'd']) order(name, small);
    pool.end();
    expect(alive()).toEqual([false, false]);
    const later = order('e', small);
    await later.over;
    expect(heard.filter((words) => !words.startsWith('e'))).toEqual([]);
    expect(heard).toContain('e ended');
  });

  it('never begins a job that was called off before, and ends the worker of one that was begun', async () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => order(name, small));
    c.callOff();
    a.callOff();
    expect(alive()).toEqual([false, true, true]);
    await Promise.all([b.over, d.over]);
    expect(heard.filter((words) => /^[ac]/.test(words))).toEqual([]);
    expect(heard).toEqual(expect.arrayContaining(['b ended', 'd ended']));
    a.callOff();
    expect(alive()).toEqual([false, false, false]);
  });

  it('tells whose worker broke down, asks nobody again, and goes on with another worker', async () => {
    const a = order('a', small, () => workers[0].breakDown('lightning'));
    const [b, c] = ['b', 'c'].map((name) => order(name, small));
    await Promise.all([a.over, b.over, c.over]);
    expect(heard.filter((words) => words.startsWith('a'))).toEqual(['a1', 'a: The engine stopped working (lightning).']);
    expect(heard).toEqual(expect.arrayContaining(['b ended', 'c ended']));
    expect(workers.flatMap(({ got }) => got.filter(({ type }) => type === 'run'))).toHaveLength(3);
    expect(alive()).toEqual([false, false, false]);
  });

  it('lets a job that fails be no matter of the others', async () => {
    const [a, b] = [order('a', { experiment: { ...experiment, dataset: 'nowhere' } }), order('b', small)];
    await Promise.all([a.over, b.over]);
    expect(a.messages.at(-1)).toMatchObject({ type: 'failed', message: expect.stringContaining('nowhere') });
    expect(heard).toEqual(expect.arrayContaining(['a failed', 'b1', 'b2', 'b ended']));
  });

  it('draws real data, too', async () => {
    const answer = await new Promise<FromWorker>((message) => pool.order({ type: 'preview', experiment }, { message, died: () => undefined }));
    expect(answer).toMatchObject({ type: 'preview', preview: { real: { count: 30 } } });
    expect(alive()).toEqual([false]);
  });
});
