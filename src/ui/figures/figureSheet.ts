import type { MetricDescription } from '../../engine/descriptions';
import { aspectWords } from '../charts/summary';
import type { Results } from '../files/results';
import { print } from '../plot/print';
import { captionLines } from './figureCaption';
import { COLOURS, type Figure, figurePage } from './figurePage';
import { figureWords } from './figurePen';
import { NOISE_WORDS, replicateWords, scoreChart } from './figureScore';

const ACROSS = 3;
const WIDTH = 440;
const HEIGHT = 230;
const GAP = 40;
/** of a chart's name and of what it measures */
const HEAD = 40;

/** All charts of a run on one sheet. */
export function sheetFigure(metrics: readonly MetricDescription[], results: Results): Figure {
  const { replicates } = results.experiment;
  const charts = metrics.map((metric) => ({ metric, ...scoreChart(metric, results, WIDTH, HEIGHT) }));
  const rows = Array.from({ length: Math.ceil(charts.length / ACROSS) }, (_, i) => charts.slice(i * ACROSS, (i + 1) * ACROSS));
  let top = 0;
  const body = rows.flatMap((row) => {
    const drawn = row.map(({ metric, shapes }, i) => {
      const head = [{ ...figureWords(0, 14, metric.name, COLOURS.ink), fontWeight: 600 }, figureWords(0, 31, aspectWords(metric), COLOURS.mute)];
      return `<g transform="translate(${i * (WIDTH + GAP)} ${top})">${print(head)}<g transform="translate(0 ${HEAD})">${print(shapes)}</g></g>`;
    });
    top += HEAD + Math.max(...row.map(({ height }) => height)) + GAP;
    return drawn;
  });
  const what = ['Every score of each generation.', ...replicateWords(replicates), ...(results.noise ? [NOISE_WORDS] : [])];
  return figurePage({
    title: 'All charts',
    subtitle: '',
    description: `Charts of ${metrics.map(({ name }) => name).join(', ')}.`,
    body: body.join('\n'),
    bodyWidth: ACROSS * (WIDTH + GAP) - GAP,
    bodyHeight: top - GAP,
    caption: captionLines(what, results),
    link: results.link,
  });
}
