import { datasetOf } from '../chosen';
import type { Experiment } from '../experiment';
import { kinds } from '../kinds';
import { byId } from '../registry';

/** Fewer samples than these make no training set: max(2 K, d + 2) for K components in d dimensions. */
export function leastSamples(experiment: Experiment): number {
  const components = experiment.model === 'gaussian-mixture' ? experiment.components : 1;
  return Math.max(2 * components, byId(kinds, datasetOf(experiment).kind).width(experiment) + 2);
}
