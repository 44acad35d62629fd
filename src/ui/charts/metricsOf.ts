import { catalogue } from '../../engine/catalogue';
import { datasetOf, isRunningText, kindOf, modelOf } from '../../engine/chosen';
import { canScore, curesOn } from '../../engine/cures';
import type { KindDescription, MetricDescription, TruthDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';

/** By kind the modes that are alive, by their name there: always the same object. */
const renamed = new Map<string, MetricDescription>();

const large = (words: string) => words[0].toUpperCase() + words.slice(1);

/** In the words of a kind: what is alive of digits are digits. */
function inWordsOf({ id: kind, name, modes, modesAreRead, modesDie }: KindDescription, metric: MetricDescription): MetricDescription {
  if (metric.id !== 'modesAlive' || !modesAreRead) return metric;
  const known = renamed.get(kind) ?? { ...metric, name: modesDie ? `${name} alive` : `${large(modes)} still made` };
  renamed.set(kind, known);
  return known;
}

/** Scores of words where the samples are whole names or lines, by dataset and metric: always the same objects. */
const ofWhole = new Map<string, MetricDescription>();

/** What they are called there; of names nothing is alive. */
const WHOLE: Readonly<Record<string, (noun: string) => Partial<MetricDescription>>> = {
  wordsAlive: (noun) => ({ name: `Different ${noun}`, aspect: 'diversity' }),
  realWords: (noun) => ({ name: `Real ${noun}` }),
  rareSurvival: (noun) => ({ name: `First ${noun} still made`, aspect: 'diversity' }),
  entropy: (noun) => ({ name: `Entropy of ${noun}` }),
};

function inWholeWords(experiment: Experiment, metric: MetricDescription): MetricDescription {
  const words = WHOLE[metric.id];
  if (!words || isRunningText(experiment)) return metric;
  const key = `${experiment.dataset} ${metric.id}`;
  const known = ofWhole.get(key) ?? { ...metric, ...words(experiment.dataset === 'names' ? 'names' : 'lines') };
  ofWhole.set(key, known);
  return known;
}

/** By kind and metric those that have a rank of their own there: always the same objects. */
const reranked = new Map<string, MetricDescription>();

function withOwnRank(kind: string, metric: MetricDescription): MetricDescription {
  const rank = metric.rankIn?.[kind];
  if (rank === undefined) return metric;
  const key = `${kind} ${metric.id}`;
  const known = reranked.get(key) ?? { ...metric, rank };
  reranked.set(key, known);
  return known;
}

/** Those whose rank hangs on cures, where one is on: always the same objects. */
const RISEN = new Map(catalogue.metrics.flatMap((metric) => (metric.rankWith ? [[metric.id, { ...metric, rank: metric.rankWith.rank }]] : [])));

function withRank(experiment: Experiment, metric: MetricDescription): MetricDescription {
  const risen = RISEN.get(metric.id);
  return risen && curesOn(experiment, metric.rankWith?.cure) ? risen : metric;
}

/** Scores that mean something for an experiment. */
export function metricsOf(experiment: Experiment): readonly MetricDescription[] {
  const kind = kindOf(experiment);
  const { modes } = datasetOf(experiment);
  const known = catalogue.metrics.filter(({ kinds, needsModes }) => kinds.includes(kind.id) && (modes > 0 || !needsModes));
  return known
    .filter((metric) => canScore(experiment, metric))
    .map((metric) => withRank(experiment, withOwnRank(kind.id, inWordsOf(kind, inWholeWords(experiment, metric)))));
}

/** Those that have a rank, by it. */
export const rankedOf = (metrics: readonly MetricDescription[]): MetricDescription[] =>
  metrics.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));

/** Symbols take the place of modes: always the same object. */
const symbols = new Map<string, TruthDescription>();

function ofSymbols(truth: TruthDescription): TruthDescription {
  const known = symbols.get(truth.id) ?? { ...truth, name: truth.name.replace('modes', 'symbols') };
  symbols.set(truth.id, known);
  return known;
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
      (!truth.needsModes || kindOf(experiment).modesAreRead || (modes > 0 && !isOneGaussian)),
  );
  if (kindOf(experiment).id === 'text') return known.map(ofSymbols);
  return [...known.filter(({ needsModes }) => needsModes), ...known.filter(({ needsModes }) => !needsModes)];
}

export const isScore = (id: string): boolean => catalogue.metrics.some((metric) => metric.id === id);
