import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { firstRun, paused, running } from '../../store/run';
import type { LabState, Run } from '../../store/state';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { BEGINNING, type Chapter, type StoryState } from './chapters';
import { toldOf } from './storyWords';

const TOLD = 'fully-synthetic';
const NOISE = { bands: { modesAlive: { low: 4, high: 4 }, recall: { low: 0.95, high: 0.97 } }, undefined: {} };

const frame = (generation: number, patterns: readonly string[], recalls: readonly number[]) =>
  frameOf(
    generation,
    ['fully-synthetic', 'synthetic-augmentation', 'fresh-data'].map((loop, i) =>
      laneOf(loop, { shares: aliveModes(patterns[i]), scores: { recall: recalls[i] } }),
    ),
  );
const WHOLE = frame(1, ['1111', '1111', '1111'], [0.94, 0.94, 0.94]);

function labOf(last: ReturnType<typeof frame>, become: (run: Run) => LabState['run'] = (run) => paused(run, 'reader')): LabState {
  const { experiment } = parseExperiment({});
  const run: Run = {
    ...firstRun({ runId: 0 }, experiment),
    frames: [WHOLE, last, ...[3, 4].map((generation) => ({ ...last, generation }))],
    shown: 2,
    noise: NOISE,
  };
  return {
    draft: experiment,
    run: become(run),
    preview: { status: 'loading' },
    badge: null,
    looks: [],
    isEngineSlow: false,
    speed: 2,
    readersSpeed: null,
    notes: [],
    desk: null,
    ghosts: [],
    rescue: null,
    kept: null,
    comeback: null,
    putAway: null,
  };
}

const told = (chapter: Chapter, lab: LabState, parts: Partial<StoryState> = {}) => toldOf({ ...BEGINNING, chapter, ...parts }, lab, TOLD);

describe('what the story says', () => {
  it('of what is lost names the others where they have it, and them alone', () => {
    const loss = { generation: 2, modes: [2] };
    const [title, text] = told('lost', labOf(frame(2, ['1101', '1111', '1111'], [0.7, 0.9, 0.9])), { loss });
    expect([title, text]).toEqual(['This kind is gone for good', expect.stringMatching(/^Lost in generation 2: .* The other two still make it\.$/)]);
    expect(told('lost', labOf(frame(2, ['1101', '1101', '1111'], [0.7, 0.9, 0.9])), { loss })[1]).not.toContain('other');
    expect(told('lost', labOf(frame(2, ['1001', '1111', '1111'], [0.7, 0.9, 0.9])), { loss: { generation: 2, modes: [1, 2] } })[0]).toBe(
      'These kinds are gone for good',
    );
  });

  it('of the curve claims that the others hold where their numbers do, and names none while it runs', () => {
    const held = frame(2, ['1101', '1111', '1111'], [0.4, 0.9, 0.93]);
    expect(told('curve', labOf(held))[1]).toMatch(/fully synthetic 0\.94 at first, now 0\.40; those .* hold: 0\.90 and 0\.93\.$/);
    expect(told('curve', labOf(frame(2, ['1101', '1111', '1111'], [0.4, 0.5, 0.93])))[1]).toMatch(
      /now 0\.40; beside it synthetic augmentation 0\.50/,
    );
    expect(told('curve', labOf(held, running))[1]).not.toMatch(/0\./);
  });

  it('of a run without a loss is that there is none', () => {
    const [title, text] = told('unharmed', labOf(frame(2, ['1111', '1111', '1111'], [0.9, 0.9, 0.9])));
    expect(title).toBe('Nothing was lost for good');
    expect(text).toContain('4 of 4 modes');
  });

  it('before the rescue is what that will do, and after it how it went', () => {
    const lab = labOf(frame(2, ['1101', '1111', '1111'], [0.7, 0.9, 0.9]));
    expect(told('save', lab)[1]).toMatch(/^Back to generation 1, before the first mode was lost; from there on every model keeps learning/);
    const { experiment } = parseExperiment({ changes: '2:memory=all' });
    const rescue = { from: 1, loops: [TOLD], settings: { memory: 'all' as const }, future: 0 };
    const saved = { ...labOf(frame(2, ['1111', '1111', '1111'], [0.9, 0.9, 0.9]), (run) => paused({ ...run, experiment }, 'reader')), rescue };
    expect(told('end', saved)[1]).toMatch(/^So far: with everything kept from generation 2 on, fully synthetic makes all 4 modes\./);
  });
});
