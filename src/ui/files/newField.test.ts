import { expect, it, vi } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { GenerationEvent } from '../../engine/run';
import { simulate } from '../../headless/simulate';
import { frameOf, laneOf } from '../../store/testing/frames';
import { isFromWorker } from '../../worker/engineGuard';
import { finish } from '../testing/finish';
import { toCsv } from './csv';
import { toJson } from './json';
import { openFile } from './openFile';

vi.mock('../../results/lane', async (original) => {
  const lane = await original<typeof import('../../results/lane')>();
  const field = { type: 'flag', path: 'hygiene.alarm', json: 'hygiene.alarm', column: 'alarm', called: 'hygiene.alarm', line: 8.5, before: false };
  return { ...lane, LANE_FIELDS: [...lane.LANE_FIELDS, field] };
});

const { experiment } = parseExperiment({ loop: 'fully-synthetic', generations: 1 });
const lane = { ...laneOf('fully-synthetic'), hygiene: { alarm: true } };
const frames = [frameOf(1, [lane])];
const results = { experiment, frames, noise: null, backend: 'wasm', version: '1', link: '', exported: '2026-11-29' };

vi.mock('../../engine/run', () => ({
  async *run(): AsyncGenerator<GenerationEvent> {
    yield { type: 'generation', generation: 1, lanes: [lane], models: [] };
  },
}));

const opened = (text: string) => {
  const saved = finish(openFile(text));
  return 'problem' in saved ? expect.fail(saved.problem) : saved.frames[0].lanes[0];
};

it('a field that only the description of a lane knows is written, read and checked everywhere, and older files open without it', async () => {
  const [csv, json] = [toCsv(results), toJson(results)];
  expect(csv).toMatch(/,floorReached,alarm\n.*,true\n$/);
  expect(opened(csv)).toHaveProperty('hygiene.alarm', true);
  expect(opened(json)).toHaveProperty('hygiene.alarm', true);
  expect(opened(csv.replace(/,alarm\n(.*),true\n$/, '\n$1\n'))).toHaveProperty('hygiene.alarm', false);
  expect(opened(json.replace(/,\s*"hygiene": {[^}]*}/, ''))).toHaveProperty('hygiene.alarm', false);
  expect(() => opened(json.replace('"alarm": true', '"alarm": 1'))).toThrow('replicate 1: hygiene.alarm = 1 is not true or false');

  const message = { type: 'generation', runId: 1, generation: 1, lanes: [lane], elapsedMs: 1 };
  expect(isFromWorker(message)).toBe(true);
  expect(isFromWorker({ ...message, lanes: [{ ...lane, hygiene: {} }] })).toBe(false);

  const lines: string[] = [];
  const host = { rung: 'cpu' } as Parameters<typeof simulate>[1];
  await simulate(experiment, host, (line) => lines.push(line), vi.fn());
  expect(lines[1]).toMatch(/"fit":{.*},"hygiene":{"alarm":true},"undefined":{}}\n$/);
});
