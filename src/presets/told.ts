import type { Experiment } from '../engine/experiment';
import { loopNamed } from '../engine/loops/named';
import type { Brief } from './preset';
import { presetOf } from './presetOf';
import type { Expected, Reading } from './readings';
import { threeDigits } from './threeDigits';

/** What a source gives for a reading. */
export interface Told {
  readonly reading: Omit<Reading, 'id' | 'expected'>;
  readonly expected: Omit<Expected, 'within'>;
}

const toldOf = ({ told }: Brief, score: string): readonly Told[] => told.filter(({ reading }) => reading.value === score);

/** What is told of a score, or of an exact value, as long as the experiment is a preset's: of any other nothing is told. */
export function toldFor(experiment: Experiment, score: string): readonly Told[] {
  const preset = presetOf(experiment);
  return preset ? toldOf(preset, score) : [];
}

/** The score that the experiment's preset tells of first, where anything is told of it; null for any other. */
export function toldScoreOf(experiment: Experiment): string | null {
  const preset = presetOf(experiment);
  return preset && toldOf(preset, preset.score).length > 0 ? preset.score : null;
}

/** "for generations 31 to 40" */
const whenWords = ([first, last]: Reading['generations']) => (first === last ? `at generation ${last}` : `for generations ${first} to ${last}`);

/** A told value as the chart of its score has it: where it lies, for which generations it holds, and what is written at it. */
export interface ToldLine {
  readonly value: number;
  readonly generations: Reading['generations'];
  readonly long: string;
  readonly short: string;
  /** whose number it is */
  readonly by: string;
}

export const toldLine = ({ reading: { generations, over, outOf, loop }, expected }: Told): ToldLine => {
  const value = outOf === undefined ? expected.value : outOf / expected.value;
  const text = outOf === undefined ? expected.printed : `${outOf}/${expected.printed} = ${threeDigits(value)}`;
  const whose = loop === undefined ? '' : ` (${loopNamed(loop)?.short ?? loop})`;
  return { value, generations, long: `told${whose} ${whenWords(generations)}: ${text}, a ${over}`, short: `told${whose}: ${text}`, by: expected.by };
};
