import { expect, it, vi } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import type { LaneResult } from '../engine/results';
import type { GenerationEvent } from '../engine/run';
import { hygieneOf, laneOf } from '../store/testing/frames';
import { simulate } from './simulate';

let lane: LaneResult;

vi.mock('../engine/run', () => ({
  async *run(): AsyncGenerator<GenerationEvent> {
    yield { type: 'generation', generation: 1, lanes: [lane], models: [] };
  },
}));

async function lineOf(parts: Partial<LaneResult>): Promise<string> {
  const lines: string[] = [];
  lane = laneOf('fresh-data', parts);
  const { experiment } = parseExperiment({ loop: 'fresh-data', generations: 1 });
  await simulate(experiment, { rung: 'cpu' } as Parameters<typeof simulate>[1], (line) => lines.push(line), vi.fn());
  return lines[1];
}

it('a line holds what steps did, with its remark only where there is one', async () => {
  const hygiene = hygieneOf({ removedReal: 3, removedSynthetic: 160, realShare: 0.5, effectiveRealWeight: 0.625, storeSize: 7 });
  const told = { removedReal: 3, removedSynthetic: 160, realShare: 0.5, effectiveRealWeight: 0.625, alarm: false, action: 'none', storeSize: 7 };
  expect(JSON.parse(await lineOf({ hygiene })).hygiene).toEqual(told);
  expect(JSON.parse(await lineOf({ hygiene: { ...hygiene, remark: 'So.' } })).hygiene).toEqual({ ...told, remark: 'So.' });
  expect(await lineOf({})).not.toContain('hygiene');
});

it.each(['limit', 'approximate'] as const)('theory that is no exact law is marked within its values: %s', async (kind) => {
  const theory = { theory: { a: 0.5, m: null }, undefined: { m: 'why' }, kind };
  expect(JSON.parse(await lineOf({ theory })).theory).toEqual({ a: 0.5, m: null, [kind]: true });
  expect(await lineOf({ theory: { theory: { a: 0.5 }, undefined: {} } })).toContain('"theory":{"a":0.5},');
});
