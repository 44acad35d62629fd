import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import { aliveModes, frameOf, laneOf } from '../testing/frames';
import { narrate, plainText } from './narration';

const { experiment } = parseExperiment({});
const say = (...frames: Parameters<typeof narrate>[0]) => plainText(narrate(frames, experiment, true));

const three = (generation: number, patterns: readonly [string, string, string], recalls: readonly [number, number, number]) =>
  frameOf(
    generation,
    experiment.loop.map((loop, i) => laneOf(loop, { shares: aliveModes(patterns[i]), scores: { recall: recalls[i] } })),
  );

const start = three(1, ['1111', '1111', '1111'], [0.9, 0.9, 0.9]);

describe('narrate', () => {
  it('invites to press Run before there is a run, and no longer after', () => {
    expect(plainText(narrate([], experiment, false))).toContain('Press Run');
    expect(plainText(narrate([], experiment, true))).not.toContain('Press Run');
  });

  it('says that generation 1 is the same in every loop', () => {
    expect(say(start)).toBe('Generation 1 is trained on real data alone, the same in every loop: it makes all 4 modes (recall 0.90).');
  });

  it('names the loop that lost most first, with the generation of its last loss, and the others together', () => {
    const later = [three(2, ['1101', '1111', '1111'], [0.5, 0.85, 0.9]), three(3, ['1101', '1111', '1111'], [0.4, 0.85, 0.9])];
    expect(say(start, ...later)).toBe(
      'Generation 3: the fully synthetic loop has lost 1 of 4 modes, in generation 2 (recall 0.40, down from 0.90). ' +
        'The synthetic augmentation and fresh data loops still make all 4 modes (recall 0.85 and 0.90).',
    );
  });

  it('says once what is true of every loop', () => {
    expect(say(start, three(2, ['1111', '1111', '1111'], [0.8, 0.7, 0.9]))).toBe(
      'Generation 2: the fully synthetic, synthetic augmentation and fresh data loops still make all 4 modes (recall 0.80, 0.70 and 0.90).',
    );
  });

  it('gives the loops in pieces of their own, to be coloured', () => {
    const pieces = narrate([start, three(2, ['0000', '1111', '1111'], [0, 0.9, 0.9])], experiment, true);
    expect(pieces.filter(({ loop }) => loop).map(({ loop }) => loop)).toEqual(experiment.loop);
  });

  it('warns of a precision that only looks good', () => {
    const digits = parseExperiment({ model: 'vae', loop: 'fully-synthetic' }).experiment;
    const frame = (generation: number, scores: Record<string, number>) => frameOf(generation, [laneOf('fully-synthetic', { scores })]);
    const words = (precision: number, recall: number) =>
      plainText(narrate([frame(1, { precision: 0.8, recall: 0.7 }), frame(2, { precision, recall })], digits, true));
    expect(words(1, 0)).toContain('The precision of 1 in the fully synthetic loop only looks good: the one blur it repeats');
    expect(words(0.9, 0)).not.toContain('only looks good');
    expect(words(1, 0.4)).not.toContain('only looks good');
  });

  it('speaks of the spread where the data have no modes', () => {
    const frame = (generation: number) =>
      frameOf(
        generation,
        experiment.loop.map((loop) => laneOf(loop, { scores: { traceRatio: 0.5 } })),
      );
    expect(say(frame(1), frame(2))).toContain('has a spread of 50\u00a0% of the real one');
  });

  it('claims nothing where no score is computed', () => {
    const bare = (generation: number) =>
      frameOf(
        generation,
        experiment.loop.map((loop) => laneOf(loop)),
      );
    expect(say(bare(1), bare(2))).toBe(
      'Generation 2: the fully synthetic loop goes on. The synthetic augmentation loop goes on; the fresh data loop goes on.',
    );
  });
});
