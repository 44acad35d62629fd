import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../engine/experimentText';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { aliveModes, frameOf, laneOf } from '../../store/testing/frames';
import { narrate } from './narration';
import { plainText } from './pieces';

const { experiment } = parseExperiment({});
const floor = (bands: NoiseFloor['bands']): NoiseFloor => ({ bands, undefined: {} });
const NOISE = floor({
  recall: { low: 0.86, high: 0.95 },
  precision: { low: 0.9, high: 1 },
  modesAlive: { low: 4, high: 4 },
  traceRatio: { low: 0.95, high: 1.05 },
});
const say = (...frames: readonly Frame[]) => plainText(narrate(frames, experiment, true, NOISE).now);
const sayWithout = (...frames: readonly Frame[]) => plainText(narrate(frames, experiment, true, null).now);

const three = (generation: number, patterns: readonly [string, string, string], recalls: readonly [number, number, number]) =>
  frameOf(
    generation,
    experiment.loop.map((loop, i) => laneOf(loop, { shares: aliveModes(patterns[i]), scores: { recall: recalls[i] } })),
  );

const start = three(1, ['1111', '1111', '1111'], [0.9, 0.9, 0.9]);

describe('narrate', () => {
  it('invites to press Run before there is a run, and no longer after', () => {
    expect(plainText(narrate([], experiment, false, null).now)).toContain('Press Run');
    expect(plainText(narrate([], experiment, true, null).now)).not.toContain('Press Run');
  });

  it('says that generation 1 is the same in every loop, and no more', () => {
    expect(say(start)).toBe(
      'Generation 1 is trained on real data alone, the same in every loop: it makes all 4 modes (recall 0.90, within the noise floor).',
    );
    expect(narrate([start], experiment, true, NOISE)).toMatchObject({ since: [], outlook: [] });
  });

  it('names the loop that lost most first, with the generation of its last loss, and the others together', () => {
    const later = [three(2, ['1101', '1111', '1111'], [0.5, 0.85, 0.9]), three(3, ['1101', '1111', '1111'], [0.4, 0.85, 0.9])];
    expect(say(start, ...later)).toBe(
      'Generation 3: the fully synthetic loop has lost 1 of 4 modes, in generation 2 (recall 0.40, down from 0.90, beyond the noise floor). ' +
        'The synthetic augmentation and fresh data loops still make all 4 modes (recall 0.85, no clear change; 0.90, within the noise floor).',
    );
  });

  it('says once what is true of every loop', () => {
    expect(say(start, three(2, ['1111', '1111', '1111'], [0.87, 0.88, 0.9]))).toBe(
      'Generation 2: the fully synthetic, synthetic augmentation and fresh data loops still make all 4 modes (recall 0.87, 0.88 and 0.90, within the noise floor).',
    );
  });

  it('claims no loss and no change while the noise floor is not measured', () => {
    expect(sayWithout(start, three(2, ['1101', '1111', '1111'], [0.4, 0.9, 0.9]))).toBe(
      'Generation 2: the fully synthetic loop makes 3 of 4 modes (recall 0.40). The synthetic augmentation and fresh data loops still make all 4 modes (recall 0.90 and 0.90).',
    );
  });

  it('calls nothing lost that real samples lack as well', () => {
    const noise = floor({ modesAlive: { low: 3, high: 4 } });
    const words = plainText(narrate([start, three(2, ['1101', '1001', '1111'], [0.4, 0.9, 0.9])], experiment, true, noise).now);
    expect(words).toContain('fully synthetic loop makes 3 of 4 modes, and real samples may by chance show as few');
    expect(words).toContain('synthetic augmentation loop has lost 2 of 4 modes');
  });

  it('speaks of medians over replicates, and says where they disagree', () => {
    const { experiment: many } = parseExperiment({ replicates: 3, loop: 'fully-synthetic' });
    const frame = (generation: number, recalls: readonly number[], patterns: readonly string[]) =>
      frameOf(
        generation,
        recalls.map((recall, i) => laneOf('fully-synthetic', { replicate: i + 1, scores: { recall }, shares: aliveModes(patterns[i] ?? '') })),
      );
    const first = frame(1, [0.9, 0.9, 0.9], ['1111', '1111', '1111']);
    const tell = (now: Frame) => plainText(narrate([first, now], many, true, NOISE).now);
    expect(tell(frame(2, [0.4, 0.5, 0.9], ['1001', '1001', '1111']))).toBe(
      'Generation 2, median of 3 replicates: the fully synthetic loop makes 2 of 4 modes, down from 4, 2 to 4 in single replicates (recall 0.50, down from 0.90, beyond the noise floor in 2 of 3 replicates).',
    );
    expect(tell(frame(2, [0.4, 0.9, 0.9], ['1111', '1111', '1111']))).toContain(
      'recall 0.90, within the noise floor, though down in 1 of 3 replicates',
    );
    expect(tell(frame(2, [0.4, 0.4, 0.4], ['1111', '1111', '1111']))).toContain('recall 0.40, down from 0.90, beyond the noise floor)');
  });

  it('gives the loops in pieces of their own, to be coloured', () => {
    const { now: pieces } = narrate([start, three(2, ['0000', '1111', '1111'], [0, 0.9, 0.9])], experiment, true, NOISE);
    expect(pieces.filter(({ loop }) => loop).map(({ loop }) => loop)).toEqual(experiment.loop);
  });

  it('warns of a precision that only looks good', () => {
    const digits = parseExperiment({ model: 'vae', loop: 'fully-synthetic' }).experiment;
    const frame = (generation: number, scores: Record<string, number>) => frameOf(generation, [laneOf('fully-synthetic', { scores })]);
    const words = (precision: number, recall: number) =>
      plainText(narrate([frame(1, { precision: 0.8, recall: 0.7 }), frame(2, { precision, recall })], digits, true, NOISE).now);
    expect(words(1, 0)).toContain('The precision of 1 in the fully synthetic loop only looks good: the one blur it repeats');
    expect(words(0.9, 0)).not.toContain('only looks good');
    expect(words(1, 0.4)).not.toContain('only looks good');
  });

  it('speaks of the variance ratio where the data have no modes', () => {
    const frame = (generation: number) =>
      frameOf(
        generation,
        experiment.loop.map((loop) => laneOf(loop, { scores: { traceRatio: 0.5 } })),
      );
    expect(say(frame(1), frame(2))).toContain('has a variance ratio of 0.50, no clear change');
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
