import type { Score } from '../contracts';
import { meanBits } from '../models/ngram/probabilities';
import type { Ngram } from '../models/ngram/tree';
import { about } from './about';
import type { Metric } from './scene';

/** At which every model is read, whatever its own smoothing and bias. */
const SMOOTHING = 0.5;

function bitsOf(model: Ngram, line: Uint16Array, whyNone: string | null): Score {
  if (line.length === 0) return { undefined: whyNone ?? 'there is no such text' };
  const bits = meanBits(model, line, SMOOTHING);
  return bits === null ? { undefined: 'a symbol of it has no probability' } : { value: bits };
}

const NO_MODEL: Score = { undefined: 'reads a fitted model: two sets of real samples have none' };

/** Held-out text by the counts of the model's training set. */
export const heldOutBits: Metric = {
  ...about('heldOutBits'),
  compute: ({ models, reader, real }) =>
    models && reader?.text ? bitsOf(reader.text.modelToScoreBy(models.now), reader.text.heldOut, real.whyNone) : NO_MODEL,
};

/** Generated text, as it was made, by the counts of D_1. */
export const bitsUnderFirst: Metric = {
  ...about('bitsUnderFirst'),
  compute: ({ models, reader, samples }) =>
    models?.first && samples && reader?.text ? bitsOf(reader.text.modelToScoreBy(models.first), reader.text.symbols(samples), null) : NO_MODEL,
};
