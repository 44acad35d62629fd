import { expect, it, vi } from 'vitest';
import { createBackend } from '../backend/browser';
import { parseExperiment } from '../engine/experimentText';
import { finishAsync } from '../engine/math/steps';
import { runCell } from '../engine/sweep';
import type { SweepPlan } from '../engine/sweepPlan';
import { createNodeHost } from '../headless/nodeHost';
import type { FromWorker } from '../protocol/messages';
import { isFromWorker } from './engineGuard';
import { createSession } from './session';

const planOf = (keys: Record<string, unknown>, score: string): SweepPlan => ({
  experiment: parseExperiment({ backend: 'cpu', loop: 'fresh-data', generations: 2, replicates: 3, ...keys }).experiment,
  x: { key: 'synthetic', values: [20, 40] },
  y: { key: 'real', values: [10, 20] },
  score,
});

async function answer(plan: SweepPlan) {
  const said: FromWorker[] = [];
  const send = createSession({ backend: createBackend(), home: 'http://here/', budget: 1e6, post: (message) => void said.push(message) });
  send({ type: 'cell', requestId: 5, plan, cell: { x: 40, y: 10 } });
  await vi.waitFor(
    () => {
      // it waits for its files
      const wanted = said.find((message) => message.type === 'wanted');
      if (wanted) send({ type: 'file', path: wanted.path, text: null, address: null, problem: 'there is no network' });
      expect(said.some(({ type }) => type === 'cell' || type === 'cellFailed')).toBe(true);
    },
    { timeout: 120_000, interval: 5 },
  );
  expect(said.every(isFromWorker)).toBe(true);
  return said.find(({ type }) => type === 'cell' || type === 'cellFailed');
}

it('a worker answers for a cell with what the engine makes of it', async () => {
  const plan = planOf({ model: 'gaussian', scores: 'none' }, 'w2Squared');
  const values = await finishAsync(runCell(plan, { x: 40, y: 10 }, createNodeHost('cpu')));
  expect(values).toHaveLength(3);
  expect(await answer(plan)).toEqual({ type: 'cell', requestId: 5, values });
});

it('says what failed', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('there is no network')));
  const plan = planOf({ model: 'vae', scores: 'recall' }, 'recall');
  expect(await answer(plan)).toMatchObject({ type: 'cellFailed', requestId: 5, code: 'asset-missing', message: expect.stringMatching(/./) });
  vi.unstubAllGlobals();
});
