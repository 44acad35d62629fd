import type { MetricDescription } from '../../engine/descriptions';
import { number, span } from '../../format';
import type { ToldLine } from '../../presets/told';
import type { Frame } from '../../results/frame';
import { reasonOf, scoreOf } from '../../results/stats';
import { theoryOf } from '../../results/theory';
import { keptFrameAt } from '../../store/selectors';
import type { Kept } from '../../store/state';
import { loopName } from '../text/loopNames';
import type { NoiseBand } from './series';

export function betterWords({ better }: Pick<MetricDescription, 'better'>): string {
  return { lower: 'lower is better', higher: 'higher is better', one: '1 is best', neither: '' }[better];
}

/** What a score measures, and which way is better. */
export const aspectWords = (metric: MetricDescription): string => [metric.aspect, betterWords(metric)].filter((words) => words !== '').join(' · ');

function theoryWords(frame: Frame, loop: string, id: string): string {
  const { mean, kind } = theoryOf(frame, loop, id);
  const many = kind === 'limit' ? ' of very many samples' : '';
  return mean === null ? '' : `, by theory ${kind === 'exact' ? '' : 'about '}${number(mean)} in the mean over runs${many}`;
}

/** The kept run's values at the generation shown; '' without one. */
export function keptSummary(metric: MetricDescription, kept: Kept | null, shown: number): string {
  const frame = keptFrameAt(kept, shown);
  if (!kept || !frame) return '';
  const values = kept.experiment.loop.map((loop) => {
    const value = scoreOf(frame, loop, metric.id);
    return `${loopName(loop)} ${value ? number(value.median) : 'without a value'}`;
  });
  return ` Kept run, generation ${frame.generation}: ${values.join('; ')}.`;
}

/** What is told of the score; '' where nothing is. */
export const toldSummary = (told: readonly ToldLine[]): string => told.map(({ long }) => ` ${long[0].toUpperCase()}${long.slice(1)}.`).join('');

/** What a chart shows, for those who can't see it: each loop's value at the generation shown, and at generation 1. */
export function summaryOf(metric: MetricDescription, frames: readonly Frame[], loops: readonly string[], noise: NoiseBand | null): string {
  if (frames.length === 0) return `${metric.name}: nothing computed yet.`;
  const [first, now] = [frames[0], frames[frames.length - 1]];
  const values = loops.map((loop) => {
    const [then, value] = [scoreOf(first, loop, metric.id), scoreOf(now, loop, metric.id)];
    if (!value) return `${loopName(loop)} without a value (${reasonOf(now, loop, metric.id)})`;
    const before = then && frames.length > 1 ? `, ${number(then.median)} at generation 1` : '';
    return `${loopName(loop)} ${number(value.median)}${before}${theoryWords(now, loop, metric.id)}`;
  });
  return `${metric.name}${betterWords(metric) === '' ? '' : `, ${betterWords(metric)}`}. Generation ${now.generation}: ${values.join('; ')}.${noise ? ` Noise floor: ${span(noise.low, noise.high)}.` : ''}`;
}
