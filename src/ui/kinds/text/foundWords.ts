import { datasetOf } from '../../../engine/chosen';
import type { Experiment } from '../../../engine/experiment';
import { percent, thousands } from '../../../format';
import type { TextFound } from '../../../protocol/messages';

/** What the real text has of a generated name or piece, in sentences. */
export function foundWords(found: TextFound, experiment: Pick<Experiment, 'dataset'>): readonly string[] {
  const where = datasetOf(experiment).name;
  if ('name' in found) return nameWords(found);
  if (found.words === 0) return [`Nothing of it stands in ${where}.`];
  const place = `word ${thousands(found.at)} of ${thousands(found.of)}, ${percent(found.at / found.of)} into what there is to learn`;
  const first = found.isOfFirst ? 'Generation 1 learned from it, too.' : 'The first training set does not have it.';
  if (found.words === 1) return [`The word stands in ${where}, for instance at ${place}; with what stands beside it here, it does not.`, first];
  return [
    `Copied: “${found.copied}” stands in ${where}, word for word: ${place}. There it reads: “… ${found.before} [${found.copied}] ${found.after} …”`,
    first,
  ];
}

function nameWords({ name, isReal, isOfFirst, nearest }: Extract<TextFound, { name: string }>): readonly string[] {
  if (name === '') return [];
  if (isOfFirst) return ['Generation 1 learned from this very one.'];
  if (isReal) return ['The first training set did not have it: it was made anew, or came with fresh data.'];
  if (!nearest) return [];
  return [`The nearest real one is “${nearest.name}”, ${nearest.letters === 1 ? 'one letter' : `${nearest.letters} letters`} away.`];
}
