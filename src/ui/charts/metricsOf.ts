import { catalogue } from '#catalogue';
import type { MetricDescription } from '../../engine/contracts';
import type { Experiment } from '../../engine/experiment';

/** Scores that mean something for the data of an experiment. */
export function metricsOf({ model, dataset }: Pick<Experiment, 'model' | 'dataset'>): readonly MetricDescription[] {
  const kind = catalogue.models.find(({ id }) => id === model)?.kind ?? 'points';
  const modes = catalogue.datasets.find(({ id }) => id === dataset)?.modes ?? 0;
  return catalogue.metrics.filter(({ kinds, needsModes }) => kinds.includes(kind) && (modes > 0 || !needsModes));
}
