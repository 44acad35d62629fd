import { kindOf } from '../catalogue';
import { METRICS } from '../metrics/about';
import { always, type Chosen, count, type HelpOf, type Keys, MAD, NO_FORMULA, type Option, OURS, type WordsOf } from './key';

/** How long and how often it runs, and how it is scored. */
export const RUN_KEYS = {
  evaluation: count('Evaluation samples', {
    min: 50,
    max: 10000,
    scale: 'log',
    decides: ['floor'],
    fallback: () => 1000,
  }),
  generations: count('Generations', {
    min: 1,
    max: 2000,
    scale: 'log',
    fallback: (chosen: Chosen) => kindOf(chosen).defaults.generations,
  }),
  replicates: count('Replicates', { min: 1, max: 10000, pageMax: 256, fallback: () => 1 }),
  seed: count('Seed', { max: 4294967295, decides: ['data', 'floor'], fallback: () => 1 }),
  scores: {
    type: 'list',
    label: 'Scores',
    live: false,
    decides: ['floor'],
    applies: always,
    options: METRICS.map(({ id, name }): Option => ({ id, name })),
    fallback: () => 'all',
  },
  k: count('Neighbours k', { min: 1, max: 20, decides: ['floor'], fallback: () => 5 }),
} as const satisfies Keys;

/** What changes on the way, and where it is computed: last in a link. */
export const LAST_KEYS = {
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
    options: ['auto', 'webgl', 'wasm', 'cpu'].map((id): Option => ({ id, name: id })),
    fallback: () => 'auto',
  },
} as const satisfies Keys;

export const RUN_HELP: HelpOf<typeof RUN_KEYS & typeof LAST_KEYS> = {
  evaluation: 'samples drawn from each generation only to score it, against as many held-out real ones',
  generations: 'the last generation to run',
  replicates: 'independent repetitions of the whole experiment',
  seed: 'the same seed gives the same numbers',
  scores: 'scores computed at every generation: `all`, `none`, or names',
  k: 'neighbours in precision, recall, density and coverage',
  changes: 'live keys changed during the run: GEN:key=value,key=value;GEN:…',
  backend: 'where the numbers are computed; auto takes the first that works of webgl, wasm and cpu',
};

export const RUN_WORDS: WordsOf<Omit<typeof RUN_KEYS & typeof LAST_KEYS, 'scores' | 'changes'>> = {
  evaluation: {
    meaning: 'How many samples of each model are drawn only to score it, against as many real ones that no model has seen.',
    effect: 'More: less noise in every score, and more time for each generation. The loops themselves don’t change.',
    ...NO_FORMULA,
    trap: 'Recall and precision depend on this number: compare runs of the same size only.',
    source: OURS,
  },
  generations: {
    meaning: 'How many times a model is trained: the first on real data, each later one by the rule of its loop.',
    effect: 'Raising it continues a finished run; nothing is computed again.',
    formula: 'D_1 → G_1 → D_2 → G_2 → …',
    latex: 'D_1\\to G_1\\to D_2\\to G_2\\to\\cdots',
    symbols: 'Dₜ: training set; Gₜ: the model fitted to it.',
    trap: 'A loop that still holds at the last generation may only be slow.',
    source: `${MAD}, Sect. 2.2`,
  },
  replicates: {
    meaning: 'How many times the whole experiment is repeated, each with its own chance.',
    effect: 'More: the charts draw the median and a band, so that luck can be told from law.',
    ...NO_FORMULA,
    trap: 'One run is one draw. And for the variance a mean over runs misleads: a few huge runs hold it up while most collapse.',
    source: 'mean and median: MODEL.md, theory',
  },
  seed: {
    meaning: 'The number from which all chance in a run is made.',
    effect: 'The same seed gives the same numbers again, paused or not; another seed is another run of the same experiment.',
    ...NO_FORMULA,
    trap: 'Don’t search for the seed that tells your story: raise the replicates instead.',
    source: OURS,
  },
  k: {
    meaning: 'How far a sample’s neighbourhood reaches in precision, recall, density and coverage: to its k-th nearest neighbour.',
    effect: 'Larger: wider neighbourhoods, so precision and recall rise for every model alike.',
    formula: 'r(x) = distance from x to its k-th nearest neighbour',
    latex: 'r(x)=\\left|\\,x-x_{(k)}\\right|',
    symbols: 'x₍ₖ₎: the k-th nearest other sample of the same set.',
    trap: 'Values with different k can’t be compared.',
    source: `k = 5 as in ${MAD}`,
  },
  backend: {
    meaning: 'The part of this computer that does the arithmetic: its graphics processor (webgl) or its processor (wasm, cpu).',
    effect: 'Auto takes the first that works here. The choice changes the speed, and numbers from their last digits on.',
    ...NO_FORMULA,
    trap: 'For the same numbers on every computer choose wasm or cpu.',
    source: OURS,
  },
};

/** The one control that is no key: it changes what is shown when, and no number. */
export const SPEED_WORDS = {
  meaning: 'How many generations a second are shown, once they are computed.',
  effect: 'Slow enough to follow, or “max”: as fast as this computer computes.',
  ...NO_FORMULA,
  trap: 'It changes no number: computing runs ahead of what is shown.',
  source: OURS,
} as const;
