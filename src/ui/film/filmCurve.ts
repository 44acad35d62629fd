import type { MetricDescription } from '../../engine/descriptions';
import { METRIC_WORDS } from '../../engine/metrics/words';
import { TRUTH_WORDS } from '../../engine/truths.words';
import { toldFor, toldLine } from '../../presets/told';
import { reasonOf, scoreOf } from '../../results/stats';
import { axisOf, tickText } from '../charts/axis';
import { plotWhole } from '../charts/curves/plotWhole';
import { planeOf } from '../charts/geometry';
import { extentOfChart } from '../charts/layer';
import { layersOf } from '../charts/layers';
import { type End, endSigns, endWords } from '../charts/layers/ends';
import type { Pen } from '../charts/pen';
import { seriesOf } from '../charts/series';
import { aspectWords } from '../charts/summary';
import { COLOURS, textWidth, wrap } from '../figures/figurePage';
import { figureEnds, figurePen, figureWords, SIZE } from '../figures/figurePen';
import type { Results } from '../files/results';
import type { Shape } from '../plot/primitive';
import { loopName } from '../text/loopNames';
import type { Box } from './filmLayout';
import type { Part } from './filmPart';

/** Signs stand at the ends alone: along a line that grows they would wander. */
const PEN: Pen = { ...figurePen, run: { ...figurePen.run, signs: 0 } };
/** Where there is no room for a generation in the middle. */
const NARROW: Pen = { ...PEN, axes: (plane) => PEN.axes(plane).filter((shape) => shape.kind !== 'words' || shape.textAnchor !== 'middle') };

/** What a score measures, as far as its first sentence says so in a line. */
function meaningOf(id: string): string {
  const words: Readonly<Record<string, { readonly meaning: string }>> = { ...METRIC_WORDS, ...TRUTH_WORDS };
  const [first] = (words[id]?.meaning ?? '').replace(/ \([^)]*\)/g, '').split(/[:;.](?: |$)/);
  return first;
}

/** The curve of a score, on axes of the whole run, that grows with the generation. */
export function curveIn(score: MetricDescription, results: Results, box: Box) {
  const { experiment, frames, noise: floors } = results;
  const { loop: loops, generations } = experiment;
  const isNarrow = box.width < 500;
  // a single loop need not be named
  const name = loops.length === 1 ? () => '' : loopName;
  const noise = floors?.bands[score.id] ?? null;
  const series = seriesOf(frames, loops, score.id);
  const told = toldFor(experiment, score.id).map(toldLine);
  const layers = layersOf({ experiment, series, noise, behind: [], told });
  const axis = axisOf(score, extentOfChart(series, layers));
  const right = 18 + Math.max(...loops.map((loop) => textWidth(`${name(loop)} 0.0000`, SIZE)));
  const left = 8 + Math.max(12, ...axis.ticks.map((tick) => textWidth(tickText(tick, axis), SIZE)));
  const aspect = aspectWords(score);
  const lines = isNarrow && aspect !== '' ? [aspect, meaningOf(score.id)] : [meaningOf(score.id)];
  const below = lines.flatMap((text) => wrap(text, Math.floor(box.width / 6.4))).slice(0, isNarrow ? 5 : 1);
  const top = 24 + 16 * below.length;
  const geometry = { width: box.width, height: box.height, left, right, top: top + 10, bottom: 26, values: true };
  const plane = planeOf(geometry, axis, Math.max(2, generations));

  const head: Shape[] = [
    { ...figureWords(0, 14, score.name, COLOURS.ink), fontSize: 15, fontWeight: 600 },
    ...(isNarrow ? [] : [{ ...figureWords(box.width, 14, aspect, COLOURS.mute), textAnchor: 'end' as const }]),
    ...below.map((line, i) => ({ ...figureWords(0, 31 + 16 * i, line, COLOURS.mute), fontSize: 12.5 })),
  ];
  const still: Part = { x: box.x, y: box.y, shapes: head };

  function partAt(generation: number): Part {
    const rows = series.rows.filter((row) => row.generation <= generation);
    const frame = frames[generation - 1];
    const data = { experiment, series: { ...series, rows }, noise, behind: [], told };
    const ends = loops.flatMap((loop): End[] => {
      const value = frame && scoreOf(frame, loop, score.id);
      return value ? [{ loop, generation, value: value.median }] : [];
    });
    const reason =
      frame && ends.length === 0 ? [figureWords(left + 10, top + 30, `Without a value: ${reasonOf(frame, loops[0], score.id)}`, COLOURS.mute)] : [];
    const shapes = [
      ...plotWhole(data, layersOf(data), plane, isNarrow ? NARROW : PEN),
      ...endSigns(ends, plane, 0.8),
      ...endWords(ends, plane, { ...figureEnds, name, isInMargin: true }),
      ...reason,
    ];
    return { x: box.x, y: box.y, shapes };
  }
  return { still, partAt };
}
