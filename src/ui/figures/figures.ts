import type { Preview } from '../../protocol/messages';
import { metricsOf, rankedOf, truthsOf } from '../charts/metricsOf';
import type { Results } from '../files/results';
import type { Figure } from './figurePage';
import { samplesFigure } from './figureSamples';
import { scoreFigure } from './figureScore';
import { sheetFigure } from './figureSheet';

/** A picture that can be had; drawn when asked for. */
export interface FigureOffer {
  readonly id: string;
  readonly name: string;
  /** under which it stands among the others; '' = above them all */
  readonly group: string;
  readonly draw: () => Figure;
}

/** The pictures of what is on the screen: its samples, then every chart that has something to show. */
export function figuresOf(results: Results, shown: number, preview: Preview | null): FigureOffer[] {
  const { experiment, frames } = results;
  const samples = {
    id: 'samples',
    name: shown > 0 ? `Samples of generation ${shown}` : 'Real data',
    group: '',
    draw: () => samplesFigure(shown, preview, results),
  };
  if (frames.length === 0) return [samples];
  const scores = metricsOf(experiment).filter(({ id }) => experiment.scores.includes(id));
  const ranked = rankedOf(scores);
  const groups = { Scores: ranked, 'More scores': scores.filter(({ rank }) => rank === null), 'Exact values and theory': truthsOf(experiment) };
  const charts = Object.entries(groups).flatMap(([group, metrics]) => metrics.map((metric) => ({ group, metric })));
  const sheet = {
    id: 'sheet',
    name: 'All charts on one sheet',
    group: '',
    draw: () =>
      sheetFigure(
        charts.map(({ metric }) => metric),
        results,
      ),
  };
  return [
    samples,
    ...charts.map(({ group, metric }) => ({ id: metric.id, name: metric.name, group, draw: () => scoreFigure(metric, results) })),
    ...(charts.length > 1 ? [sheet] : []),
  ];
}
