import type { Experiment } from '../../engine/experiment';
import type { Preview } from '../../protocol/messages';
import type { Frame } from '../../store/state';
import { number, percent } from './format';
import { aliveOf } from './stats';

/** A caption's parts: what is bold is a number of the run. */
export interface Part {
  readonly text: string;
  readonly strong?: boolean;
}

const isDigits = ({ model }: Experiment) => model === 'vae';

/** "5 of 8 modes alive · spread 7 %", all of replicate 1, which is the one drawn. */
export function captionOf(frame: Frame, loop: string, experiment: Experiment): Part[] {
  const parts: Part[] = [];
  const alive = aliveOf(frame, loop);
  const gap = () => parts.length > 0 && parts.push({ text: ' · ' });
  if (experiment.replicates > 1) parts.push({ text: 'replicate 1' });
  if (alive && experiment.replicates > 1) gap();
  if (alive)
    parts.push({ text: `${alive.count} of ${alive.alive.length}`, strong: true }, { text: isDigits(experiment) ? ' digits alive' : ' modes alive' });
  const scores = frame.lanes.find((lane) => lane.loop === loop && lane.replicate === 1)?.scores ?? {};
  const { recall = null, traceRatio: spread = null } = scores;
  if (isDigits(experiment) && recall !== null) {
    gap();
    parts.push({ text: 'recall ' }, { text: number(recall), strong: true });
  } else if (spread !== null) {
    gap();
    parts.push({ text: 'spread ' }, { text: percent(spread), strong: true });
  }
  if (frame.lanes.find((lane) => lane.loop === loop && lane.replicate === 1)?.fit.floorReached) {
    gap();
    parts.push({ text: 'at the covariance floor: without it, collapse would go on' });
  }
  if (experiment.dim > 2) {
    gap();
    parts.push({ text: `axes 1 and 2 of ${experiment.dim}` });
  }
  return parts;
}

const what = (experiment: Experiment) => (isDigits(experiment) ? 'digits' : 'points');

export function realCaption(preview: Preview | null, experiment: Experiment): string {
  if (!preview) return '';
  return isDigits(experiment)
    ? 'real digits, the first training set'
    : `${experiment.initialReal.toLocaleString('en')} real points, the first training set`;
}

/** What a screen reader says of a pane's picture. */
export function pictureLabel(name: string, frame: Frame | null, loop: string, experiment: Experiment): string {
  if (!frame) return `${name}: the real ${what(experiment)} before generation 1`;
  const caption = captionOf(frame, loop, experiment)
    .map(({ text }) => text)
    .join('');
  const made = isDigits(experiment) ? '64 digits' : 'points';
  return `${name}, generation ${frame.generation}: ${made} made by the model${isDigits(experiment) ? '' : ' in front of the real density'}${caption === '' ? '' : `; ${caption}`}`;
}
