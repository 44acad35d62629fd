import { catalogue, datasetOf, kindOf, modelOf } from '../../engine/catalogue';
import type { MetricDescription, TruthDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';

/** Scores that mean something for the data of an experiment. */
export function metricsOf(experiment: Pick<Experiment, 'model' | 'dataset'>): readonly MetricDescription[] {
  const kind = kindOf(experiment).id;
  const { modes } = datasetOf(experiment);
  return catalogue.metrics.filter(({ kinds, needsModes }) => kinds.includes(kind) && (modes > 0 || !needsModes));
}

/** Exact values of the fitted model that mean something for an experiment; those of the modes first, for they are the story of a mixture. */
export function truthsOf(experiment: Pick<Experiment, 'model' | 'dataset' | 'components'>): readonly TruthDescription[] {
  const { modes, components } = datasetOf(experiment);
  const isOneGaussian = modelOf(experiment).isOneGaussian || experiment.components === 1;
  const between = isOneGaussian && components === 1 ? 'gaussians' : 'mixtures';
  const known = catalogue.truths.filter(
    (truth) =>
      truth.models.includes(experiment.model) &&
      (truth.between === 'any' || truth.between === between) &&
      (!truth.needsModes || (modes > 0 && !isOneGaussian)),
  );
  return [...known.filter(({ needsModes }) => needsModes), ...known.filter(({ needsModes }) => !needsModes)];
}

export const isScore = (id: string): boolean => catalogue.metrics.some((metric) => metric.id === id);
