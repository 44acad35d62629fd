import { DATASETS } from './datasets/about';
import type { Chosen, DatasetDescription, Defaults, KindDescription, ModelDescription } from './descriptions';
import { KINDS } from './kinds/about';
import { MODELS } from './models/about';

/** What is said of the model of an experiment, the first where there is none such. */
export const modelOf = ({ model }: { readonly model: string }): ModelDescription => MODELS.find(({ id }) => id === model) ?? MODELS[0];

export const datasetOf = ({ dataset }: { readonly dataset: string }): DatasetDescription => DATASETS.find(({ id }) => id === dataset) ?? DATASETS[0];

/** What the samples of an experiment are; where its dataset calls something otherwise, in its words: always the same object. */
export function kindOf(experiment: { readonly model: string; readonly dataset?: string }): KindDescription {
  const { kind } = modelOf(experiment);
  const plain = KINDS.find(({ id }) => id === kind) ?? KINDS[0];
  const dataset = DATASETS.find(({ id, ofKind }) => id === experiment.dataset && ofKind);
  if (!dataset || dataset.kind !== plain.id) return plain;
  const known = kindsOf.get(dataset) ?? { ...plain, ...dataset.ofKind, words: { ...plain.words, ...dataset.ofKind?.words } };
  kindsOf.set(dataset, known);
  return known;
}

const kindsOf = new Map<DatasetDescription, KindDescription>();

/** How many samples and generations an experiment has unless it says so. */
export const defaultsOf = (chosen: Chosen): Defaults => ({ ...kindOf(chosen).defaults, ...datasetOf(chosen).defaults?.(chosen) });

/** The name of its data within a sentence. */
export function dataWords(experiment: { readonly dataset: string }): string {
  const { name, isNamed } = datasetOf(experiment);
  return isNamed ? name : name.toLowerCase();
}

/** Several samples of an experiment, in a sentence. */
export const manyOf = (experiment: Chosen): string => datasetOf(experiment).many ?? kindOf(experiment).many;

/** Whether the samples of an experiment are pieces of running text, and not each a whole: a name, a line. */
export const isRunningText = (experiment: Pick<Chosen, 'dataset' | 'form'>): boolean =>
  datasetOf(experiment).isRunning ?? (experiment.dataset === 'own-text' && experiment.form === 'running');
