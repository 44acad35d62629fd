import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../engine/experimentText';
import { GPT2_CURVES, GPT2_OTHER_WORDS_AT_END } from '../../presets/gpt2';
import { PRESETS } from '../../presets/presets';
import type { Frame } from '../../results/frame';
import { frameOf, laneOf } from '../../store/testing/frames';
import { chartPlane, chartShapes, lineName } from './draw';
import { type Line, lineOf, linesOf, MEASURES, type Measure, SCORES } from './measures';
import { besides, sentenceOf } from './sentences';

const NONE = { run: [], half: [] };

function measureOf(id: string): Measure {
  const measure = MEASURES.find((candidate) => candidate.id === id);
  if (!measure) throw new Error(id);
  return measure;
}

const lane = (loop: string, words: number, bits: number, nats: number) =>
  laneOf(loop, {
    scores: { wordsAlive: words, heldOutBits: bits, rep4: 0.1, rareSurvival: words / 4000, bitsUnderFirst: 2 + words / 1000 },
    fit: { iterations: 0, objective: -nats, converged: true, floorReached: false },
  });

/** Both loops begin alike. */
const FRAMES: readonly Frame[] = [
  frameOf(1, [lane('fully-synthetic', 1000, 13, 0.7), lane('fresh-data', 1000, 13, 0.7)]),
  frameOf(2, [lane('fully-synthetic', 800, 14, 0.6), lane('fresh-data', 900, 13.5, 0.65)]),
];
const HALF = [frameOf(1, [lane('fresh-data', 1000, 13, 0.7)]), frameOf(2, [lane('fresh-data', 990, 13.1, 0.7)])];

describe('published curves', () => {
  it('have five rounds each, and one beginning', () => {
    for (const mixes of Object.values(GPT2_CURVES)) {
      for (const rounds of Object.values(mixes)) {
        expect(rounds).toHaveLength(5);
        expect(rounds[0]).toBe(mixes.replaced[0]);
      }
    }
  });

  it('agree with the end values that are published besides: of all words and of the rare the rest follows', () => {
    const RARE_TYPES = 4152.33;
    for (const [mix, told] of Object.entries(GPT2_OTHER_WORDS_AT_END)) {
      const of = (round: number) =>
        GPT2_CURVES.vocabulary[mix as keyof typeof GPT2_OTHER_WORDS_AT_END][round] -
        RARE_TYPES * GPT2_CURVES.rare[mix as keyof typeof GPT2_OTHER_WORDS_AT_END][round];
      expect(of(4) / of(0)).toBeCloseTo(told, 2);
    }
  });
});

describe('lines', () => {
  it('are GPT-2’s alone before a run, as ratios to their first round, a share as it is', () => {
    const lines = linesOf(measureOf('heldOut'), NONE);
    expect(lines.map(lineName)).toEqual(['GPT-2 0\u00a0%', 'GPT-2 10\u00a0%', 'GPT-2 50\u00a0%']);
    expect(lines[0].points[0]).toEqual({ generation: 1, value: 38.016, drawn: 1 });
    expect(lines[0].points[4].drawn).toBeCloseTo(1.523, 3);
    expect(linesOf(measureOf('repeated'), NONE)[0].points[4].drawn).toBe(0.365);
  });

  it('of ours grow with the run, and half fresh comes from the run beside it', () => {
    const words = measureOf('vocabulary');
    const drawn = (lines: readonly Line[], mix: Line['mix']) => lineOf(lines, mix, 'ours')?.points.map((point) => point.drawn);
    const first = linesOf(words, { run: FRAMES.slice(0, 1), half: [] });
    expect(drawn(first, 'replaced')).toEqual([1]);
    expect(drawn(first, 'fresh50')).toBeUndefined();
    const both = linesOf(words, { run: FRAMES, half: HALF });
    expect([drawn(both, 'replaced'), drawn(both, 'fresh10'), drawn(both, 'fresh50')]).toEqual([
      [1, 0.8],
      [1, 0.9],
      [1, 0.99],
    ]);
    // one bit more is twice the perplexity; what a model has learned from is in nats
    expect(drawn(linesOf(measureOf('heldOut'), { run: FRAMES, half: [] }), 'replaced')).toEqual([1, 2]);
    expect(drawn(linesOf(measureOf('ownText'), { run: FRAMES, half: [] }), 'replaced')?.[1]).toBeCloseTo(Math.exp(-0.1), 12);
  });

  it('of ours are left out where scores are missing', () => {
    expect(linesOf(measureOf('vocabulary'), { run: [frameOf(1, [laneOf('fully-synthetic')])], half: [] })).toHaveLength(3);
    expect(linesOf(measureOf('vocabulary'), { run: FRAMES.slice(1), half: [] })).toHaveLength(3);
  });

  it('are drawn with a name at each end, GPT-2’s dashed', () => {
    for (const measure of MEASURES) {
      const lines = linesOf(measure, { run: FRAMES, half: HALF });
      for (const width of [260, 1000]) {
        const plane = chartPlane(measure, lines, 5, { width, height: 156, em: 12 });
        const shapes = chartShapes(lines, plane, 12);
        const paths = shapes.filter((shape) => shape.kind === 'path' && shape.data?.[0] === 'line');
        expect(paths.map((path) => path.strokeDasharray !== '')).toEqual([true, true, true, false, false, false]);
        const names = shapes.flatMap((shape) => (shape.kind === 'words' ? [shape.parts[0].text] : []));
        expect(names).toEqual(expect.arrayContaining(lines.map(lineName)));
        expect(JSON.stringify(shapes)).not.toMatch(/null|NaN/);
      }
    }
  });
});

describe('in words', () => {
  const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');
  const said = (id: string, ours: Parameters<typeof linesOf>[1]) => plain(sentenceOf(measureOf(id), linesOf(measureOf(id), ours)));

  it('stands what is published until there is a run, and then both at the same generation', () => {
    expect(said('vocabulary', NONE)).toBe('GPT-2’s vocabulary falls to 61 %; with 10 % fresh text to 73 %; with 50 % fresh text to 102 %.');
    expect(said('vocabulary', { run: FRAMES.slice(0, 1), half: [] })).toBe('Generation 1: here both begin.');
    expect(said('vocabulary', { run: FRAMES, half: HALF })).toBe(
      'By generation 2 both fall: GPT-2’s vocabulary to 89 %, ours to 80 %; with 10 % fresh text to 93 % and 90 %; with 50 % fresh text to 105 % and 99 %.',
    );
  });

  it('that they part is said', () => {
    const other = [FRAMES[0], frameOf(2, [lane('fully-synthetic', 1200, 13, 0.7)])];
    expect(said('vocabulary', { run: other, half: [] })).toMatch(
      /^By generation 2 they part: GPT-2’s vocabulary falls to 89 %, ours rises to 120 %;/,
    );
    expect(said('heldOut', { run: other, half: [] })).toMatch(/they part: GPT-2’s perplexity rises to 110 %, ours stays at 100 %;/);
  });

  it('the measure of GPT-2’s own-text curve is told of ours, whichever way it goes', () => {
    const own = measureOf('ownText');
    expect(besides(own, { run: FRAMES.slice(0, 1), half: [] })).toBeNull();
    expect(besides(own, { run: FRAMES, half: [] })).toContain(
      'ours falls, too: under its first model our text takes 3 bits a word at generation 1, 2.80 at 2.',
    );
    const up = [FRAMES[1], frameOf(2, FRAMES[0].lanes)];
    expect(besides(own, { run: up, half: [] })).toContain('ours goes the other way');
    expect(plain(besides(measureOf('rare'), { run: FRAMES, half: [] }))).toContain(
      'GPT-2’s to 66 %, 79 % with 10 %, 114 % with 50 % at its end; ours, all words together, to 80 % by generation 2.',
    );
  });
});

it('the preset computes every score that the panel is made of, and so does what stands beside it', () => {
  const preset = PRESETS.find(({ published }) => published?.id === 'gpt2');
  for (const query of [preset?.query, preset?.beside?.query])
    expect(parseQuery(query ?? '').experiment.scores).toEqual(expect.arrayContaining([...SCORES]));
});
