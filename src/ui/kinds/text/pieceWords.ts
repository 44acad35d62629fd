import type { ShownText } from '../../../engine/kinds/text';
import { countedNoun, type Nouns } from '../../text/pieceNouns';
import { bareWord, isReal, timesOf } from './marks';

const HOW_OFTEN = ['', 'once', 'twice'];
const often = (times: number): string => HOW_OFTEN[times] ?? `${times} times`;

/** What is told of a name, a line or a word: whether it is real, and whether it is not the only one. */
export function pieceWords(text: ShownText, place: number, nouns: Nouns): string[] {
  const { pieces, isRunning, count } = text;
  const real = isReal(text, place);
  const told =
    real === null ? [] : [real ? `a real ${nouns.one}` : isRunning ? `invented: no ${nouns.one} of the real text` : `invented: no real ${nouns.one}`];
  const times = timesOf(text, place);
  if (!isRunning) {
    const among = count === 1 ? `the only ${nouns.one}` : `${times === 1 ? 'the only one' : often(times)} among ${countedNoun(count, nouns)}`;
    return [...told, among];
  }
  const word = bareWord(pieces[place]);
  const before = pieces.slice(0, place).filter((piece) => bareWord(piece) === word).length;
  return [...told, before === 0 ? 'for the first time in this passage' : `said ${often(before)} before in this passage`];
}
