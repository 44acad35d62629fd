import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { NoiseFloor } from '../../protocol/messages';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { outlookOf } from './outlook';
import { plainText } from './pieces';
import { sinceIntervention } from './since';

const NOISE: NoiseFloor = { bands: { recall: { low: 0.94, high: 0.98 }, modesAlive: { low: 4, high: 4 } }, undefined: {} };
const LOOPS = ['fully-synthetic', 'fresh-data'];

/** Frames of two loops with these recalls and modes. */
const framesWith = (rows: readonly (readonly [number, number, string])[]) =>
  rows.map(([synthetic, fresh, modes], i) =>
    frameOf(
      i + 1,
      LOOPS.map((loop, at) => laneOf(loop, { scores: { recall: at === 0 ? synthetic : fresh }, shares: aliveModes(at === 0 ? '1111' : modes) })),
    ),
  );
const experimentWith = (changes: string, keys = {}) => parseExperiment({ loop: LOOPS, real: 0, changes, ...keys }).experiment;
const tell = (frames: ReturnType<typeof framesWith>, changes: string, noise: NoiseFloor | null = NOISE) =>
  plainText(sinceIntervention(frames, experimentWith(changes), noise));

describe('what changed since an intervention', () => {
  const frames = framesWith([
    [0.9, 0.9, '1111'],
    [0.7, 0.5, '1001'],
    [0.5, 0.8, '1011'],
    [0.3, 0.9, '1111'],
  ]);

  it('compares the generation before it with now, in the loops on which it acts', () => {
    expect(tell(frames, '3:real=300')).toBe(
      'In the 2 generations with fresh real samples 0 → 300, recall of the fresh data loop rose from 0.50 to 0.90, beyond the noise floor, and modes alive from 2 to 4.',
    );
    expect(tell(frames.slice(0, 3), '3:real=300')).toMatch(
      /^In the first generation with fresh real samples 0 → 300, recall of the fresh data loop rose/,
    );
  });

  it('names the latest of several, and none that is still to come', () => {
    expect(tell(frames, '2:memory=all;4:bias=0.8')).toMatch(
      /^In the first generation with sampling bias λ 1 → 0\.8, recall of the fully synthetic loop fell/,
    );
    expect(tell(frames.slice(0, 3), '2:bias=0.9;4:memory=all')).toMatch(/^In the 2 generations with sampling bias λ 1 → 0\.9/);
    expect(tell(frames.slice(0, 1), '2:bias=0.9')).toBe('');
    expect(tell(frames, '1:bias=0.9')).toBe('');
  });

  it('says that there is no clear change where noise could do it', () => {
    const calm = framesWith([
      [0.9, 0.9, '1111'],
      [0.9, 0.91, '1111'],
      [0.88, 0.92, '1111'],
    ]);
    expect(tell(calm, '3:bias=0.8')).toBe(
      'In the first generation with sampling bias λ 1 → 0.8, recall of the fully synthetic and fresh data loops shows no clear change (0.90 then, 0.88 now; 0.91 then, 0.92 now).',
    );
  });

  it('claims no direction without a noise floor', () => {
    const words = tell(frames, '3:real=300', null);
    expect(words).toContain('has no noise floor to be judged by (0.50 then, 0.90 now)');
    expect(words).not.toMatch(/rose|fell/);
  });
});

describe('what usually follows', () => {
  const outlook = (keys: Record<string, unknown>, generation = 2) => {
    const { experiment } = parseExperiment(keys);
    return outlookOf(experiment, generation, experiment.loop);
  };

  it('is said only under the settings of its source', () => {
    expect(outlook({ loop: 'fully-synthetic' })).toContain('Nature paper');
    expect(outlook({ loop: 'fully-synthetic', model: 'vae' })).toContain('MAD paper');
    expect(outlook({ loop: 'fully-synthetic', bias: 0.8 })).toContain('sampling bias below 1');
    // one cloud has no rare parts
    expect(outlook({ loop: 'fully-synthetic', model: 'gaussian' })).toBe('');
    expect(outlook({ loop: 'fully-synthetic', memory: 'all' })).toBe('');
    // no source speaks of cures, of those that act from the start as little as of live ones
    expect(outlook({ loop: 'fully-synthetic', archive: 264 })).toBe('');
    expect(outlook({ loop: 'fully-synthetic', monitor: 'recall' })).toBe('');
    expect(outlook({ loop: 'fully-synthetic-with-archive' })).toBe('');
    expect(outlook({ loop: 'fully-synthetic', bias: 1.2 })).toBe('');
    expect(outlook({ loop: 'synthetic-augmentation', memory: 'all' })).toContain('Gerstgrasser');
    expect(outlook({ loop: 'synthetic-augmentation', memory: 'all', bias: 0.9 })).toBe('');
    expect(outlook({ loop: 'synthetic-augmentation' })).toBe('');
    expect(outlook({ loop: 'fresh-data', real: 0 })).toContain('without enough fresh real data');
    expect(outlook({ loop: 'fresh-data', real: 5, synthetic: 500 })).toBe('');
    expect(outlook({ loop: 'fresh-data', model: 'gaussian', real: 100, synthetic: 900 })).toContain('settled');
    expect(outlook({ loop: 'fresh-data', model: 'gaussian', real: 10, synthetic: 900 })).toBe('');
  });

  it('of the default digits is also what was measured, and what would hold', () => {
    expect(outlook({ model: 'vae' })).toMatch(/^In the MAD paper .* lost more than half of their recall .* kept four fifths or more\.$/);
    expect(outlook({ model: 'vae', synthetic: 250 })).not.toContain('measured here');
    expect(outlook({ model: 'vae', loop: 'fresh-data' })).toBe('');
  });

  it('goes by the settings in force, and is worded as a tendency', () => {
    const rescue = { loop: 'fresh-data', model: 'gaussian', real: 0, synthetic: 900, changes: '5:real=100' };
    expect(outlook(rescue, 4)).toContain('without enough');
    expect(outlook(rescue, 5)).toContain('settled');
    for (const words of [outlook(rescue, 4), outlook(rescue, 5), outlook({}), outlook({ bias: 0.7 })]) expect(words).toMatch(/^In .* usually .*\.$/);
  });
});
