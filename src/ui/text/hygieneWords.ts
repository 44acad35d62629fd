import { catalogue } from '../../engine/catalogue';
import type { Experiment } from '../../engine/experiment';
import type { Hygiene } from '../../engine/results';
import { listed, number } from '../../format';
import { monitored } from './monitored';

/** What a model was trained on, as the steps left it, and the settings of its generation. */
export interface Cleaned {
  readonly hygiene: Hygiene;
  /** samples in the training set */
  readonly size: number;
  readonly settings: Pick<Experiment, 'monitor' | 'tolerance' | 'model' | 'dataset' | 'form'>;
}

/** What comes of an alarm. */
const ACTIONS: Readonly<Record<string, string>> = {
  stop: 'the last good model stays',
  rollback: 'the last good model is back',
  archive: 'first real data are added',
};

/** By less than that a weight is told as the share that it is. */
export const LIKE_ITS_SHARE = 0.005;

function removedParts({ removedReal, removedSynthetic }: Hygiene): string[] {
  const parts = [
    { count: removedSynthetic, of: 'synthetic' },
    { count: removedReal, of: 'real' },
  ];
  return parts.filter(({ count }) => count > 0).map(({ count, of }) => `${count} ${of}`);
}

/** "61 of 101 real (weight 0.6)" */
function realPart({ realShare, effectiveRealWeight }: Hygiene, size: number): string {
  if (realShare === null || effectiveRealWeight === null) return 'stopped by the monitor: the last good model stays';
  const weight = Math.abs(effectiveRealWeight - realShare) < LIKE_ITS_SHARE ? '' : ` (weight ${number(effectiveRealWeight)})`;
  return `${Math.round(realShare * size)} of ${size} real${weight}`;
}

/** "alarm: recall down by over 0.15; first real data are added" */
function alarmWords({ hygiene: { action }, settings }: Cleaned): string {
  const { monitor, tolerance } = settings;
  const watched = catalogue.metrics.find(({ id }) => id === monitor);
  const { name, by } = monitored(monitor, settings);
  const fault = watched ? `${name} ${watched.better === 'lower' ? 'up' : 'down'} ${by(tolerance)}` : 'the model is too much worse';
  return ['alarm: '.concat(fault), ...(ACTIONS[action] ? [ACTIONS[action]] : [])].join('; ');
}

/** What steps did to a training set, in one short line: the news of it, where there is some. */
export function hygieneWords(cleaned: Cleaned): string {
  const { hygiene, size } = cleaned;
  if (hygiene.alarm) return alarmWords(cleaned);
  if (hygiene.remark !== '') return hygiene.remark;
  const removed = removedParts(hygiene);
  return [...(removed.length > 0 ? [`removed: ${removed.join(', ')}`] : []), realPart(hygiene, size)].join('; ');
}

/** All of it, for a screen reader. */
export function hygieneSentence(cleaned: Cleaned): string {
  const { hygiene, size } = cleaned;
  const { alarm, storeSize, remark } = hygiene;
  const removed = removedParts(hygiene);
  const parts = [
    removed.length > 0 ? `removed: ${listed(removed)} samples` : 'nothing removed',
    realPart(hygiene, size),
    ...(storeSize > 0 ? [`archive of ${storeSize}`] : []),
    ...(alarm ? [alarmWords(cleaned)] : []),
    ...(remark === '' ? [] : [remark]),
  ];
  return parts.join('; ');
}
