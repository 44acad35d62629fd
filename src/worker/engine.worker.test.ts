import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../engine/experiment';
import { parseExperiment } from '../engine/experimentText';
import type { FromWorker, ToWorker } from '../protocol/messages';

const { experiment } = parseExperiment({
  backend: 'cpu',
  generations: 8,
  initialReal: 40,
  real: 30,
  synthetic: 50,
  evaluation: 60,
  scores: 'recall',
});

/** What the worker sees of itself. */
class FakeSelf extends EventTarget {
  readonly location = { href: 'http://here/' };
  readonly said: FromWorker[] = [];
  onmessage: (event: { data: ToWorker }) => void = () => undefined;
  postMessage = (message: FromWorker) => void this.said.push(structuredClone(message));
}

let self: FakeSelf;
let runId = 0;
const send = (data: ToWorker) => self.onmessage({ data });
const run = (from: number, upTo: number, keys: Partial<Experiment> = {}) => {
  self.said.length = 0;
  send({ type: 'run', runId: ++runId, job: { experiment: { ...experiment, ...keys }, from, upTo, want: ['models'] } });
};
const said = <Type extends FromWorker['type']>(type: Type) =>
  self.said.filter((message): message is Extract<FromWorker, { type: Type }> => message.type === type);
const until = (type: FromWorker['type'], count = 1) => vi.waitFor(() => expect(said(type)).toHaveLength(count), { timeout: 120_000, interval: 5 });
const generations = () => said('generation').map(({ generation }) => generation);
/** Without what differs from run to run. */
const results = () => said('generation').map(({ generation, lanes }) => ({ generation, lanes }));

beforeEach(async () => {
  self = new FakeSelf();
  vi.stubGlobal('self', self);
  vi.stubGlobal('navigator', {});
  vi.resetModules();
  await import('./engine.worker');
});

describe('the engine in its worker', () => {
  it('announces first what it may not be able to breathe in', async () => {
    run(0, 1);
    await until('generation');
    const phases = said('progress').map(({ phase }) => phase);
    expect(phases.slice(0, 2)).toEqual(['warm-up', 'compose']);
  });

  it('answers a ping', () => {
    send({ type: 'ping' });
    expect(self.said).toEqual([{ type: 'pong' }]);
  });

  it('computes as far as it may, and goes back to the same numbers', async () => {
    run(0, 8);
    await until('ended');
    const whole = results();
    expect(generations()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    run(5, 6);
    await until('generation');
    send({ type: 'allow', runId, upTo: 8 });
    await until('ended');
    expect(results()).toEqual(whole.slice(5));
  });

  it('frees what it kept when the run is called off: what comes behind it begins anew', async () => {
    run(0, 3);
    await until('generation', 3);
    send({ type: 'cancel', runId });
    await until('cancelled');
    run(3, 4);
    await until('generation', 4);
    expect(generations()).toEqual([1, 2, 3, 4]);
  });

  it('keeps nothing of a run that is never gone back in', async () => {
    send({ type: 'run', runId: ++runId, job: { experiment, from: 0, upTo: 8, want: [] } });
    await until('ended');
    run(4, 5);
    await until('generation', 5);
    expect(generations()).toEqual([1, 2, 3, 4, 5]);
  });

  it('says no to what would not fit, before it computes anything', async () => {
    run(0, 2, { evaluation: 50, replicates: 256, generations: 2000 });
    await until('failed');
    expect(said('failed')[0]).toMatchObject({ code: 'too-large', message: expect.stringMatching(/at most 1\.5 GB.*Lower generations, replicates/) });
    expect(said('progress').map(({ phase }) => phase)).toEqual(['warm-up', 'compose']);
  });

  it('tells the page of a promise that failed with nobody waiting for it', () => {
    const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason: new Error('lightning') });
    self.dispatchEvent(event);
    expect(self.said).toEqual([{ type: 'crashed', message: 'lightning' }]);
    expect(event.defaultPrevented).toBe(true);
  });
});
