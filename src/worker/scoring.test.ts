import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createBackend } from '../backend/browser';
import { parseExperiment } from '../engine/experimentText';
import type { FromWorker, ToWorker } from '../protocol/messages';
import { createSession } from './session';

const { experiment } = parseExperiment({
  backend: 'cpu',
  generations: 9,
  initialReal: 40,
  real: 30,
  synthetic: 50,
  evaluation: 60,
  k: 3,
  changes: '4:bias=0.8',
});

/** A session that keeps so many bytes of models. */
function open(budget: number) {
  const said: FromWorker[] = [];
  const send = createSession({ backend: createBackend(), home: 'http://here/', budget, post: (message) => void said.push(structuredClone(message)) });
  const of = <Type extends FromWorker['type']>(type: Type) =>
    said.filter((message): message is Extract<FromWorker, { type: Type }> => message.type === type);
  const until = (type: FromWorker['type'], count = 1) => vi.waitFor(() => expect(of(type)).toHaveLength(count), { timeout: 120_000, interval: 5 });
  const score = (more: Partial<Extract<ToWorker, { type: 'score' }>> = {}) =>
    send({
      type: 'score',
      requestId: 1,
      ofRun: 7,
      experiment,
      scores: ['vendi', 'density'],
      generations: [9, 8, 7, 6, 5, 4, 3, 2, 1],
      noise: [],
      ...more,
    });
  return { send, of, until, score };
}

type Opened = ReturnType<typeof open>;

async function compute({ send, until }: Opened, scores: readonly string[]) {
  send({ type: 'run', runId: 7, job: { experiment, from: 0, upTo: 9, want: ['models', 'noise'], scores } });
  await until('ended');
}

const byGeneration = <Message extends { readonly generation: number }>(messages: readonly Message[]) =>
  [...messages].sort((a, b) => a.generation - b.generation);

let whole: Opened;
beforeEach(async () => {
  whole = open(1e9);
  await compute(whole, experiment.scores);
});

/** Scores of each lane in each generation, of these ids. */
const scoresOf = (
  messages: readonly { readonly generation: number; readonly lanes: readonly { readonly scores: object }[] }[],
  ids: readonly string[],
) => byGeneration(messages).map(({ lanes }) => lanes.map(({ scores }) => ids.map((id) => (scores as Record<string, number | null>)[id])));

describe('scores that are asked for later', () => {
  it('are the same numbers, in the order asked for, whatever models are kept', async () => {
    const wanted = scoresOf(whole.of('generation'), ['vendi', 'density']);
    for (const [budget, isOrdered] of [
      [1e9, true],
      // most generations are not kept, and computed again
      [100, false],
    ] as const) {
      const session = open(budget);
      await compute(session, ['recall']);
      expect(Object.keys(session.of('generation')[0].lanes[0].scores)).toEqual(['recall']);
      session.score();
      await session.until('scoredAll');
      const scored = session.of('scored');
      if (isOrdered) expect(scored.map(({ generation }) => generation)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
      expect(scoresOf(scored, ['vendi', 'density'])).toEqual(wanted);
    }
  });

  it('are the same in a worker that never ran it', async () => {
    const session = open(1e9);
    session.score({ generations: [5, 2] });
    await session.until('scoredAll');
    const wanted = scoresOf(whole.of('generation'), ['vendi', 'density']);
    expect(scoresOf(session.of('scored'), ['vendi', 'density'])).toEqual([wanted[1], wanted[4]]);
  });

  it('bring their noise floor with them', async () => {
    const session = open(1e9);
    await compute(session, ['recall']);
    session.score({ generations: [], noise: ['vendi', 'recall'] });
    await session.until('scoredAll');
    const { recall, vendi } = whole.of('noise')[0].noise.bands;
    expect(session.of('noise')[0].noise.bands).toEqual({ recall });
    expect(session.of('noiseScored')[0].noise.bands).toMatchObject({ recall, vendi });
  });

  it('are computed while the run goes on, and with each generation from then on', async () => {
    const session = open(1e9);
    session.send({ type: 'run', runId: 7, job: { experiment, from: 0, upTo: 4, want: ['models'], scores: ['recall'] } });
    await session.until('generation', 4);
    session.send({ type: 'look', runId: 7, scores: ['recall', 'vendi'] });
    session.score({ scores: ['vendi'], generations: [4, 3, 2, 1] });
    session.send({ type: 'allow', runId: 7, upTo: 9 });
    await session.until('ended');
    await session.until('scoredAll');
    const later = scoresOf(session.of('scored'), ['vendi']);
    const atOnce = scoresOf(session.of('generation').slice(4), ['vendi']);
    expect([...later, ...atOnce]).toEqual(scoresOf(whole.of('generation'), ['vendi']));
  });

  it('are given up for a newer question, for another run, and where nobody looks any more', async () => {
    const session = open(1e9);
    await compute(session, ['recall']);
    session.score();
    session.score({ requestId: 2, generations: [1] });
    await session.until('scoredAll');
    expect(session.of('scoredAll')[0].requestId).toBe(2);
    session.score({ requestId: 3 });
    session.send({ type: 'forgetScores', requestId: 3 });
    session.score({ requestId: 4 });
    session.send({ type: 'run', runId: 8, job: { experiment, from: 0, upTo: 1, want: [] } });
    await session.until('generation', 10);
    expect(session.of('scoredAll')).toHaveLength(1);
  });
});
