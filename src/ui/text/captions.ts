import { kindOf } from '../../engine/catalogue';
import type { Experiment } from '../../engine/experiment';
import { number, percent } from '../../format';
import type { Preview } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { aliveOf } from '../../results/stats';
import { viewOf } from '../kinds';

/** A caption's parts: what is bold is a number of the run. */
export interface Part {
  readonly text: string;
  readonly strong?: boolean;
}

/**
 * "5 of 8 modes alive · spread 7 %", all of replicate 1, which is the one drawn, and what the picture cannot show of it. No two parts are
 * alike. `brief` leaves out what holds for the whole run.
 */
export function captionOf(frame: Frame, loop: string, experiment: Experiment, preview: Preview | null, brief = false): Part[] {
  const parts: Part[] = [];
  const kind = kindOf(experiment);
  const apart = (text: string) => (parts.length > 0 ? ` · ${text}` : text);
  const lane = frame.lanes.find((candidate) => candidate.loop === loop && candidate.replicate === 1);
  if (experiment.replicates > 1 && !brief) parts.push({ text: 'replicate 1' });
  const alive = aliveOf(frame, loop);
  if (alive) {
    if (parts.length > 0) parts.push({ text: ' · ' });
    parts.push({ text: `${alive.count} of ${alive.alive.length}`, strong: true }, { text: ` ${kind.mode}s alive` });
  }
  const { recall = null, traceRatio: spread = null } = lane?.scores ?? {};
  if (kind.captionScore === 'recall' && recall !== null) parts.push({ text: apart('recall ') }, { text: number(recall), strong: true });
  else if (spread !== null) parts.push({ text: apart('spread ') }, { text: percent(spread), strong: true });
  const outside = preview && lane?.shown ? viewOf(experiment).hidden(lane.shown, preview) : null;
  if (outside) parts.push({ text: apart(outside) });
  if (lane?.fit.floorReached && !brief) parts.push({ text: apart('held at the covariance floor') });
  if (experiment.dim > 2 && !brief) parts.push({ text: apart(`axes 1 and 2 of ${experiment.dim}`) });
  return parts;
}

const what = (experiment: Experiment) => kindOf(experiment).many;

export function realCaption(preview: Preview | null, experiment: Experiment): string {
  if (!preview) return '';
  return kindOf(experiment).words.real.replace('{count}', experiment.initialReal.toLocaleString('en'));
}

/** What a screen reader says of a pane's picture. */
export function pictureLabel(name: string, frame: Frame | null, loop: string, experiment: Experiment, preview: Preview | null): string {
  if (!frame) return `${name}: the real ${what(experiment)} before generation 1`;
  const caption = captionOf(frame, loop, experiment, preview)
    .map(({ text }) => text)
    .join('');
  return `${name}, generation ${frame.generation}: ${kindOf(experiment).words.made}${caption === '' ? '' : `; ${caption}`}`;
}
