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
  it('says before the first generation what it will learn from', () => {
    expect(plainText(narrate([], experiment, false, null).now)).toBe(
      'The first model learns from 64 of these points (ring), every later model from what models before it made.',
    );
    expect(plainText(narrate([], experiment, true, null).now)).toContain('Generation 1 learns from 64');
    const book = parseExperiment({ dataset: 'addresses' }).experiment;
    expect(plainText(narrate([], book, true, null).now)).toContain('of these words and marks (State of the Union), every later');
  });

  it('says that generation 1 is the same in every loop, and no more', () => {
    expect(say(start)).toBe(
      'Generation 1 is trained on real data alone, the same in every loop: it makes all 4 modes (recall 0.90, within the noise floor).',
    );
    expect(narrate([start], experiment, true, NOISE)).toMatchObject({ since: [], outlook: [] });
  });

  it('names the loop that lost most first, with the generation of its last loss, and the others together', () => {
    const later = [2, 3, 4].map((generation) => three(generation, ['1101', '1111', '1111'], [generation === 4 ? 0.4 : 0.5, 0.85, 0.9]));
    expect(say(start, ...later)).toBe(
      'Generation 4: the fully synthetic loop has lost 1 of 4 modes, in generation 2 (recall 0.40, down from 0.90, beyond the noise floor). ' +
        'The synthetic augmentation and fresh data loops still make all 4 modes (recall 0.85, no clear change; 0.90, within the noise floor).',
    );
  });

  it('calls a mode lost when it is gone for three generations, and says what there is until then', () => {
    const frames = [start, ...[2, 3].map((generation) => three(generation, ['1101', '1111', '1111'], [0.5, 0.9, 0.9]))];
    expect(say(...frames)).toContain('the fully synthetic loop makes 3 of 4 modes now (recall');
    expect(say(...frames, three(4, ['1001', '1111', '1111'], [0.5, 0.9, 0.9]))).toContain('has lost 1 of 4 modes, in generation 2, and makes 2 now');
  });

  it('says of a recall that jumped up and found nothing what it was, and not of one that found something', () => {
    const { experiment: one } = parseExperiment({ loop: 'fully-synthetic' });
    const at = (generation: number, recall: number, coverage: number, modes: string) =>
      frameOf(generation, [laneOf('fully-synthetic', { shares: aliveModes(modes), scores: { recall, coverage } })]);
    const tell = (...frames: readonly Frame[]) => plainText(narrate(frames, one, true, NOISE).now);
    const begin = [at(1, 0.9, 0.9, '1111'), at(2, 0.05, 0.08, '1100')];
    expect(tell(...begin, at(3, 0.36, 0.09, '1000'), at(4, 0.04, 0.08, '1000'))).toContain(
      ' In generation 3 recall of the fully synthetic loop jumped from 0.050 to 0.36 and nothing had come back (coverage 0.090): where little is left, a few stray samples count for much.',
    );
    expect(tell(...begin, at(3, 0.36, 0.3, '1100'))).not.toContain('jumped');
    expect(tell(...begin, at(3, 0.36, 0.09, '1110'))).not.toContain('jumped');
    expect(plainText(narrate([...begin, at(3, 0.36, 0.09, '1100')], one, true, null).now)).not.toContain('jumped');
  });

  it('says what usually follows where that is new and at the end, not all the time', () => {
    const { experiment: one } = parseExperiment({ loop: 'fully-synthetic', generations: 6, changes: '4:bias=0.8' });
    const frames = [1, 2, 3, 4, 5, 6].map((generation) => frameOf(generation, [laneOf('fully-synthetic', { scores: { recall: 0.9 } })]));
    const told = frames.map((_, i) => plainText(narrate(frames.slice(0, i + 1), one, true, NOISE).outlook).slice(0, 12));
    expect(told).toEqual(['', 'In the Natur', '', 'In the MAD p', '', 'In the MAD p']);
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
    const frames = [start, ...[2, 3, 4].map((generation) => three(generation, ['1101', '1001', '1111'], [0.4, 0.9, 0.9]))];
    const words = plainText(narrate(frames, experiment, true, noise).now);
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
