import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../engine/experiment';
import { parseExperiment } from '../engine/experimentText';
import { run } from '../engine/run';
import { createNodeHost } from '../headless/nodeHost';
import type { FromWorker, Job, ToWorker } from '../protocol/messages';
import { createEngineClient, type EngineClient } from './engineClient';
import { createEngineTeam } from './engineTeam';
import { InProcessWorker } from './testing/inProcessWorker';

const { experiment } = parseExperiment({
  backend: 'cpu',
  replicates: 2,
  generations: 5,
  initialReal: 30,
  real: 20,
  synthetic: 40,
  evaluation: 60,
  k: 3,
  scores: 'recall,frechetDistance',
  changes: '3:bias=0.8',
});
const UNSPLIT = 1;

let workers: InProcessWorker[];
let said: FromWorker[];
let died: string[];
let team: EngineClient;
let wake = () => {};
/** so many workers the browser starts */
let startable = Number.POSITIVE_INFINITY;

beforeEach(() => {
  workers = [];
  said = [];
  died = [];
  startable = Number.POSITIVE_INFINITY;
  vi.stubGlobal('document', { baseURI: 'http://here/', visibilityState: 'visible' });
});
afterEach(() => {
  team.end();
  vi.unstubAllGlobals();
});

function open(size: number): void {
  team = createEngineTeam(
    {
      message(message) {
        said.push(message);
        wake();
      },
      slow: () => undefined,
      died(reason) {
        died.push(reason);
        wake();
      },
    },
    () => size,
    (events) =>
      createEngineClient(events, () => {
        if (workers.length >= startable) throw new Error('no more threads');
        const worker = new InProcessWorker();
        workers.push(worker);
        return worker as unknown as Worker;
      }),
  );
}

const of = <Type extends FromWorker['type']>(type: Type) =>
  said.filter((message): message is Extract<FromWorker, { type: Type }> => message.type === type);
const send = (message: ToWorker) => team.send(message);
const start = (job: Partial<Job> = {}, runId = 1) =>
  send({ type: 'run', runId, job: { experiment, from: 0, upTo: experiment.generations, want: ['models'], ...job } });

/** Waits until something was said, or a worker died for good. */
async function until(isThere: () => boolean): Promise<void> {
  while (!isThere() && died.length === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}
const ended = (runs = 1) => until(() => of('ended').length === runs);
const results = () => of('generation').map(({ generation, lanes }) => ({ generation, lanes }));

/** The same without workers. */
async function alone(of: Experiment = experiment) {
  const found: unknown[] = [];
  for await (const event of run(of, createNodeHost('cpu')))
    if (event.type === 'generation') found.push({ generation: event.generation, lanes: event.lanes });
  return found;
}

describe('a team', () => {
  it.each([UNSPLIT, 2, 3, 6, 8])('of %i gives the numbers of one, generation by generation, lane by lane', async (size) => {
    open(size);
    start();
    await ended();
    expect(workers).toHaveLength(Math.min(size, 6));
    expect(results()).toEqual(await alone());
    expect(of('ended')).toHaveLength(1);
  });

  it('shares out loops where there is one replicate, and goes no further than it may', async () => {
    const one = { ...experiment, replicates: 1 };
    open(2);
    start({ experiment: one, upTo: 2 });
    await until(() => results().length === 2);
    expect(workers.map(({ got }) => got.flatMap((message) => (message.type === 'run' ? (message.job.lanes?.length ?? 0) : [])))).toEqual([[2], [1]]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(results()).toHaveLength(2);
    send({ type: 'allow', runId: 1, upTo: 5 });
    await ended();
    expect(results()).toEqual(await alone(one));
  });

  it('goes back in a run, each worker behind its own models', async () => {
    open(3);
    start();
    await ended();
    const changed = { ...experiment, changes: [...experiment.changes, { generation: 5, settings: { bias: 0.5 } }] };
    said.length = 0;
    start({ experiment: changed, from: 4 }, 2);
    await ended();
    expect(results()).toEqual((await alone(changed)).slice(4));
  });

  it('measures one noise floor, and tells it once', async () => {
    open(3);
    start({ want: ['noise'] });
    await ended();
    expect(of('noise')).toHaveLength(1);
  });

  it('computes later what is looked at later, and from then on with each generation', async () => {
    open(3);
    start({ upTo: 3, scores: ['recall'] });
    await until(() => results().length === 3);
    send({ type: 'look', runId: 1, scores: experiment.scores });
    send({ type: 'score', requestId: 1, ofRun: 1, experiment, scores: ['frechetDistance'], generations: [3, 2, 1], noise: ['recall'] });
    send({ type: 'allow', runId: 1, upTo: 5 });
    await ended();
    await until(() => of('scoredAll').length === 1);
    expect(of('scored').map(({ generation }) => generation)).toEqual([3, 2, 1]);
    expect(of('noiseScored')).toHaveLength(1);
    const later = new Map(of('scored').map(({ generation, lanes }) => [generation, lanes]));
    const whole = results().map(({ generation, lanes }) => ({
      generation,
      lanes: lanes.map((lane, at) => ({ ...lane, scores: { ...lane.scores, ...later.get(generation)?.[at]?.scores } })),
    }));
    expect(whole).toEqual(await alone());
  });

  it('gives way to the next run, and to a cancel', async () => {
    open(3);
    start({ upTo: 2 });
    await until(() => results().length === 2);
    send({ type: 'cancel', runId: 1 });
    await until(() => of('cancelled').length === 1);
    said.length = 0;
    start({ experiment: { ...experiment, seed: 5 } }, 2);
    await ended();
    expect(results()).toEqual(await alone({ ...experiment, seed: 5 }));
  });

  it('says once why a run can’t be', async () => {
    open(3);
    start({ experiment: { ...experiment, synthetic: 20_000, memory: 'all', replicates: 256 } });
    await until(() => of('failed').length > 0);
    // the others find out, too
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(of('failed')).toHaveLength(1);
    expect(of('failed')[0].message).toMatch(/at most 1\.5 GB/);
  });
});

describe('a worker that can’t be started', () => {
  it.each([1, 2])('is done without: %i do it all', async (count) => {
    startable = count;
    open(4);
    start({ want: ['models', 'noise'] });
    await ended();
    expect(died).toEqual([]);
    expect(workers).toHaveLength(count);
    expect(results()).toEqual(await alone());
    expect(of('noise')).toHaveLength(1);
    // and nobody tries again
    start({ experiment: { ...experiment, seed: 2 } }, 2);
    await ended(2);
    expect(workers).toHaveLength(count);
  });

  it('is said where it is the first', async () => {
    startable = 0;
    open(2);
    start();
    await until(() => false);
    expect(died[0]).toMatch(/could not be started \(no more threads\)/);
  });
});

describe('a worker that dies', () => {
  it.each([0, 1, 2])('costs its share, which is computed again (worker %i)', async (at) => {
    open(3);
    send({ type: 'preview', previewId: 1, experiment });
    start({ upTo: 2 });
    await until(() => results().length === 2);
    workers[at].breakDown('lightning');
    send({ type: 'allow', runId: 1, upTo: 5 });
    await ended();
    expect(died).toEqual([]);
    expect(workers).toHaveLength(4);
    expect(results()).toEqual(await alone());
  });

  it('with a question answers it in its next life', async () => {
    open(2);
    start({ upTo: 1 });
    await until(() => results().length === 1);
    send({ type: 'preview', previewId: 3, experiment });
    workers[0].breakDown('lightning');
    await until(() => of('preview').length === 1);
    expect(of('preview')[0].previewId).toBe(3);
  });

  it('twice in a run ends it', async () => {
    open(2);
    start({ upTo: 1 });
    await until(() => results().length === 1);
    workers[1].breakDown('lightning');
    // only one that has spoken has worked
    await vi.waitFor(() => expect(workers[2]?.said).toBeGreaterThan(0), { timeout: 120_000, interval: 5 });
    workers[2].breakDown('lightning');
    await until(() => died.length > 0);
    expect(died).toEqual(['The engine stopped working (lightning).']);
    expect(workers.every(({ isAlive }) => !isAlive)).toBe(true);
    died.length = 0;
    start({}, 2);
    await ended();
    expect(results().slice(-5)).toEqual(await alone());
  });
});
