import type { Chosen } from '../../engine/descriptions';
import { number, percent } from '../../format';
import { varietyNouns } from './pieceNouns';
import { scoreWords } from './scoreWords';

/** What a monitor watches, in the words of the data: of names no words, but names; of them a part may go, of other scores an amount. */
export function monitored(monitor: string, experiment: Chosen) {
  const isText = monitor === 'wordsAlive';
  const name = isText ? varietyNouns(experiment).many : scoreWords(monitor);
  return {
    /** "recall", "words alive", "different names" */
    name,
    /** with its verb */
    fall: `${name} ${isText ? 'fall' : 'falls'}`,
    by: (tolerance: number): string => (isText ? `over ${percent(tolerance)}` : `by over ${number(tolerance)}`),
  };
}
