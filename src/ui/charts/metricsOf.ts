import { catalogue } from '#catalogue';
import type { MetricDescription, TruthDescription } from '../../engine/contracts';
import type { Experiment } from '../../engine/experiment';

/** Scores that mean something for the data of an experiment. */
export function metricsOf({ model, dataset }: Pick<Experiment, 'model' | 'dataset'>): readonly MetricDescription[] {
  const kind = catalogue.models.find(({ id }) => id === model)?.kind ?? 'points';
  const modes = catalogue.datasets.find(({ id }) => id === dataset)?.modes ?? 0;
  return catalogue.metrics.filter(({ kinds, needsModes }) => kinds.includes(kind) && (modes > 0 || !needsModes));
}

/** Exact values of the fitted model that mean something for an experiment; those of the modes first, for they are the story of a mixture. */
export function truthsOf({ model, dataset, components }: Pick<Experiment, 'model' | 'dataset' | 'components'>): readonly TruthDescription[] {
  const modes = catalogue.datasets.find(({ id }) => id === dataset)?.modes ?? 0;
  const isOneGaussian = model === 'gaussian' || components === 1;
  const between = isOneGaussian && dataset === 'gaussian' ? 'gaussians' : 'mixtures';
  const known = catalogue.truths.filter(
    (truth) =>
      truth.models.includes(model) && (truth.between === 'any' || truth.between === between) && (!truth.needsModes || (modes > 0 && !isOneGaussian)),
  );
  return [...known.filter(({ needsModes }) => needsModes), ...known.filter(({ needsModes }) => !needsModes)];
}

export const isScore = (id: string): boolean => catalogue.metrics.some((metric) => metric.id === id);
