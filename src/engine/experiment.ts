import { catalogue } from '#catalogue';
import type { KindDescription } from './kinds/kind';
import { type Change, type Settings, settingsAt } from './settings';

/** Everything that a run depends on. Keys, ranges and defaults: `SCHEMA`. */
export interface Experiment extends Settings {
  readonly v: number;
  readonly model: string;
  readonly dataset: string;
  readonly dim: number;
  /** data of `dataset=drawn`, as in `pointsText.ts`; '' = the example */
  readonly points: string;
  readonly loop: readonly string[];
  readonly initialReal: number;
  readonly evaluation: number;
  readonly generations: number;
  readonly replicates: number;
  readonly seed: number;
  readonly scores: readonly string[];
  readonly k: number;
  readonly covariance: string;
  readonly components: number;
  readonly resolution: number;
  readonly units: number;
  readonly latent: number;
  readonly beta: number;
  readonly decode: string;
  /** in the order of their generations */
  readonly changes: readonly Change[];
  readonly backend: string;
}

export type Key = keyof Experiment;

/** What was repaired (page) or refused (commands). */
export interface Note {
  readonly key: string;
  readonly value: string;
  /** what is wrong and what is allowed: the one line of a command that refuses it */
  readonly problem: string;
  /** the problem, and what was taken instead */
  readonly message: string;
  /** of how many others this one tells; their keys are in `value` */
  readonly more?: number;
}

interface KeyCommon {
  readonly label: string;
  readonly live: boolean;
  /** Whether the key means anything in this experiment; others keep their default. */
  readonly applies: (experiment: Experiment) => boolean;
  /** The key on which that depends; of most the model. */
  readonly onlyWith?: 'dataset';
}

export interface NumberKey extends KeyCommon {
  readonly type: 'integer' | 'number';
  readonly min: number;
  readonly max: number;
  /** Highest value on the page, where it differs. */
  readonly pageMax?: number;
  /** End of the slider until *advanced* is open, where it differs. */
  readonly sliderMax?: number;
  readonly scale: 'linear' | 'log';
  readonly allowed?: readonly number[];
  readonly fallback: (chosen: Chosen) => number;
}

export interface ChoiceKey extends KeyCommon {
  readonly type: 'choice' | 'list';
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly fallback: (chosen: Chosen) => string;
}

interface PointsKey extends KeyCommon {
  readonly type: 'points';
  readonly fallback: (chosen: Chosen) => string;
}

interface ChangesKey extends KeyCommon {
  readonly type: 'changes';
}

/** The choices on which other defaults depend. */
interface Chosen {
  readonly model: string;
  readonly dataset: string;
}

export type KeySpec = NumberKey | ChoiceKey | PointsKey | ChangesKey;

const always = () => true;
const isImages = (chosen: Chosen) => chosen.model === 'vae';

/** What the samples of an experiment are. */
export function kindOf({ model }: Pick<Experiment, 'model'>): KindDescription {
  const kind = catalogue.models.find(({ id }) => id === model)?.kind;
  return catalogue.kinds.find(({ id }) => id === kind) ?? catalogue.kinds[0];
}
const named = (entries: readonly { id: string; name: string }[]) => entries.map(({ id, name }) => ({ id, name }));
const options = (...ids: string[]) => ids.map((id) => ({ id, name: id }));
const datasetOf = (id: string) => catalogue.datasets.find((dataset) => dataset.id === id);

function count(label: string, range: Partial<NumberKey>): NumberKey {
  return { type: 'integer', label, live: false, applies: always, min: 0, max: 20000, scale: 'linear', fallback: () => 0, ...range };
}

/** The one schema: page, link, headless commands, files and docs all read it. Keys in the order in which links write them. */
export const SCHEMA = {
  v: count('Version', { min: 1, max: 1, fallback: () => 1 }),
  model: {
    type: 'choice',
    label: 'Model',
    live: false,
    applies: always,
    options: named(catalogue.models),
    fallback: () => 'gaussian-mixture',
  },
  dataset: {
    type: 'choice',
    label: 'Dataset',
    live: false,
    applies: always,
    options: named(catalogue.datasets),
    fallback: ({ model }) => catalogue.models.find(({ id }) => id === model)?.dataset ?? 'ring',
  },
  dim: count('Dimensions', {
    min: 1,
    max: 100,
    fallback: () => 2,
    applies: ({ dataset }) => dataset === 'gaussian',
  }),
  points: {
    type: 'points',
    label: 'Your own data',
    live: false,
    onlyWith: 'dataset',
    applies: ({ dataset }) => dataset === 'drawn',
    fallback: () => '',
  },
  loop: {
    type: 'list',
    label: 'Loops',
    live: false,
    applies: always,
    options: named(catalogue.loops),
    // fixed: a loop added later must not join the links of before
    fallback: () => 'fully-synthetic,synthetic-augmentation,fresh-data',
  },
  memory: {
    type: 'choice',
    label: 'Memory',
    live: true,
    applies: always,
    options: [
      { id: 'previous', name: 'Previous generation' },
      { id: 'all', name: 'All generations' },
      { id: 'subsample', name: 'Random subset' },
      { id: 'last', name: 'Last generations' },
    ],
    fallback: () => 'previous',
  },
  span: count('Generations remembered', {
    live: true,
    min: 1,
    max: 100,
    scale: 'log',
    fallback: () => 5,
    applies: ({ memory, changes }) => [memory, ...changes.map(({ settings }) => settings.memory)].includes('last'),
  }),
  initialReal: count('Initial real samples', {
    min: 10,
    scale: 'log',
    fallback: (chosen) => kindOf(chosen).defaults.initialReal,
  }),
  real: count('Fresh real samples per generation', {
    live: true,
    scale: 'log',
    fallback: (chosen) => kindOf(chosen).defaults.real,
    applies: ({ loop }) => loop.some((id) => catalogue.loops.find((entry) => entry.id === id)?.parts.includes('fresh')),
  }),
  synthetic: count('Synthetic samples per generation', {
    live: true,
    min: 10,
    scale: 'log',
    fallback: (chosen) => kindOf(chosen).defaults.synthetic,
  }),
  bias: {
    type: 'number',
    label: 'Sampling bias λ',
    live: true,
    applies: always,
    min: 0,
    max: 1.5,
    sliderMax: 1,
    scale: 'linear',
    fallback: () => 1,
  },
  evaluation: count('Evaluation samples', {
    min: 50,
    max: 10000,
    scale: 'log',
    fallback: () => 1000,
  }),
  generations: count('Generations', {
    min: 1,
    max: 2000,
    scale: 'log',
    fallback: (chosen) => kindOf(chosen).defaults.generations,
  }),
  replicates: count('Replicates', { min: 1, max: 10000, pageMax: 256, fallback: () => 1 }),
  seed: count('Seed', { max: 4294967295, fallback: () => 1 }),
  scores: {
    type: 'list',
    label: 'Scores',
    live: false,
    applies: always,
    options: named(catalogue.metrics),
    fallback: () => 'all',
  },
  k: count('Neighbours k', { min: 1, max: 20, fallback: () => 5 }),
  covariance: {
    type: 'choice',
    label: 'Covariance',
    live: false,
    applies: ({ model }) => model === 'gaussian',
    options: [
      { id: 'unbiased', name: 'Unbiased, 1/(n − 1)' },
      { id: 'mle', name: 'Maximum likelihood, 1/n' },
    ],
    fallback: () => 'unbiased',
  },
  components: count('Components', {
    min: 1,
    max: 32,
    fallback: ({ dataset }) => datasetOf(dataset)?.components || 1,
    applies: ({ model }) => model === 'gaussian-mixture',
  }),
  resolution: count('Resolution', {
    min: 14,
    max: 28,
    allowed: [14, 28],
    fallback: () => 14,
    applies: isImages,
  }),
  units: count('Hidden units', {
    min: 16,
    max: 512,
    scale: 'log',
    fallback: () => 128,
    applies: isImages,
  }),
  latent: count('Latent dimensions', { min: 2, max: 32, fallback: () => 16, applies: isImages }),
  steps: count('Optimiser steps', {
    live: true,
    min: 10,
    scale: 'log',
    fallback: () => 400,
    applies: isImages,
  }),
  beta: {
    type: 'number',
    label: 'β',
    live: false,
    applies: isImages,
    min: 0,
    max: 4,
    scale: 'linear',
    fallback: () => 0.5,
  },
  decode: {
    type: 'choice',
    label: 'Decoder output',
    live: false,
    applies: isImages,
    options: [
      { id: 'mean', name: 'Mean' },
      { id: 'sample', name: 'Sampled pixels' },
    ],
    fallback: () => 'mean',
  },
  changes: {
    type: 'changes',
    label: 'Changes',
    live: false,
    applies: always,
  },
  backend: {
    type: 'choice',
    label: 'Backend',
    live: false,
    applies: always,
    options: options('auto', 'webgl', 'wasm', 'cpu'),
    fallback: () => 'auto',
  },
} as const satisfies Record<Key, KeySpec>;

export const KEYS = Object.keys(SCHEMA) as readonly Key[];

/** The live keys, those of `Settings`. */
export const LIVE_KEYS = KEYS.filter((key): key is keyof Settings => SCHEMA[key].live);

/**
 * The first live key that was off its default in some generation up to `t` and is none of `accounted`: what is said of a run, by a law or in a
 * sentence, holds for the keys that it names and for the defaults of all others. Null where there is none. Keys without effect don't count.
 */
export function unaccounted(experiment: Experiment, t: number, accounted: readonly (keyof Settings)[]): keyof Settings | null {
  const starts = [1, ...experiment.changes.map(({ generation }) => generation)].filter((generation) => generation <= t);
  // what comes later says nothing of now
  const inForce = starts.map((generation) => ({ ...settingsAt(experiment, generation), changes: [] }));
  const isOff = (key: keyof Settings) =>
    inForce.some((settings) => SCHEMA[key].applies(settings) && settings[key] !== SCHEMA[key].fallback(experiment));
  return LIVE_KEYS.find((key) => !accounted.includes(key) && isOff(key)) ?? null;
}
