import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import type { NearestImage, ToWorker } from '../protocol/messages';
import { createNearest } from './nearest';

const { experiment } = parseExperiment({ model: 'vae' });
const query = { loop: 'fresh-data', generation: 2, pixels: new Uint8Array(196) };
const answer: NearestImage = {
  loop: 'fresh-data',
  generation: 2,
  searched: 10,
  distance: 1,
  usual: 2,
  pixels: new Uint8Array(196),
  real: 3,
  made: 3,
};

function started() {
  const sent: ToWorker[] = [];
  const nearest = createNearest((message) => sent.push(message));
  return { sent, nearest, idOf: (at: number) => (sent[at] as { requestId: number }).requestId };
}

describe('the question for the nearest real digit', () => {
  it('is answered by its own number alone', () => {
    const { nearest, idOf } = started();
    nearest.ask(experiment, [query]);
    nearest.ask(experiment, [query]);
    nearest.take({ type: 'nearest', requestId: idOf(0), answers: [answer] });
    expect(nearest.store.getState()).toMatchObject({ status: 'asking', answers: [] });
    nearest.take({ type: 'nearest', requestId: idOf(1), answers: [answer] });
    expect(nearest.store.getState()).toMatchObject({ status: 'ready', answers: [answer] });
  });

  it('is taken back when it is no longer wanted, and a late answer changes nothing', () => {
    const { nearest, sent, idOf } = started();
    nearest.ask(experiment, [query]);
    nearest.forget();
    expect(sent[1]).toEqual({ type: 'forgetNearest', requestId: idOf(0) });
    nearest.take({ type: 'nearest', requestId: idOf(0), answers: [answer] });
    expect(nearest.store.getState()).toEqual({ status: 'none', answers: [], message: '' });
    nearest.forget();
    expect(sent).toHaveLength(2);
  });

  it('that fails says why', () => {
    const { nearest, idOf } = started();
    nearest.ask(experiment, [query]);
    nearest.take({ type: 'nearestFailed', requestId: idOf(0), message: 'no digits' });
    expect(nearest.store.getState()).toEqual({ status: 'failed', answers: [], message: 'no digits' });
    nearest.fail('gone');
    expect(nearest.store.getState().message).toBe('no digits');
    nearest.ask(experiment, [query]);
    nearest.fail('gone');
    expect(nearest.store.getState()).toEqual({ status: 'failed', answers: [], message: 'gone' });
  });
});
