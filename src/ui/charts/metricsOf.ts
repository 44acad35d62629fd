import { catalogue } from '../../engine/catalogue';
import { datasetOf, isRunningText, kindOf, modelOf } from '../../engine/chosen';
import { canScore, curesOn } from '../../engine/cures';
import type { KindDescription, MetricDescription, TruthDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { capital } from '../../format';
import { pieceNouns } from '../text/pieceNouns';

/** Descriptions with something of their own, by what it is: always the same objects. */
const kept = new Map<string, MetricDescription>();

function withOwn<Description extends MetricDescription>(metric: Description, own: Partial<MetricDescription>): Description {
  if (Object.keys(own).length === 0) return metric;
  const key = `${metric.id} ${JSON.stringify(own)}`;
  const known = kept.get(key) ?? { ...metric, ...own };
  kept.set(key, known);
  return known as Description;
}

/** In the words of a kind: what is alive of digits are digits. */
function inWordsOf({ name, modes, modesAreRead, modesDie }: KindDescription, { id }: MetricDescription): Partial<MetricDescription> {
  if (id !== 'modesAlive' || !modesAreRead) return {};
  return { name: modesDie ? `${name} alive` : `${capital(modes)} still made` };
}

/** What scores of words are where the samples are whole names or lines: of names nothing is alive, and four in a row are no phrase. */
const WHOLE: Readonly<Record<string, (noun: string) => Partial<MetricDescription>>> = {
  wordsAlive: (noun) => ({ name: `Different ${noun}`, aspect: 'diversity' }),
  realWords: (noun) => ({ name: `Real ${noun}` }),
  rareSurvival: (noun) => ({ name: `First ${noun} still made`, aspect: 'diversity' }),
  entropy: (noun) => ({ name: `Entropy of ${noun}` }),
  rep4: () => ({ rank: null }),
};

function inWholeWords(experiment: Experiment, { id }: MetricDescription): Partial<MetricDescription> {
  if (isRunningText(experiment)) return {};
  return WHOLE[id]?.(pieceNouns(experiment).many) ?? {};
}

/** Its rank among the scores of a kind, and with a cure. */
function rankIn(kind: string, experiment: Experiment, { rankIn, rankWith }: MetricDescription): Partial<MetricDescription> {
  if (rankWith && curesOn(experiment, rankWith.cure)) return { rank: rankWith.rank };
  const rank = rankIn?.[kind];
  return rank === undefined ? {} : { rank };
}

/** Scores that mean something for an experiment. */
export function metricsOf(experiment: Experiment): readonly MetricDescription[] {
  const kind = kindOf(experiment);
  const { modes } = datasetOf(experiment);
  const known = catalogue.metrics.filter(({ kinds, needsModes }) => kinds.includes(kind.id) && (modes > 0 || !needsModes));
  return known
    .filter((metric) => canScore(experiment, metric))
    .map((metric) => withOwn(metric, { ...inWordsOf(kind, metric), ...rankIn(kind.id, experiment, metric), ...inWholeWords(experiment, metric) }));
}

/** Those that have a rank, by it. */
export const rankedOf = (metrics: readonly MetricDescription[]): MetricDescription[] =>
  metrics.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));

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
  if (kindOf(experiment).id === 'text') return known.map((truth) => withOwn(truth, { name: truth.name.replace('modes', 'symbols') }));
  return [...known.filter(({ needsModes }) => needsModes), ...known.filter(({ needsModes }) => !needsModes)];
}
