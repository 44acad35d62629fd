import type { MetricDescription } from '../../engine/descriptions';
import { span } from '../../format';
import { toldFor, toldLine } from '../../presets/told';
import { isComputed, reasonOf } from '../../results/stats';
import { type Axis, axisOf, tickText } from '../charts/axis';
import { pointsOf } from '../charts/curves/line';
import { plotWhole } from '../charts/curves/plotWhole';
import { type Geometry, type Plane, planeOf } from '../charts/geometry';
import { extentOfChart } from '../charts/layer';
import { layersOf } from '../charts/layers';
import { type End, endWords } from '../charts/layers/ends';
import { missingRemark } from '../charts/notes';
import { type NoiseBand, type Series, STRENGTH, seriesOf } from '../charts/series';
import { aspectWords, summaryOf } from '../charts/summary';
import { KIND_WORDS, KINDS, THEORY_DASH } from '../charts/theory';
import type { Results } from '../files/results';
import { box, type Shape } from '../plot/primitive';
import { print } from '../plot/print';
import { loopName } from '../text/loopNames';
import { captionLines } from './figureCaption';
import { COLOURS, type Figure, figurePage, textWidth } from './figurePage';
import { figureEnds, figurePen, SIZE } from './figurePen';

const WIDTH = 704;
const HEIGHT = 330;
/** of an entry of the legend */
const LINE = 18;

export const NOISE_WORDS = 'Grey: where the score lies between two sets of real samples (5–95 % of 20 pairs).';
export const replicateWords = (replicates: number): string[] =>
  replicates > 1 ? [`Lines: the median of ${replicates} replicates; bands: their 10–90 %.`] : [];

/** A score's chart with its legend below, from the numbers: nothing has to be on the screen. */
export function scoreChart(metric: MetricDescription, results: Results, width: number, height: number): { shapes: Shape[]; height: number } {
  const { experiment, frames, noise: floors } = results;
  const { loop: loops, generations } = experiment;
  const noise = floors?.bands[metric.id] ?? null;
  const series = seriesOf(frames, loops, metric.id);
  // what stands behind the run on the page is no part of it
  const data = { experiment, series, noise, behind: [], told: toldFor(experiment, metric.id).map(toldLine) };
  const layers = layersOf(data);
  const axis = axisOf(metric, extentOfChart(series, layers));
  const plane = planeOf(geometryOf(axis, loops, width, height), axis, Math.max(2, generations));
  const legend = legendOf(noise, series, plane.geometry.left, height);
  return {
    shapes: [...plotWhole(data, layers, plane, figurePen), ...endsOrReason(results, metric.id, series, plane), ...legend.flat()],
    height: height + legend.length * LINE,
  };
}

/** A score's chart as a picture of its own. */
export function scoreFigure(metric: MetricDescription, results: Results): Figure {
  const { experiment, frames, noise: floors } = results;
  const { loop: loops, replicates } = experiment;
  const noise = floors?.bands[metric.id] ?? null;
  const told = toldFor(experiment, metric.id).map(toldLine);
  const missing = missingRemark(frames.at(-1), loops, metric.id);
  const chart = scoreChart(metric, results, WIDTH, HEIGHT);
  const what = [
    `${metric.name} of each generation${metric.aspect === '' ? '' : ` (${metric.aspect})`}.`,
    ...replicateWords(replicates),
    ...told.map(({ long, by }) => `Grey line: ${long} (${by}).`),
    ...(missing ? [missing] : []),
    ...(noise ? [NOISE_WORDS] : []),
  ];
  return figurePage({
    title: metric.name,
    subtitle: aspectWords(metric),
    description: summaryOf(metric, frames, loops, noise),
    body: print(chart.shapes),
    bodyWidth: WIDTH,
    bodyHeight: chart.height,
    caption: captionLines(what, results),
    link: results.link,
  });
}

function geometryOf(axis: Axis, loops: readonly string[], width: number, height: number): Geometry {
  const left = 8 + Math.max(12, ...axis.ticks.map((tick) => textWidth(tickText(tick, axis), SIZE)));
  const right = 20 + Math.max(...loops.map((loop) => textWidth(`${loopName(loop)} 0.0000`, SIZE)));
  return { width, height, left, right, top: 24, bottom: 30, values: true };
}

/** Each line's name and last value at its end; where a score has no value at all, why. */
function endsOrReason({ frames, experiment }: Results, metric: string, { rows }: Series, plane: Plane): Shape[] {
  const ends = experiment.loop.flatMap((loop): End[] => {
    const last = pointsOf(rows, loop).at(-1)?.at(-1);
    return last ? [{ loop, ...last }] : [];
  });
  const frame = frames.at(-1);
  if (ends.length > 0 || !frame) return endWords(ends, plane, figureEnds);
  const { left, top } = plane.geometry;
  const text = isComputed(frame, metric) ? `Undefined here: ${reasonOf(frame, experiment.loop[0], metric)}` : 'Not computed';
  return [{ kind: 'words', x: left + 10, y: top + 24, fontSize: SIZE, fill: COLOURS.mute, parts: [{ text }] }];
}

/** A sign and its words for the noise floor and for each kind of theory. */
function legendOf(noise: NoiseBand | null, { theory }: Series, left: number, height: number): Shape[][] {
  const kinds = KINDS.filter((kind) => theory.some((line) => line.kind === kind));
  const entries = [
    ...(noise ? [{ words: `noise floor ${span(noise.low, noise.high)}`, dash: null }] : []),
    ...kinds.map((kind) => ({ words: KIND_WORDS[kind], dash: THEORY_DASH[kind] })),
  ];
  return entries.map(({ words, dash }, i) => {
    const y = height + 22 + i * LINE;
    const line = [
      ['M', left, y - 4],
      ['H', left + 22],
    ] as const;
    return [
      dash === null
        ? { kind: 'path', steps: box(left, y - 9, 22, 10), fill: COLOURS.noise }
        : { kind: 'path', steps: line, stroke: COLOURS.ink, strokeWidth: STRENGTH.theory, strokeDasharray: dash },
      { kind: 'words', x: left + 30, y, fill: COLOURS.mute, parts: [{ text: words }] },
    ];
  });
}
