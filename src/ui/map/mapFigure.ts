import type { MetricDescription } from '../../engine/descriptions';
import type { MapRuns } from '../../store/maps';
import { version } from '../../version';
import { aspectWords } from '../charts/summary';
import { COLOURS, type Figure, figurePage } from '../figures/figurePage';
import { SIZE } from '../figures/figurePen';
import { print } from '../plot/print';
import { experimentLine } from '../text/experimentLine';
import { boundaryOf } from './boundary';
import { heightOf, type MapPen, mapPlane, mapShapes } from './mapShapes';
import { mediansOf, scaleOf, squaresOf } from './mapValues';
import { aboutWords, BOUNDARY_WORDS, progressWords, summaryOf } from './mapWords';

const WIDTH = 704;
const MOST = 560;

const PEN: MapPen = { em: SIZE, ink: COLOURS.ink, mute: COLOURS.mute, ground: COLOURS.ground, empty: COLOURS.noise };

/** The map as a picture of its own. */
export function mapFigure(runs: MapRuns, metric: MetricDescription, link: string, today: string): Figure {
  const { plan } = runs;
  const { experiment, x, y } = plan;
  const medians = mediansOf(runs);
  const scale = scaleOf(metric, medians);
  const boundary = boundaryOf(plan);
  const plane = mapPlane(x, y, WIDTH, MOST, SIZE);
  const shapes = mapShapes({ x, y, squares: squaresOf(plan, medians, scale), scale, boundary }, plane, PEN);
  return figurePage({
    title: `Map of ${metric.name}`,
    subtitle: aspectWords(metric),
    description: summaryOf(runs, metric),
    body: print(shapes),
    bodyWidth: WIDTH,
    bodyHeight: heightOf(plane, SIZE),
    caption: [
      [
        aboutWords(plan, metric.name),
        ...(runs.cells.size < x.values.length * y.values.length ? [progressWords(runs)] : []),
        ...(boundary ? [BOUNDARY_WORDS] : []),
      ].join(' '),
      `But for these two: ${experimentLine(experiment)}`,
      `Seed ${experiment.seed}; MAD Lab ${version}, computed on ${experiment.backend}. Exported on ${today}.`,
    ],
    link,
  });
}
