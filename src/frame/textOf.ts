import { plainName } from '../engine/names';

/** The plain name of the text of a run, by the raw values of its query; null where it is none of text. */
export function textOf(query: ReadonlyMap<string, string>): string | null {
  const [model, dataset] = ['model', 'dataset'].map((key) => plainName(query.get(key) ?? ''));
  const isText = /^(names|mobydick|addresses|owntext)$/.test(dataset);
  if (model === 'ngram') return isText ? dataset : 'names';
  return isText && model === '' ? dataset : null;
}
