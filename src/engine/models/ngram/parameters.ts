import type { Experiment } from '../../experiment';
import { usualOrder } from '../../text/choice';
import type { Ngram } from './tree';

/** A fitted model: its training text, and what it writes with. */
export interface NgramParameters extends Ngram {
  /** mu */
  readonly smoothing: number;
  /** symbols of a sample of D_1, on average */
  readonly perSample: number;
}

/** What scores read off a model: its counts, by contexts of a length that is the same whatever the model's own. */
export function toScoreBy(parameters: NgramParameters, experiment: Pick<Experiment, 'dataset' | 'unit' | 'form'>): Ngram {
  const order = usualOrder(experiment);
  return order === parameters.order ? parameters : ofOrder(parameters, order);
}

const others = new WeakMap<Ngram, Ngram>();

function ofOrder(parameters: Ngram, order: number): Ngram {
  const known = others.get(parameters);
  if (known?.order === order) return known;
  const other = { ...parameters, order };
  others.set(parameters, other);
  return other;
}
