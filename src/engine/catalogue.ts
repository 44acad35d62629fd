import type { DatasetDescription, Loop, MetricDescription, ModelDescription, TruthDescription } from './contracts';
import { datasets } from './datasets';
import { kinds } from './kinds';
import type { KindDescription } from './kinds/kind';
import { loops } from './loops';
import { metrics } from './metrics';
import { models } from './models';
import { truths } from './truths';

/**
 * What the registries hold, as plain data without any implementation. The page imports this as `#catalogue`; its build replaces the
 * module by the data (vite.config.ts), so that no model or metric code lands in the page's bundle.
 */
export interface Catalogue {
  readonly kinds: readonly KindDescription[];
  readonly datasets: readonly DatasetDescription[];
  readonly models: readonly ModelDescription[];
  readonly loops: readonly Loop[];
  readonly metrics: readonly MetricDescription[];
  readonly truths: readonly TruthDescription[];
}

/** Own enumerable plain data of a registry entry: its functions stay behind. */
function describe<Description>(entry: Description): Description {
  return JSON.parse(JSON.stringify(entry)) as Description;
}

export const catalogue: Catalogue = {
  kinds: kinds.map(describe<KindDescription>),
  datasets: datasets.map(describe<DatasetDescription>),
  models: models.map(({ theory: _, ...model }) => describe<ModelDescription>(model)),
  loops: loops.map(describe<Loop>),
  metrics: metrics.map(describe<MetricDescription>),
  truths: truths.map(describe<TruthDescription>),
};
