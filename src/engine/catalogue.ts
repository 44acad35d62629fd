import { datasetOf, modelOf } from './chosen';
import { DATASETS } from './datasets/about';
import type {
  DatasetDescription,
  KindDescription,
  Loop,
  MetricDescription,
  ModelDescription,
  StepDescription,
  TruthDescription,
} from './descriptions';
import { KINDS } from './kinds/about';
import { loops } from './loops';
import { METRICS } from './metrics/about';
import { MODELS } from './models/about';
import { STEPS } from './steps/about';
import { truths } from './truths';

/** What there is, in words and data, without any code that computes it: what page, links, files and docs know of the engine. */
interface Catalogue {
  readonly kinds: readonly KindDescription[];
  readonly datasets: readonly DatasetDescription[];
  readonly models: readonly ModelDescription[];
  readonly loops: readonly Loop[];
  readonly steps: readonly StepDescription[];
  readonly metrics: readonly MetricDescription[];
  readonly truths: readonly TruthDescription[];
}

export const catalogue: Catalogue = { kinds: KINDS, datasets: DATASETS, models: MODELS, loops, steps: STEPS, metrics: METRICS, truths };

/** Whether a model computes in tensors there, in float32; otherwise it does in float64 on the processor. */
export function computesInTensors(model: string, rung: string): boolean {
  const { tensors } = modelOf({ model });
  return tensors === 'always' || (tensors === 'on a GPU' && rung === 'webgl');
}

/** The dataset that comes with a model. */
export const datasetFor = (model: string): string => modelOf({ model }).dataset;

/** Whether samples of a dataset are what a model learns. */
export const fits = (experiment: { readonly model: string; readonly dataset: string }): boolean =>
  modelOf(experiment).kind === datasetOf(experiment).kind;
