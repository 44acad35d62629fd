import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { turnsOf } from '../text/turns';
import { interventions, losses, numbered, placeWords } from './events';

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

  it('takes presses that take each other back as one, and says by which value they went', () => {
    const presses = parseExperiment({ bias: 0.42, changes: '10:bias=0.41;12:bias=0.4;15:bias=0.41;19:bias=0.42' }).experiment;
    expect(turnsOf(presses)).toEqual([
      {
        from: 10,
        generations: [10, 12, 15, 19],
        short: 'λ 0.42 → 0.4 → 0.42',
        long: 'from generation 10 to 19, step by step: sampling bias λ 0.42 → 0.4 → 0.42',
      },
    ]);
    const choice = parseExperiment({ changes: '3:memory=all;5:memory=previous' }).experiment;
    expect(turnsOf(choice).map(({ short }) => short)).toEqual(['memory previous generation → all generations → previous generation']);
  });

  it('keeps apart what lies apart', () => {
    const apart = parseExperiment({ changes: '3:bias=0.5;20:bias=1' }).experiment;
    expect(turnsOf(apart).map(({ from }) => from)).toEqual([3, 20]);
  });
});

describe('placeWords', () => {
  it('leaves out words that would run into others, those of the reader first', () => {
    const lost = { generation: 5, loop: 'fully-synthetic', words: 'mode lost' };
    const placed = placeWords([lost, ...interventions(experiment)], (generation) => generation * 10, 6, 400);
    expect(placed.map(({ event }) => event.words)).toEqual(['mode lost']);
  });
});

describe('numbered', () => {
  const place = (generation: number) => generation * 10;
  const words = (changes: string) =>
    placeWords(numbered(interventions(parseExperiment({ changes }).experiment), place, 6, 500), place, 6, 500).map(({ event }) => event.words);

  it('names every change in words where there is room, and else by its number in the list', () => {
    expect(words('5:bias=0.5;40:real=300')).toEqual(['λ 1 → 0.5', 'fresh data 64 → 300']);
    expect(words('5:bias=0.5;8:real=300;40:bias=1')).toEqual(['1', '2', 'λ 0.5 → 1']);
  });

  it('keeps words within the right end', () => {
    const [last] = placeWords(interventions(parseExperiment({ changes: '50:real=300' }).experiment), place, 6, 500);
    expect((last?.centre ?? 0) + (6 * (last?.event.words.length ?? 0)) / 2).toBe(500);
  });
});
