import { datasetOf, kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { number, percent, thousands } from '../../format';
import type { LaneResult, Preview } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { aliveOf } from '../../results/stats';
import { floorRemark } from '../charts/notes';
import { viewOf } from '../kinds';
import { isToldByWords, nounFor, samplesNoun, varietyNouns } from './pieceNouns';

/** One thing that a caption says: its number, which is bold, between words. */
export interface Said {
  readonly before?: string;
  readonly number?: string;
  readonly after?: string;
  /** the score that explains it; without, it needs no explanation */
  readonly of?: string;
  /** told in the picture where there is one */
  readonly isInPicture?: boolean;
}

const textOf = ({ before = '', number: value = '', after = '' }: Said) => `${before}${value}${after}`;

/** "6 of 8 modes · 41 % as wide" */
export const captionText = (caption: readonly Said[]): string => caption.map(textOf).join(' · ');

/** A part of 1 that rounding does not make 0. */
const widthText = (width: number) => (width > 0 && width < 0.005 ? `<1\u00a0%` : percent(width));

const widths = new WeakMap<object, { readonly preview: Preview; readonly width: number | null }>();

/** Kept per samples, for captions and labels ask at every commit. */
function widthOf(shown: NonNullable<LaneResult['shown']>, preview: Preview, alive: readonly boolean[], experiment: Experiment): number | null {
  const known = widths.get(shown);
  if (known?.preview === preview) return known.width;
  const width = viewOf(experiment).modeWidth?.(shown, preview, alive) ?? null;
  widths.set(shown, { preview, width });
  return width;
}

/** What else a caption may go by. */
interface CaptionOptions {
  /** leaves out what holds for the whole run */
  readonly brief?: boolean;
  /** generation 1, where numbers stand beside what they were */
  readonly first?: Frame | undefined;
}

const drawnLane = (frame: Frame | undefined, loop: string) => frame?.lanes.find((lane) => lane.loop === loop && lane.replicate === 1);

/** "67 words alive (597 at first)" */
function varietyOf(value: number, { loop }: LaneResult, experiment: Experiment, first: Frame | undefined): Said {
  const then = drawnLane(first, loop)?.scores.wordsAlive ?? null;
  const was = then === null || then === value ? '' : ` (${thousands(then)} at first)`;
  return { number: thousands(value), after: ` ${nounFor(value, varietyNouns(experiment))}${was}`, of: 'wordsAlive' };
}

/** How much is left of the variety beside the modes alive: their width, else the score of the kind. */
function leftOf(lane: LaneResult, alive: readonly boolean[] | null, experiment: Experiment, preview: Preview | null, first?: Frame): Said[] {
  const { shown, scores } = lane;
  const { captionScore } = kindOf(experiment);
  const value = scores[captionScore] ?? null;
  if (captionScore === 'wordsAlive')
    return value === null ? [] : [varietyOf(value, lane, experiment, alive && !isToldByWords(experiment) ? undefined : first)];
  if (captionScore === 'recall') return value === null ? [] : [{ before: 'recall ', number: number(value), of: 'recall' }];
  if (alive) {
    const width = shown && preview ? widthOf(shown, preview, alive, experiment) : null;
    return width === null ? [] : [{ number: widthText(width), after: ' as wide', of: 'modeWidth' }];
  }
  return value === null ? [] : [{ before: 'variance ratio ', number: number(value), of: 'traceRatio' }];
}

/**
 * "6 of 8 modes · 41 % as wide", all of replicate 1, which is the one drawn, and what the picture cannot show of it.
 */
export function captionOf(
  frame: Frame,
  loop: string,
  experiment: Experiment,
  preview: Preview | null,
  { brief = false, first }: CaptionOptions = {},
): Said[] {
  const lane = drawnLane(frame, loop);
  const alive = aliveOf(frame, loop);
  const outside = preview && lane?.shown ? viewOf(experiment).hidden(lane.shown, preview) : null;
  return [
    ...(experiment.replicates > 1 && !brief ? [{ before: 'replicate 1' }] : []),
    ...(alive && !isToldByWords(experiment)
      ? [{ number: `${alive.count} of ${alive.alive.length}`, after: ` ${kindOf(experiment).mode}s`, of: 'modesAlive' }]
      : []),
    ...(lane ? leftOf(lane, alive?.alive ?? null, experiment, preview, first) : []),
    ...(outside ? [{ before: outside, isInPicture: true }] : []),
    ...(experiment.dim > 2 && !brief ? [{ before: `axes 1 and 2 of ${experiment.dim}` }] : []),
  ];
}

/** Whether a caption is longer than the few words under most pictures. */
export const isLongCaption = (experiment: Experiment): boolean =>
  experiment.replicates > 1 || experiment.dim > 2 || datasetOf(experiment).modes > 10 || kindOf(experiment).captionScore === 'wordsAlive';

/** What is to be known of a loop's numbers in this generation, said where they are explained; null where nothing is. */
export const captionRemark = (frame: Frame | null, loop: string, { replicates }: Experiment): string | null =>
  floorRemark(frame ?? undefined, [loop], replicates);

export function realCaption(preview: Preview | null, experiment: Experiment): string {
  if (!preview) return '';
  return kindOf(experiment).words.real.replace('{count}', thousands(experiment.initialReal)).replace('{many}', samplesNoun(experiment));
}

/** What one sample stands for, in a sentence to read before the run. */
export function meaningOfSamples(experiment: Experiment): string {
  const { stands, standsAlone } = kindOf(experiment).words;
  return datasetOf(experiment).modes > 0 ? stands : standsAlone;
}

/** What a screen reader says of a pane's picture. */
export function pictureLabel(name: string, frame: Frame | null, loop: string, experiment: Experiment, preview: Preview | null): string {
  if (!frame) return `${name}: the real ${samplesNoun(experiment)} before generation 1`;
  const caption = captionText(captionOf(frame, loop, experiment, preview));
  return `${name}, generation ${frame.generation}: ${kindOf(experiment).words.made}${caption === '' ? '' : `; ${caption}`}`;
}
