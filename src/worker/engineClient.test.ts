import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import type { FromWorker, ToWorker } from '../protocol/messages';
import { laneOf } from '../store/testing/frames';
import { createEngineClient } from './engineClient';

const { experiment } = parseExperiment({ generations: 9 });
const lanes = experiment.loop.map((loop) => laneOf(loop, { scores: { recall: 1, precision: null }, undefined: { precision: 'x' } }));
const generation = (t: number, runId = 1): FromWorker => ({ type: 'generation', runId, generation: t, lanes, elapsedMs: 5 });
const progress = (phase: 'fit' | 'warm-up' | 'start' | 'shaders'): FromWorker => ({
  type: 'progress',
  runId: 1,
  generation: 1,
  phase,
  done: 0,
  total: 0,
});
const runFrom = (from: number, runId = 1): ToWorker => ({ type: 'run', runId, job: { experiment, from, upTo: from + 2, want: [] } });

class FakeWorker extends EventTarget {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  isAlive = true;
  answersPings = true;
  readonly got: ToWorker[] = [];
  postMessage(message: ToWorker): void {
    if (!this.isAlive) return;
    if (message.type !== 'ping') this.got.push(message);
    else if (this.answersPings) this.say({ type: 'pong' });
  }
  say(data: unknown): void {
    if (this.isAlive) this.onmessage?.({ data });
  }
  terminate(): void {
    this.isAlive = false;
  }
}

let workers: FakeWorker[];
let said: string[];
let isSeen: boolean;
/** why the browser starts no worker; '' = it does */
let refusal = '';
const worker = () => workers[workers.length - 1];
const seconds = (count: number) => vi.advanceTimersByTime(1000 * count);

function connect() {
  return createEngineClient(
    {
      message: (message) => said.push(message.type === 'generation' ? `generation ${message.generation}` : message.type),
      slow: (isSlow) => said.push(isSlow ? 'slow' : 'answers'),
      died: (reason) => said.push(reason),
    },
    () => {
      if (refusal !== '') throw new Error(refusal);
      workers.push(new FakeWorker());
      return worker() as unknown as Worker;
    },
  );
}

function running() {
  const client = connect();
  client.send(runFrom(0));
  worker().say(progress('fit'));
  worker().say(generation(1));
  said = [];
  return client;
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  said = [];
  isSeen = true;
  vi.stubGlobal('document', {
    baseURI: 'http://here/',
    get visibilityState() {
      return isSeen ? 'visible' : 'hidden';
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an engine that breaks', () => {
  const strikes: Record<string, { readonly strike: () => void; readonly words: RegExp }> = {
    'an uncaught throw': { strike: () => worker().onerror?.({ message: 'Uncaught Error: lightning', preventDefault() {} }), words: /lightning/ },
    'an error event without words': { strike: () => worker().onerror?.({ message: '', preventDefault() {} }), words: /an error without a name/ },
    'a message that cannot be read': { strike: () => worker().dispatchEvent(new Event('messageerror')), words: /could not be read/ },
    'a promise that nobody caught': { strike: () => worker().say({ type: 'crashed', message: 'no memory' }), words: /no memory/ },
  };
  it.each(Object.keys(strikes))('by %s is ended and said at once', (name) => {
    running();
    strikes[name].strike();
    expect(said).toEqual([expect.stringMatching(strikes[name].words)]);
    expect(worker().isAlive).toBe(false);
    seconds(100);
    expect(said).toHaveLength(1);
  });

  it('before its first word was too old, blocked, or not there', async () => {
    connect().send(runFrom(0));
    worker().onerror?.({ message: "SyntaxError: Unexpected token 'export'", preventDefault() {} });
    expect(said).toEqual([expect.stringMatching(/could not be started \(SyntaxError.*the browser is too old.*Firefox from 115/)]);
    said = [];
    connect().send(runFrom(0));
    worker().onerror?.({ message: '', preventDefault() {} });
    expect(said).toEqual([expect.stringMatching(/could not be loaded.*Run tries again/)]);

    said = [];
    refusal = 'no workers here';
    const client = connect();
    client.send(runFrom(0));
    expect(said).toEqual([]);
    await Promise.resolve();
    refusal = '';
    expect(said).toEqual([expect.stringMatching(/could not be started \(no workers here\)/)]);
    client.send(runFrom(0));
    expect(worker().isAlive).toBe(true);
  });

  it('by a false `failed` says it of its run, and lives', () => {
    running();
    const failed = { type: 'failed', runId: 1, code: 'unknown', message: 'no' };
    worker().say(failed);
    expect(said).toEqual(['failed']);
    expect(worker().isAlive).toBe(true);
  });

  it('for want of a file gives way to one that asks for it again, and what was asked beside it is asked again', () => {
    const client = running();
    const preview: ToWorker = { type: 'preview', previewId: 4, experiment };
    client.send(preview);
    worker().say({ type: 'failed', runId: 1, code: 'asset-missing', message: 'TensorFlow.js could not be loaded.' });
    expect(said).toEqual(['failed']);
    expect(workers.map(({ isAlive }) => isAlive)).toEqual([false, true]);
    expect(worker().got.slice(1)).toEqual([preview]);
    client.send(runFrom(1));
    expect(worker().got.at(-1)).toMatchObject({ type: 'run', job: { from: 1 } });
  });

  it('starts anew at the next message', () => {
    const client = running();
    worker().say(1);
    client.send(runFrom(1, 2));
    expect(workers).toHaveLength(2);
    expect(worker().got.map(({ type }) => type)).toEqual(['open', 'run']);
  });
});

describe('an engine that falls silent (terminated, closed, in an endless loop, out of memory)', () => {
  const fallSilent = () => {
    worker().answersPings = false;
  };

  it('is said to be slow after 3 s and ended after 10', () => {
    running();
    fallSilent();
    seconds(3);
    expect(said).toEqual([]);
    seconds(1);
    expect(said).toEqual(['slow']);
    seconds(6);
    expect(said).toEqual(['slow']);
    seconds(1);
    expect(said).toEqual(['slow', 'answers', 'The engine gave no sign of life for 10 s.']);
    expect(worker().isAlive).toBe(false);
  });

  it('is noticed idle, too', () => {
    const client = connect();
    client.send({ type: 'preview', previewId: 1, experiment });
    worker().say({ type: 'previewFailed', previewId: 1, message: 'x' });
    seconds(100);
    expect(said).toEqual(['previewFailed']);
    fallSilent();
    seconds(11);
    expect(said.slice(1)).toEqual(['slow', 'answers', 'The engine gave no sign of life for 10 s.']);
  });

  it('is no longer slow once it answers', () => {
    running();
    fallSilent();
    seconds(5);
    worker().say({ type: 'pong' });
    expect(said).toEqual(['slow', 'answers']);
    seconds(4);
    expect(said).toEqual(['slow', 'answers', 'slow']);
  });

  it('lives as long as it makes progress, however slowly', () => {
    running();
    fallSilent();
    for (let i = 0; i < 20; i++) {
      seconds(9);
      worker().say(progress('fit'));
    }
    expect(worker().isAlive).toBe(true);
  });

  it.each(['warm-up', 'start', 'shaders'] as const)('has 60 s for what it announced (%s), even if it answered from its midst', (phase) => {
    running();
    worker().say(progress(phase));
    worker().say({ type: 'pong' });
    fallSilent();
    seconds(59);
    expect([said, worker().isAlive]).toEqual([['progress'], true]);
    seconds(3);
    expect(said).toEqual(['progress', 'The engine gave no sign of life for 60 s.']);
  });

  it('has 10 s again once what it announced is over', () => {
    running();
    worker().say(progress('shaders'));
    seconds(30);
    worker().say(progress('fit'));
    fallSilent();
    seconds(11);
    expect(worker().isAlive).toBe(false);
  });

  it('has 60 s to load', () => {
    connect().send(runFrom(0));
    fallSilent();
    seconds(59);
    expect(said).toEqual([]);
    seconds(3);
    expect(said).toEqual(['The engine could not be loaded within 60 s.']);
  });

  it('is not judged while nobody sees the page, nor by time in which the page slept', () => {
    running();
    fallSilent();
    isSeen = false;
    seconds(100);
    isSeen = true;
    seconds(3);
    // a page that sleeps looks at nothing: the clock goes on, no timer fires
    vi.setSystemTime(Date.now() + 3_600_000);
    expect([said, worker().isAlive]).toEqual([[], true]);
  });
});

describe('what the page does not understand', () => {
  const [, ...lanesLess] = lanes;
  const good = generation(2);
  const garbage: Record<string, unknown> = {
    'a number': 1,
    'a text': 'x',
    nothing: null,
    'a list': [],
    'an unknown type': { type: 7 },
    'a name of every object': { type: 'toString' },
    'a generation without lanes': { ...good, lanes: [] },
    'a generation that lacks a lane': { ...good, lanes: lanesLess },
    'a generation with lanes out of order': { ...good, lanes: [...lanes].reverse() },
    'a generation with NaN as a score': { ...good, lanes: lanes.map((one) => ({ ...one, scores: { recall: Number.NaN } })) },
    'a generation with half a lane': { ...good, lanes: lanes.map(({ loop }) => ({ loop })) },
    'a generation that leaves a gap': generation(3),
    'a generation for the second time': generation(1),
    'a generation without a number': { ...good, generation: 'two' },
    'a generation beyond the last': generation(experiment.generations + 1),
    'progress without a phase': { type: 'progress', runId: 1, generation: 1 },
  };
  it.each(Object.keys(garbage))('%s: the messages before it arrive, the engine is ended and it is said', (name) => {
    running();
    worker().say(progress('fit'));
    worker().say(garbage[name]);
    worker().say(generation(2));
    expect(said).toEqual(['progress', 'The engine said something that this page does not understand.']);
    expect(worker().isAlive).toBe(false);
  });

  it('whole generations are not: from the first on, or behind the kept ones, or what a new worker computes again', () => {
    const client = running();
    for (let t = 2; t <= 4; t++) worker().say(generation(t));
    client.send(runFrom(3, 2));
    worker().say(generation(5, 1));
    worker().say({ type: 'cancelled', runId: 1 });
    worker().say(generation(2, 2));
    worker().say(generation(3, 2));
    expect(said).toEqual(['generation 2', 'generation 3', 'generation 4', 'generation 5', 'cancelled', 'generation 2', 'generation 3']);
  });
});

describe('a run that was called off', () => {
  const callOff = () => {
    const client = running();
    client.send({ type: 'nearest', requestId: 4, experiment, queries: [] });
    client.send(runFrom(1, 2));
    return client;
  };

  it('gives way in silence', () => {
    callOff();
    worker().say({ type: 'cancelled', runId: 1 });
    seconds(20);
    expect([said, workers.length]).toEqual([['cancelled'], 1]);
  });

  it('is replaced when it does not, and what was asked is asked again', () => {
    callOff();
    seconds(4);
    expect([said, workers.length]).toEqual([[], 2]);
    expect(workers[0].isAlive).toBe(false);
    expect(worker().got).toEqual([
      expect.objectContaining({ type: 'open' }),
      runFrom(1, 2),
      expect.objectContaining({ type: 'nearest', requestId: 4 }),
    ]);
  });

  it('is left to finish what it announced', () => {
    const client = running();
    worker().say(progress('shaders'));
    client.send(runFrom(1, 2));
    seconds(30);
    expect(workers).toHaveLength(1);
  });
});

it('an engine that is ended says nothing more and is not watched', () => {
  const client = running();
  client.end();
  seconds(100);
  expect([said, worker().isAlive, vi.getTimerCount()]).toEqual([[], false, 0]);
});
