import { isRunningText, kindOf } from '../../engine/chosen';
import type { Loop } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { loopsOf } from '../../engine/loops/named';
import type { Hygiene } from '../../engine/results';
import { settingsAt } from '../../engine/settings';
import { treated } from '../../engine/treated';
import { listed, number, percent, thousands } from '../../format';
import type { LaneResult, NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import { metricsOf } from '../charts/metricsOf';
import { LIKE_ITS_SHARE } from '../text/hygieneWords';

/** What became of a loop by the run's own numbers. */
export type Fate = 'held' | 'failed' | 'looks';

/** One of several treatments of a loop, in one generation. */
export interface Verdict {
  readonly loop: string;
  readonly name: string;
  /** null where a score that it is read from is missing */
  readonly fate: Fate | null;
  /** medians over the replicates, of generation 1 and now; null where there is none */
  readonly variety: Change;
  readonly precision: Change;
  /** how far the shares of the modes or classes are off */
  readonly shareBias: Change;
  /** what was spent on it up to now, counted in replicate 1 */
  readonly cost: string;
}

interface Change {
  readonly first: number | null;
  readonly now: number | null;
}

/**
 * By how much variety may fall (recall by so much, a number of words by such a part), and shares may go off, before a loop has lost something: at least
 * this, and no less than what chance does to two sets of real samples.
 */
const LOSS = 0.1;
const BIAS = 0.15;
/** Precision that has not fallen by more than this looks as good as before. */
export const AS_GOOD = 0.02;

export interface Limits {
  readonly loss: number;
  readonly bias: number;
}

/** The score of variety that verdicts read, and what it is called there. The loss of a number of words is taken as a part of it. */
const varietyScore = (experiment: Experiment): string => kindOf(experiment).cures.monitor;
export function varietyName(experiment: Experiment): string {
  const id = varietyScore(experiment);
  return metricsOf(experiment).find((metric) => metric.id === id)?.name ?? id;
}

const isCounted = (score: string): boolean => score === 'wordsAlive';

export function limitsOf(noise: NoiseFloor | null, experiment: Experiment): Limits {
  const score = varietyScore(experiment);
  const { low: least, high: most } = noise?.bands[score] ?? { low: 0, high: 0 };
  const width = isCounted(score) && most > 0 ? (most - least) / most : most - least;
  const { low, high } = noise?.bands.shareBias ?? { low: 0, high: 0 };
  return { loss: Math.max(LOSS, width), bias: Math.max(BIAS, high - low) };
}

/** What there is to compare: loops with treatments. */
export const areTreated = (experiment: Experiment): boolean => loopsOf(experiment).some(({ treatment }) => treatment !== undefined);

function change(frames: readonly Frame[], loop: string, score: string): Change {
  const [first, now] = [frames[0], frames[frames.length - 1]].map((frame) => scoreOf(frame, loop, score)?.median ?? null);
  return { first, now };
}

/** How much of its variety a loop has lost; null where that is not known. */
function lossOf({ first, now }: Change, score: string): number | null {
  if (first === null || now === null) return null;
  if (!isCounted(score)) return first - now;
  return first > 0 ? 1 - now / first : null;
}

/** Held: neither variety nor shares moved away. Looks: one of them did, while precision stays as good as it was. */
function fateOf(lost: number | null, { precision, shareBias }: Pick<Verdict, 'precision' | 'shareBias'>, { loss, bias }: Limits): Fate | null {
  if (lost === null) return null;
  const isLess = lost > loss;
  const isOff = shareBias.first !== null && shareBias.now !== null && shareBias.now - shareBias.first > bias;
  if (!isLess && !isOff) return 'held';
  const looksGood = precision.first !== null && precision.now !== null && precision.now >= precision.first - AS_GOOD;
  return looksGood ? 'looks' : 'failed';
}

const samples = (count: number, kind: string, one = 'sample') => `${thousands(count)} ${kind} ${one}${count === 1 ? '' : 's'}`;

/** "3,150 real samples in its training sets; 12,500 synthetic samples and 81 real samples removed; a store of 264 real samples" */
function costOf(frames: readonly Frame[], loop: Loop, experiment: Experiment): string {
  // where results stand in order: of thousands of generations with hundreds of replicates nobody looks through all
  const place = experiment.loop.indexOf(loop.id) * experiment.replicates;
  const isIt = (lane: LaneResult | undefined) => lane?.loop === loop.id && lane.replicate === 1;
  const lanes = frames.slice(1).flatMap(({ lanes: all }) => (isIt(all[place]) ? all[place] : (all.find(isIt) ?? [])));
  const sum = (of: (report: Hygiene, lane: LaneResult) => number) =>
    lanes.reduce((total, lane) => total + (lane.hygiene ? of(lane.hygiene, lane) : 0), 0);
  const { monitor, evaluation, curation, keep } = settingsAt(treated(experiment, loop), frames.length);
  const removed = [
    [sum(({ removedSynthetic }) => removedSynthetic), 'synthetic'],
    [sum(({ removedReal }) => removedReal), 'real'],
  ] as const;
  const words = removed.filter(([count]) => count > 0).map(([count, kind]) => samples(count, kind));
  const { storeSize = 0, realShare = null, effectiveRealWeight = null } = lanes.at(-1)?.hygiene ?? {};
  const alarms = sum(({ alarm }) => Number(alarm));
  return [
    `${samples(Math.round(sum((report, { trainingSize }) => (report.realShare ?? 0) * trainingSize)), 'real')} in its training sets`,
    ...(words.length > 0 ? [`${listed(words)} removed`] : []),
    ...(storeSize > 0 ? [`a store of ${samples(storeSize, 'real')}`] : []),
    ...(realShare !== null && effectiveRealWeight !== null && Math.abs(effectiveRealWeight - realShare) > LIKE_ITS_SHARE
      ? [`at the end real samples weigh ${number(effectiveRealWeight)} instead of ${number(realShare)}`]
      : []),
    ...(curation === 'density' || curation === 'confidence' ? [`${number(1 / keep)} candidates for each synthetic sample`] : []),
    ...(curation === 'preference' ? ['candidates until enough of them pleased'] : []),
    ...(monitor === 'none'
      ? []
      : [`${samples(evaluation, 'real', isRunningText(experiment) ? 'passage' : 'sample')} to watch by, ${alarms} alarm${alarms === 1 ? '' : 's'}`]),
  ].join('; ');
}

/** What is true of each treatment in the last of some generations, from generation 1 on. */
export function verdictsOf(frames: readonly Frame[], experiment: Experiment, limits: Limits): readonly Verdict[] {
  if (frames.length === 0) return [];
  const score = varietyScore(experiment);
  return loopsOf(experiment).map((loop) => {
    const [variety, precision, shareBias] = [score, 'precision', 'shareBias'].map((id) => change(frames, loop.id, id));
    const changes = { variety, precision, shareBias };
    const fate = fateOf(lossOf(variety, score), changes, limits);
    return { loop: loop.id, name: loop.name, ...changes, fate, cost: costOf(frames, loop, experiment) };
  });
}

/** By how much the variety may fall, in words: "recall fell by no more than 0.10". */
export function lossWords(experiment: Experiment, { loss }: Limits): string {
  const limit = isCounted(varietyScore(experiment)) ? percent(loss) : number(loss);
  return `${varietyName(experiment).toLowerCase()} fell by no more than ${limit}`;
}

export const FATE_WORDS: Readonly<Record<Fate, string>> = {
  held: 'held',
  failed: 'did not hold',
  looks: 'only looks as if it held',
};

/** "Archive held; detector and untreated did not." in the order of the run. */
export function verdictSentence(verdicts: readonly Verdict[], nameOf: (loop: string) => string): string {
  const groups = (['held', 'looks', 'failed'] as const).flatMap((fate) => {
    const names = verdicts.filter((verdict) => verdict.fate === fate).map(({ loop }) => nameOf(loop));
    return names.length === 0
      ? []
      : [
          `${listed(names)} ${FATE_WORDS[fate].replace('looks', names.length > 1 ? 'look' : 'looks').replace('it held', names.length > 1 ? 'they held' : 'it held')}`,
        ];
  });
  const words = groups.join('; ');
  return words === '' ? '' : `${words[0].toUpperCase()}${words.slice(1)}.`;
}
