import { isRunningText, kindOf } from '../../engine/chosen';
import type { Loop } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { loopsOf } from '../../engine/loops/named';
import type { Hygiene } from '../../engine/results';
import { settingsAt } from '../../engine/settings';
import { treated } from '../../engine/treated';
import { listed, number, thousands } from '../../format';
import type { LaneResult, NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';
import { LIKE_ITS_SHARE } from '../text/hygieneWords';
import { varietyNouns } from '../text/pieceNouns';

/** What became of a loop by the run's own numbers. */
export type Fate = 'held' | 'failed' | 'looks';

/** One of several treatments of a loop, in one generation. */
export interface Verdict {
  readonly loop: string;
  readonly name: string;
  /** null where a score that it is read from is missing */
  readonly fate: Fate | null;
  /** medians over the replicates, of generation 1 and now; null where there is none */
  readonly watched: Change;
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

/** By how much recall may fall, or which part of the words, and by how much shares may go off, before a loop has lost something: at least this, and no less than what chance does to two sets of real samples. */
const LOSS = 0.1;
const BIAS = 0.15;
/** Precision that has not fallen by more than this looks as good as before. */
export const AS_GOOD = 0.02;

export interface Limits {
  readonly loss: number;
  readonly bias: number;
}

/** The score that tells whether something was lost: of text how many different words or names there are, of which a part may go. */
export interface Watched {
  readonly score: 'recall' | 'wordsAlive';
  readonly name: string;
  readonly isPart: boolean;
}

export function watchedIn(experiment: Experiment): Watched {
  if (kindOf(experiment).captionScore !== 'wordsAlive') return { score: 'recall', name: 'Recall', isPart: false };
  const { many } = varietyNouns(experiment);
  return { score: 'wordsAlive', name: `${many[0].toUpperCase()}${many.slice(1)}`, isPart: true };
}

export function limitsOf(noise: NoiseFloor | null, { score, isPart }: Watched): Limits {
  const width = (id: string) => (noise?.bands[id]?.high ?? 0) - (noise?.bands[id]?.low ?? 0);
  const whole = isPart ? Math.max(1, noise?.bands[score]?.high ?? 1) : 1;
  return { loss: Math.max(LOSS, width(score) / whole), bias: Math.max(BIAS, width('shareBias')) };
}

function change(frames: readonly Frame[], loop: string, score: string): Change {
  const [first, now] = [frames[0], frames[frames.length - 1]].map((frame) => scoreOf(frame, loop, score)?.median ?? null);
  return { first, now };
}

/** Held: neither what is watched nor shares moved away. Looks: one of them did, while precision stays as good as it was. */
function fateOf(
  { watched, precision, shareBias }: Pick<Verdict, 'watched' | 'precision' | 'shareBias'>,
  { loss, bias }: Limits,
  isPart: boolean,
): Fate | null {
  if (watched.first === null || watched.now === null) return null;
  const isLess = (watched.first - watched.now) / (isPart ? Math.max(1, watched.first) : 1) > loss;
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
  const { score, isPart } = watchedIn(experiment);
  return loopsOf(experiment).map((loop) => {
    const [watched, precision, shareBias] = [score, 'precision', 'shareBias'].map((score) => change(frames, loop.id, score));
    const changes = { watched, precision, shareBias };
    return { loop: loop.id, name: loop.name, ...changes, fate: fateOf(changes, limits, isPart), cost: costOf(frames, loop, experiment) };
  });
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
