import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { createAheadRuns } from './aheadRuns';
import { FakeEngine } from './testing/fakeEngine';
import { stubPage } from './testing/fakePage';
import { frameOf, laneOf } from './testing/frames';
import { backToRealTime, settle, useFakeTime } from './testing/openLab';

beforeEach(useFakeTime);
afterEach(backToRealTime);

const { experiment } = parseExperiment({ generations: 3, loop: 'fresh-data' });
const frames = [1, 2, 3].map((generation) => frameOf(generation, [laneOf('fresh-data')]));
const real = { real: { kind: 'points', count: 0 }, ghost: null, extent: 1, modes: new Float32Array(), reach: 0, weights: [] };
const standIn = { version: '0.0.1', why: 'It was late.', real };

it('what was computed elsewhere stands in for a run for good, until that is asked for once more', () => {
  stubPage('');
  const engines: FakeEngine[] = [];
  const ahead = createAheadRuns(['shown', 'noise'], (events) => {
    const engine = new FakeEngine(events, true);
    engine.isBusy = true;
    engines.push(engine);
    return engine;
  });
  const run = () => ahead.runs.getState().runs.get('wall');
  ahead.have([['wall', experiment]]);
  settle();
  expect([run()?.isWhole, run()?.standIn]).toEqual([false, null]);

  ahead.standIn('wall', { frames, noise: null }, standIn);
  expect(run()).toMatchObject({ experiment, frames, isWhole: true, problem: null, standIn });
  engines[0].isBusy = false;
  settle();
  ahead.have([['wall', experiment]]);
  settle();
  expect(run()).toMatchObject({ frames, standIn });

  ahead.again('wall');
  expect([run()?.isWhole, run()?.standIn]).toEqual([false, null]);
  settle();
  expect([run()?.isWhole, run()?.frames.length]).toEqual([true, 3]);
});
