import type { Chosen } from '../../../engine/descriptions';
import { percent, thousands } from '../../../format';
import type { TextFound } from '../../../protocol/messages';
import { countedCharacters, countedNoun, pieceNouns, sourceName } from '../../text/pieceNouns';
import { written } from './marks';

type NameFound = Extract<TextFound, { name: string }>;
type PassageFound = Exclude<TextFound, NameFound>;

/** Words of the real text around what was found in it. */
const AROUND = 5;

/** What the real text has of a generated name or piece, in sentences. */
export const foundWords = (found: TextFound, experiment: Chosen): readonly string[] =>
  'name' in found ? nameWords(found, experiment) : passageWords(found, experiment);

/** The real ones are known, held-out ones too; where a name came from later is not. */
function nameWords({ name, isReal, isOfFirst, nearest }: NameFound, experiment: Chosen): readonly string[] {
  if (name === '') return [];
  const { one, many } = pieceNouns(experiment);
  if (isOfFirst) return [`One of the real ${many} that generation 1 learned from.`];
  if (isReal) return [`One of the real ${many}, but none that generation 1 learned from: it was made, or came with later real data.`];
  if (!nearest) return [];
  const real = written({ pieces: [nearest.name], isRunning: false }, 0);
  return [`No real ${one} is nearer to it than “${real}”: ${countedCharacters(nearest.letters, experiment)} to change, add or take out.`];
}

/** Where it stands: of several such places the first one is told. */
function placeWords({ at, of }: PassageFound): string {
  const share = at / of;
  return `word or mark ${thousands(at)} of the ${thousands(of)} to learn from (${share > 0 && share < 0.005 ? '<1\u00a0%' : percent(share)})`;
}

function passageWords(found: PassageFound, experiment: Chosen): readonly string[] {
  const { words, of, before, after, copied, isOfFirst } = found;
  const source = sourceName(experiment);
  if (words === 0) return [`It does not stand among the ${thousands(of)} words and marks of ${source} to learn from.`];
  if (words === 1) {
    return [
      `It stands in ${source}, first as ${placeWords(found)}, but next to neither of its neighbours here.`,
      isOfFirst ? 'Generation 1 learned from it.' : 'It is not in what generation 1 learned from.',
    ];
  }
  const there = [
    `“…\u00a0${before.split(' ').slice(-AROUND).join(' ')}`.trimEnd(),
    `[${copied}]`,
    `${after.split(' ').slice(0, AROUND).join(' ')}\u00a0…”`,
  ];
  return [
    `The same ${countedNoun(words, pieceNouns(experiment))} in a row stand in ${source}, first from ${placeWords(found)} on: ${there.join(' ')}`,
    isOfFirst ? 'Generation 1 learned from them.' : 'They are not, in a row, in what generation 1 learned from.',
  ];
}
