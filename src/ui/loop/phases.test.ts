import { expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { firstRun } from '../../store/run';
import type { Run, RunProgress } from '../../store/state';
import { frameOf, laneOf } from '../../store/testing/frames';
import { progressNow } from './phases';

const run = (progress: RunProgress | null): Run => ({
  ...firstRun({ runId: 0 }, parseExperiment({}).experiment),
  frames: [frameOf(1, [laneOf('fresh-data')])],
  shown: 1,
  progress,
});
const fitting: RunProgress = { generation: 2, phase: 'fit', done: 1, total: 200 };

it('a phase is what the worker last said of a running run', () => {
  expect(progressNow({ run: { status: 'running', ...run(fitting) } })).toBe(fitting);
  expect(progressNow({ run: { status: 'running', ...run(null) } })).toBeNull();
  expect(progressNow({ run: { status: 'idle', runId: 0 } })).toBeNull();
  expect(progressNow({ run: { status: 'ended', ...run(fitting) } })).toBeNull();
});

it('a paused run has a phase while Step computes, and none that is left over', () => {
  const paused = (progress: RunProgress) => progressNow({ run: { status: 'paused', why: 'reader', ...run(progress) } });
  expect(paused(fitting)).toBe(fitting);
  expect(paused({ ...fitting, phase: 'warm-up' })).toBeNull();
  expect(paused({ generation: 1, phase: 'noise', done: 3, total: 20 })).toBeNull();
});
