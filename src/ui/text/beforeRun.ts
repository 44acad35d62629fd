import { dataWords } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { thousands } from '../../format';
import { samplesNoun } from './pieceNouns';
import { type Piece, plainText } from './pieces';

/** What is told of a generation; later parts may be empty. */
export interface Story {
  /** what there is now, and how it changed since generation 1 */
  readonly now: readonly Piece[];
  /** what changed since the reader last changed a setting */
  readonly since: readonly Piece[];
  /** what usually follows, by whom */
  readonly outlook: readonly Piece[];
}

/** Before there is a generation. */
export const firstHeadline = (started: boolean): Piece[] => [
  { text: started ? 'These are real data: generation 1 learns from them.' : 'These are real data. Press Run, and a first model learns from them.' },
];

/** As above. */
export function firstStory(experiment: Experiment, started: boolean): Story {
  const data = dataWords(experiment);
  const things = samplesNoun(experiment);
  const which = data.includes(things) ? '' : ` (${data})`;
  const text = `${started ? 'Generation 1' : 'The first model'} learns from ${thousands(experiment.initialReal)} of these ${things}${which}, every later model from what models before it made.`;
  return { now: [{ text }], since: [], outlook: [] };
}

/** All of it as one text. */
export const storyText = ({ now, since, outlook }: Story): string =>
  [now, since, outlook]
    .map(plainText)
    .filter((text) => text !== '')
    .join(' ');
