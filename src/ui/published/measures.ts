import { GPT2_CURVES, type Measured, type Mix } from '../../presets/gpt2';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';

/** One thing that both measure. */
export interface Measure {
  readonly id: Measured;
  readonly name: string;
  /** what is said of in a sentence: "GPT-2’s vocabulary" */
  readonly noun: string;
  /** `ratio`: to the first generation; `share`: as it is */
  readonly drawn: 'ratio' | 'share';
  readonly scale: 'linear' | 'log';
  /** what each of the two counts */
  readonly counts: string;
  /** ours of a loop in a generation; null where there is none */
  ours(frame: Frame, loop: string): number | null;
}

const score = (id: string) => (frame: Frame, loop: string) => scoreOf(frame, loop, id)?.median ?? null;

/** Perplexity of bits, or of what a model's own training text surprises it by. */
const perplexity = (bits: number | null) => (bits === null ? null : 2 ** bits);

/** Of each model on the very text that it was fitted to: e to the mean surprise in nats. */
function ownPerplexity({ lanes }: Frame, loop: string): number | null {
  const surprises = lanes.flatMap(({ loop: id, fit }) => (id === loop && fit.objective !== null ? [-fit.objective] : [])).sort((a, b) => a - b);
  if (surprises.length === 0) return null;
  const middle = (surprises.length - 1) / 2;
  return Math.exp((surprises[Math.floor(middle)] + surprises[Math.ceil(middle)]) / 2);
}

export const MEASURES: readonly Measure[] = [
  {
    id: 'heldOut',
    name: 'Held-out perplexity',
    noun: 'perplexity',
    drawn: 'ratio',
    scale: 'log',
    counts: 'How much real text that was held out surprises each model. GPT-2: a token of new articles. Ours: a word, 2 to the held-out bits.',
    ours: (frame, loop) => perplexity(score('heldOutBits')(frame, loop)),
  },
  {
    id: 'vocabulary',
    name: 'Different words',
    noun: 'vocabulary',
    drawn: 'ratio',
    scale: 'linear',
    counts: 'GPT-2: in all 24,500 words that it writes. Ours: in 3,000.',
    ours: score('wordsAlive'),
  },
  {
    id: 'repeated',
    name: 'Four words said again',
    noun: 'share',
    drawn: 'share',
    scale: 'linear',
    counts:
      'Two shares, not of the same. GPT-2: of its passages of 64 tokens, those that say four words in a row twice. Ours: of all runs of four words, those that stood earlier in the text.',
    ours: score('rep4'),
  },
  {
    id: 'rare',
    name: 'Rare words',
    noun: 'share of rare words',
    drawn: 'ratio',
    scale: 'linear',
    counts: 'Words rare in the first training text that are still used. GPT-2: those that stand there once or twice. Ours: once.',
    ours: score('rareSurvival'),
  },
  {
    id: 'ownText',
    name: 'Perplexity of its own text',
    noun: 'own perplexity',
    drawn: 'ratio',
    scale: 'linear',
    counts:
      'The score that lies. Not the same measure: GPT-2, what it writes under its first model; ours, the text that each model learned from, under that model.',
    ours: ownPerplexity,
  },
];

/** Scores that the panel is made of. */
export const SCORES = ['heldOutBits', 'wordsAlive', 'rep4', 'rareSurvival', 'bitsUnderFirst'] as const;

export const MIXES: readonly { readonly id: Mix; readonly fresh: string; readonly loop: string }[] = [
  { id: 'replaced', fresh: '0\u00a0%', loop: 'fully-synthetic' },
  { id: 'fresh10', fresh: '10\u00a0%', loop: 'fresh-data' },
  { id: 'fresh50', fresh: '50\u00a0%', loop: 'fresh-data' },
];

/** A run of ours: `half`: with half fresh text, the kept one beside it; empty without one. */
export interface Ours {
  readonly run: readonly Frame[];
  readonly half: readonly Frame[];
}

export interface Point {
  readonly generation: number;
  /** as measured */
  readonly value: number;
  /** as drawn */
  readonly drawn: number;
}

export interface Line {
  readonly mix: Mix;
  readonly whose: 'GPT-2' | 'ours';
  /** how much of the training set is fresh, in words */
  readonly fresh: string;
  readonly loop: string;
  readonly points: readonly Point[];
}

function pointsOf(values: readonly (readonly [generation: number, value: number])[], drawn: Measure['drawn']): Point[] {
  const first = values[0]?.[1];
  return values.map(([generation, value]) => ({ generation, value, drawn: drawn === 'share' || first === undefined ? value : value / first }));
}

/** Published lines first, then ours that have a point. Round 0 is generation 1; ours without a first generation have no ratio, and no line. */
export function linesOf(measure: Measure, ours: Ours): Line[] {
  const published = MIXES.map(({ id: mix, fresh, loop }): Line => {
    const values = GPT2_CURVES[measure.id][mix].map((value, round) => [round + 1, value] as const);
    return { mix, whose: 'GPT-2', fresh, loop, points: pointsOf(values, measure.drawn) };
  });
  const live = MIXES.map(({ id: mix, fresh, loop }): Line => {
    const frames = mix === 'fresh50' ? ours.half : ours.run;
    const values = frames.flatMap((frame) => {
      const value = measure.ours(frame, loop);
      return value === null ? [] : [[frame.generation, value] as const];
    });
    return { mix, whose: 'ours', fresh, loop, points: values[0]?.[0] === 1 ? pointsOf(values, measure.drawn) : [] };
  });
  return [...published, ...live.filter(({ points }) => points.length > 0)];
}

export const lineOf = (lines: readonly Line[], mix: Mix, whose: Line['whose']): Line | undefined =>
  lines.find((line) => line.mix === mix && line.whose === whose);
