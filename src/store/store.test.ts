import { describe, expect, it } from 'vitest';
import { parseExperiment, parseQuery } from '../engine/experimentText';
import { changeDraft } from './draft';
import { reduceMessages } from './reduceRun';
import { branch, firstRun } from './run';
import { controlValues, frameShown, waitingKeys } from './selectors';
import type { LabState, Run, RunState } from './state';
import { laneOf } from './testing/frames';

const defaults = parseExperiment({}).experiment;
const lane = laneOf('fresh-data', { scores: { recall: 1 } });
const generation = (runId: number, t: number) => ({ type: 'generation', runId, generation: t, lanes: [lane], elapsedMs: 5 }) as const;
const runWith = (keys: Partial<Run> = {}): Run => ({ ...firstRun({ runId: 2 }, defaults), ...keys });
const running = (keys: Partial<Run> = {}): RunState => ({ status: 'running', ...runWith(keys) });

describe('messages of the worker', () => {
  it('of an older run change nothing', () => {
    const state = running();
    expect(reduceMessages(state, [generation(2, 1), { type: 'failed', runId: 2, code: 'unknown', message: 'x' }, { type: 'ended', runId: 1 }])).toBe(
      state,
    );
  });

  it('add generations, and replace those that a worker started anew sends again', () => {
    const state = reduceMessages(running(), [generation(3, 1), generation(3, 2), { ...generation(3, 1), elapsedMs: 9 }]);
    expect(state).toMatchObject({ frames: [{ generation: 1, elapsedMs: 9 }, { generation: 2 }] });
  });

  it('add scores that are computed later, and leave those that are known, without a reason why they should not be', () => {
    const more = { loop: 'fresh-data', replicate: 1, scores: { recall: null, vendi: null }, undefined: { recall: 'none', vendi: 'why' } };
    const scored = { type: 'scored', requestId: 1, ofRun: 3, generation: 1, lanes: [more] } as const;
    const state = reduceMessages(running(), [generation(3, 1), scored]);
    expect(state).toMatchObject({ frames: [{ lanes: [{ scores: { recall: 1, vendi: null }, undefined: { vendi: 'why' } }] }] });
    expect(state).not.toHaveProperty('frames.0.lanes.0.undefined.recall');
  });

  it('keep finished generations when the run fails', () => {
    const state = reduceMessages(running(), [generation(3, 1), { type: 'failed', runId: 3, code: 'backend-lost', message: 'The GPU is gone.' }]);
    expect(state).toMatchObject({ status: 'failed', message: 'The GPU is gone.', frames: [{ generation: 1 }] });
  });
});

describe('a branch', () => {
  it('keeps what is shown and discards what was computed beyond', () => {
    const frames = [1, 2, 3].map((t) => ({ generation: t, lanes: [lane], elapsedMs: 1 }));
    expect(branch(runWith({ frames, shown: 3 }), defaults, 2)).toMatchObject({
      runId: 4,
      shown: 2,
      frames: [{ generation: 1 }, { generation: 2 }],
    });
  });
});

describe('the draft', () => {
  it('moves what stood at its default to the new model’s defaults, and keeps what the reader chose', () => {
    const chosen = changeDraft(defaults, { synthetic: 500 }).experiment;
    expect(changeDraft(chosen, { model: 'vae' })).toMatchObject({ experiment: { dataset: 'digits', initialReal: 1000, synthetic: 500 }, notes: [] });
  });

  it('lets the half of model and dataset that was not asked for step back', () => {
    const moons = changeDraft(defaults, { dataset: 'moons' }).experiment;
    expect(changeDraft(moons, { model: 'vae' })).toMatchObject({ experiment: { dataset: 'digits' }, notes: [] });
    const digits = parseQuery('model=vae').experiment;
    expect(changeDraft(digits, { dataset: 'moons' })).toMatchObject({ experiment: { model: 'gaussian-mixture' }, notes: [] });
    expect(changeDraft(digits, { model: 'gaussian-mixture' })).toMatchObject({ experiment: { dataset: 'ring' }, notes: [] });
    const wide = parseQuery('model=gaussian&dim=100').experiment;
    expect(changeDraft(wide, { model: 'gaussian-mixture' })).toMatchObject({ experiment: { dim: 2 }, notes: [] });
    // one dimension is not too many for a mixture
    const narrow = parseQuery('model=gaussian-mixture&dataset=gaussian&dim=1').experiment;
    expect(changeDraft(narrow, { seed: 2 })).toMatchObject({ experiment: { dim: 1, seed: 2 }, notes: [] });
    expect(changeDraft(narrow, { dataset: 'ring' })).toMatchObject({ experiment: { dim: 2 }, notes: [] });
  });
});

describe('the controls', () => {
  const experiment = parseQuery('changes=5:bias=0.5').experiment;
  const at = (shown: number): Pick<LabState, 'run' | 'draft'> => ({ draft: { ...experiment, seed: 2 }, run: running({ experiment, shown }) });

  it('show live keys as they are in force after the generation shown', () => {
    expect([3, 4, 9].map((shown) => controlValues(at(shown)).bias)).toEqual([1, 0.5, 0.5]);
  });

  it('name the keys that wait for Reset', () => {
    expect(waitingKeys(at(1))).toEqual(['seed']);
  });

  it('show no frame before the first generation', () => {
    expect(frameShown(at(0))).toBeNull();
  });
});
