import type { Experiment } from '../../engine/experiment';
import { loopsOf } from '../../engine/loops/named';
import { listed, number, thousands } from '../../format';
import type { Frame } from '../../results/frame';
import { scoreOf } from '../../results/stats';

/** What became of a loop by the run's own numbers. */
export type Fate = 'held' | 'failed' | 'looks';

/** One of several treatments of a loop, in one generation. */
export interface Verdict {
  readonly loop: string;
  readonly name: string;
  /** null where a score that it is read from is missing */
  readonly fate: Fate | null;
  /** medians over the replicates, of generation 1 and now; null where there is none */
  readonly recall: Change;
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

/** A loop has lost what it could by this much in recall, or in the shares of its modes: well beyond what 1,000 evaluation samples vary by. */
const LOSS = 0.1;
const BIAS = 0.15;
/** Precision that has not fallen by more than this looks as good as before. */
const AS_GOOD = 0.02;

/** What there is to compare: loops with treatments. */
export const areTreated = (experiment: Experiment): boolean => loopsOf(experiment).some(({ treatment }) => treatment !== undefined);

function change(frames: readonly Frame[], loop: string, score: string): Change {
  const [first, now] = [frames[0], frames[frames.length - 1]].map((frame) => scoreOf(frame, loop, score)?.median ?? null);
  return { first, now };
}

/** Held: neither recall nor shares moved away. Looks: one of them did, while precision stays as good as it was. */
function fateOf(recall: Change, precision: Change, shareBias: Change): Fate | null {
  if (recall.first === null || recall.now === null) return null;
  const isLess = recall.first - recall.now > LOSS;
  const isOff = shareBias.first !== null && shareBias.now !== null && shareBias.now - shareBias.first > BIAS;
  if (!isLess && !isOff) return 'held';
  const looksGood = precision.first !== null && precision.now !== null && precision.now >= precision.first - AS_GOOD;
  return looksGood ? 'looks' : 'failed';
}

/** "12,500 synthetic and 81 real samples removed; 64 archived samples a generation" */
function costOf(frames: readonly Frame[], loop: string): string {
  const reports = frames.flatMap(({ lanes }) => lanes.find((lane) => lane.loop === loop && lane.replicate === 1)?.hygiene ?? []);
  const sum = (of: (report: (typeof reports)[number]) => number) => reports.reduce((total, report) => total + of(report), 0);
  const removed = [
    { count: sum((report) => report.removedSynthetic), of: 'synthetic' },
    { count: sum((report) => report.removedReal), of: 'real' },
  ].filter(({ count }) => count > 0);
  const stored = reports.at(-1)?.storeSize ?? 0;
  const alarms = sum((report) => Number(report.alarm));
  const weight = reports.at(-1);
  const isWeighed =
    weight?.realShare != null && weight.effectiveRealWeight != null && Math.abs(weight.effectiveRealWeight - weight.realShare) > 0.005;
  const parts = [
    ...(removed.length > 0 ? [`${listed(removed.map(({ count, of }) => `${thousands(count)} ${of}`))} samples removed`] : []),
    ...(stored > 0 ? [`a store of ${thousands(stored)} real samples`] : []),
    ...(isWeighed ? [`real samples weigh ${number(Number(weight?.effectiveRealWeight))} instead of ${number(Number(weight?.realShare))}`] : []),
    ...(alarms > 0 ? [`${alarms} alarm${alarms === 1 ? '' : 's'}`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : 'nothing';
}

/** What is true of each treatment in the last of some generations. */
export function verdictsOf(frames: readonly Frame[], experiment: Experiment): readonly Verdict[] {
  if (frames.length === 0) return [];
  return loopsOf(experiment).map(({ id, name }) => {
    const [recall, precision, shareBias] = ['recall', 'precision', 'shareBias'].map((score) => change(frames, id, score));
    return { loop: id, name, fate: fateOf(recall, precision, shareBias), recall, precision, shareBias, cost: costOf(frames, id) };
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
