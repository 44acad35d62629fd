import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { turnsOf } from '../text/turns';
import { interventions, losses, placeWords } from './events';

const { experiment } = parseExperiment({ loop: 'fully-synthetic', changes: '4:real=100;5:real=300;9:bias=0.5' });

describe('losses', () => {
  const told = (patterns: readonly string[], low: number | null, of = experiment) => {
    const frames = patterns.map((pattern, i) => frameOf(i + 1, [laneOf('fully-synthetic', { shares: aliveModes(pattern) })]));
    return losses(frames, of, low === null ? null : { bands: { modesAlive: { low, high: 3 } }, undefined: {} });
  };

  it('marks the generation since which a mode is gone for three, not one in which it is missing for a while', () => {
    expect(told(['111', '011', '111', '110', '010', '010', '010'], 3)).toEqual([
      { generation: 4, loop: 'fully-synthetic', words: 'mode lost' },
      { generation: 5, loop: 'fully-synthetic', words: 'mode lost' },
    ]);
    expect(told(['111', '011', '111', '110', '010', '010'], 3)).toHaveLength(1);
  });

  it('counts modes that go together, and says of which replicate they are', () => {
    const patterns = ['111', '100', '100', '100'];
    expect(told(patterns, 3)).toEqual([{ generation: 2, loop: 'fully-synthetic', words: '2 modes lost' }]);
    expect(told(patterns, 3, { ...experiment, replicates: 4 })[0]?.words).toBe('replicate 1: 2 modes lost');
  });

  it('calls nothing lost that real samples may lack as well, or before that is known, as the sentences do', () => {
    expect(told(['111', '110', '110', '110'], 2)).toEqual([]);
    expect(told(['111', '110', '110', '110'], null)).toEqual([]);
    expect(told(['111', '110', '010', '010', '010'], 2)).toHaveLength(2);
  });
});

describe('turnsOf', () => {
  it('takes the neighbouring changes of one drag together', () => {
    expect(turnsOf(experiment)).toEqual([
      { from: 4, generations: [4, 5], short: 'fresh data 64 → 300', long: 'from generation 4 to 5, step by step: fresh real samples 64 → 300' },
      { from: 9, generations: [9], short: 'λ 1 → 0.5', long: 'from generation 9: sampling bias λ 1 → 0.5' },
    ]);
  });
});

describe('placeWords', () => {
  it('leaves out words that would run into others, those of the reader last', () => {
    const lost = { generation: 5, loop: 'fully-synthetic', words: 'mode lost' };
    const placed = placeWords([lost, ...interventions(experiment)], (generation) => generation * 10, 6, 400);
    expect(placed.map(({ event }) => event.words)).toEqual(['fresh data 64 → 300']);
  });
});
