import type { Preview } from '../../protocol/messages';
import { metricsOf, truthsOf } from '../charts/metricsOf';
import type { Results } from '../files/results';
import type { Figure } from './figurePage';
import { samplesFigure } from './figureSamples';
import { scoreFigure } from './figureScore';

/** A picture that can be had; drawn when asked for. */
export interface FigureOffer {
  readonly id: string;
  readonly name: string;
  readonly draw: () => Figure;
}

/** The pictures of what is on the screen: its samples, then every chart that has something to show. */
export function figuresOf(results: Results, shown: number, preview: Preview | null): FigureOffer[] {
  const { experiment, frames } = results;
  const samples = {
    id: 'samples',
    name: shown > 0 ? `Samples of generation ${shown}` : 'Real data',
    draw: () => samplesFigure(shown, preview, results),
  };
  if (frames.length === 0) return [samples];
  const scores = metricsOf(experiment).filter(({ id }) => experiment.scores.includes(id));
  const ranked = scores.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const metrics = [...ranked, ...scores.filter(({ rank }) => rank === null), ...truthsOf(experiment)];
  return [samples, ...metrics.map((metric) => ({ id: metric.id, name: metric.name, draw: () => scoreFigure(metric, results) }))];
}
