import { describe, expect, it, vi } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { LaneResult } from '../../engine/results';
import type { GenerationEvent } from '../../engine/run';
import { simulate } from '../../headless/simulate';
import { frameOf, laneOf } from '../../store/testing/frames';
import { isFromWorker } from '../../worker/engineGuard';
import { finish } from '../testing/finish';
import { toCsv } from './csv';
import { toJson } from './json';
import { openFile } from './openFile';

/** Fields that no code knows: one that every lane has, one that a lane may lack with its object. */
vi.mock('../../results/lane', async (original) => {
  const lane = await original<typeof import('../../results/lane')>();
  const named = (path: string) => ({ path, json: path, column: path, called: path });
  const fields = [
    { ...named('fit.early'), type: 'flag', line: 8, before: false },
    { ...named('weather.wind'), type: 'count', line: 9.5, optional: 'weather' },
    { ...named('weather.sky'), type: 'choice', line: 9.5, optional: 'weather', options: ['blue', 'grey'] },
    { ...named('weather.remark'), type: 'text', line: 9.5, optional: 'weather', unsaid: '' },
  ];
  return { ...lane, LANE_FIELDS: [...lane.LANE_FIELDS, ...fields] };
});

const { experiment } = parseExperiment({ loop: 'fully-synthetic', generations: 2 });
const weather = { wind: 3, sky: 'grey', remark: '=1+1' };
const laneWith = (parts: object): LaneResult => {
  const lane = laneOf('fully-synthetic');
  return { ...lane, fit: Object.assign({ early: true }, lane.fit), ...parts };
};
const lanes = [laneWith({ weather }), laneWith({})];
const frames = lanes.map((lane, at) => frameOf(at + 1, [lane]));
const results = { experiment, frames, noise: null, backend: 'wasm', version: '1', link: '', exported: '2026-11-29' };

vi.mock('../../engine/run', () => ({
  async *run(): AsyncGenerator<GenerationEvent> {
    for (const [at, lane] of lanes.entries()) yield { type: 'generation', generation: at + 1, lanes: [lane], models: [] };
  },
}));

const opened = (text: string): LaneResult[] => {
  const saved = finish(openFile(text));
  return 'problem' in saved ? expect.fail(saved.problem) : saved.frames.map(({ lanes: [lane] }) => lane);
};

describe('a field that only the description of a lane knows', () => {
  const [csv, json] = [toCsv(results), toJson(results)];

  it('is written, read and checked, and older files open without it', () => {
    expect(csv).toMatch(/,floorReached,fit.early,.*\n.*,true,.*\n.*,true,.*\n$/);
    for (const text of [csv, json]) expect(opened(text)[0]).toHaveProperty('fit.early', true);
    const older = csv.replace(/,fit.early,.*\n(.*),true,3.*\n(.*),true,.*\n$/, '\n$1\n$2\n');
    expect(opened(older)[0]).toHaveProperty('fit.early', false);
    expect(opened(json.replaceAll(/,\s*"early": true/g, ''))[0]).toHaveProperty('fit.early', false);
    expect(() => opened(json.replace('"early": true', '"early": 1'))).toThrow('replicate 1: fit.early = 1 is not true or false');
  });

  it('stands only where a lane has it, if it may lack it, and then whole', () => {
    expect(csv).toMatch(/,weather.wind,weather.sky,weather.remark\n.*,3,grey,'=1\+1\n.*,,,\n$/);
    for (const text of [csv, json]) {
      const [with_, without] = opened(text);
      expect(with_).toHaveProperty('weather', weather);
      expect(without).not.toHaveProperty('weather');
    }
    expect(toCsv({ ...results, frames: frames.slice(1) })).not.toMatch(/weather/);
    expect(opened(json.replace(/"remark": "=1\+1"/, '"more": 1'))[0]).toHaveProperty('weather.remark', '');
    expect(() => opened(json.replace('"wind": 3', '"more": 3'))).toThrow('weather.wind is missing; it has to be a whole number');
    expect(() => opened(json.replace('"grey"', '"green"'))).toThrow('weather.sky = "green" is not blue or grey');
    expect(() => opened(csv.replace(',3,grey', ',,grey'))).toThrow('weather.wind is missing');
    expect(() => opened(csv.replace(',3,grey', ',some,grey'))).toThrow('weather.wind = "some" is not a number');
  });

  it('is checked on its way from the worker', () => {
    const message = { type: 'generation', runId: 1, generation: 1, lanes, elapsedMs: 1 };
    expect(isFromWorker(message)).toBe(true);
    expect(isFromWorker({ ...message, lanes: [laneOf('fully-synthetic')] })).toBe(false);
    expect(isFromWorker({ ...message, lanes: [laneWith({ weather: { ...weather, wind: 0.5 } })] })).toBe(false);
    expect(isFromWorker({ ...message, lanes: [laneWith({ weather: {} })] })).toBe(false);
  });

  it('stands in its place in a line of `simulate`', async () => {
    const lines: string[] = [];
    const host = { rung: 'cpu' } as Parameters<typeof simulate>[1];
    await simulate(experiment, host, (line) => lines.push(line), vi.fn());
    expect(lines[1]).toMatch(/"fit":{.*,"early":true},"weather":{"wind":3,"sky":"grey","remark":"=1\+1"},"undefined":{}}\n$/);
    expect(lines[2]).toMatch(/"fit":{.*,"early":true},"undefined":{}}\n$/);
  });
});
