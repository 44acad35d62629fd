import { datasetOf } from '../../../engine/chosen';
import type { Experiment } from '../../../engine/experiment';
import { percent, thousands } from '../../../format';
import type { TextFound } from '../../../protocol/messages';

/** Words of the real text around what was found in it. */
const AROUND = 5;

/** What the real text has of a generated name or piece, in sentences. */
export function foundWords(found: TextFound, experiment: Pick<Experiment, 'dataset'>): readonly string[] {
  if ('name' in found) return nameWords(found);
  const where = experiment.dataset === 'own-text' ? 'your text' : datasetOf(experiment).name;
  if (found.words === 0) return [`Nothing of it stands in ${where}.`];
  const place = `word ${thousands(found.at)} of ${thousands(found.of)} (${percent(found.at / found.of)})`;
  const before = found.before.split(' ').slice(-AROUND).join(' ');
  const after = found.after.split(' ').slice(0, AROUND).join(' ');
  const there = `“…\u00a0${before} [${found.copied}] ${after}\u00a0…”`;
  const first = found.isOfFirst ? 'Generation 1 learned from it, too.' : 'Generation 1 never read it.';
  if (found.words === 1) return [`Here alone: with no word beside it does it stand in ${where}, where it is, say, ${place}.`, first];
  return [`${thousands(found.words)} words copied from ${where}, ${place}: ${there}`, first];
}

function nameWords({ name, isReal, isOfFirst, nearest }: Extract<TextFound, { name: string }>): readonly string[] {
  if (name === '') return [];
  if (isOfFirst) return ['Generation 1 learned from this very one.'];
  if (isReal) return ['Generation 1 did not have it: it was made, or came with fresh data.'];
  return nearest ? [`The nearest real one is “${nearest.name}”, ${nearest.letters === 1 ? 'one letter' : `${nearest.letters} letters`} away.`] : [];
}
