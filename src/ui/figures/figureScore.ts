import type { MetricDescription } from '../../engine/descriptions';
import { number, span } from '../../format';
import { reasonOf } from '../../results/stats';
import { type Axis, axisOf, heightOn, tickText } from '../charts/axis';
import { type Geometry, placeOf, spread } from '../charts/geometry';
import { missingRemark } from '../charts/notes';
import { bandOf, type NoiseBand, type Row, type Series, seriesOf, theoryKey } from '../charts/series';
import { betterWords, summaryOf } from '../charts/summary';
import { KIND_WORDS, KINDS, THEORY_DASH } from '../charts/theory';
import type { Results } from '../files/results';
import { markerPath } from '../Mark';
import { lookOf } from '../palette';
import { loopName } from '../text/loopNames';
import { interventions, placeWords } from '../timeline/events';
import { captionLines } from './figureCaption';
import { COLOURS, escapeXml, type Figure, figurePage, px, textWidth } from './figurePage';

const WIDTH = 704;
const HEIGHT = 330;
const SIZE = 13;
/** Markers along a line, so that it is told apart without its colour. */
const MARKERS = 8;
/** Thinner than this a band is not seen, px. */
const THINNEST = 2;

interface Plot {
  readonly axis: Axis;
  readonly geometry: Geometry;
  readonly generations: number;
  readonly series: Series;
  toX(generation: number): number;
  toY(value: number): number;
}

/** A score's chart as a picture of its own, from the numbers: nothing has to be on the screen. */
export function scoreFigure(metric: MetricDescription, results: Results): Figure {
  const { experiment, frames, noise: floors } = results;
  const { loop: loops, generations, replicates } = experiment;
  const noise = floors?.bands[metric.id] ?? null;
  const series = seriesOf(frames, loops, metric.id, noise);
  const plot = plotOf(metric, series, loops, generations);
  const legend = legendOf(noise, series, plot.geometry);
  const missing = missingRemark(frames.at(-1), loops, metric.id);
  const what = [
    `${metric.name} of each generation${metric.aspect === '' ? '' : ` (${metric.aspect})`}.`,
    ...(replicates > 1 ? [`Lines: the median of ${replicates} replicates; bands: their 10–90 %.`] : []),
    ...(missing ? [missing] : []),
    ...(noise ? ['Grey: where the score lies between two sets of real samples (5–95 % of 20 pairs).'] : []),
  ];
  const body = [
    noise ? noiseBand(noise, plot) : '',
    axes(plot),
    turns(results, plot),
    ...(replicates > 1 ? loops.map((loop) => replicateBand(loop, plot)) : []),
    ...series.theory.map((line) => {
      const { inkOnLight } = lookOf(line.loop);
      return path(plot, theoryKey(line), `stroke="${inkOnLight}" stroke-width="1.25" stroke-dasharray="${THEORY_DASH[line.kind]}"`);
    }),
    ...loops.map((loop) => lineOf(loop, plot)),
    ends(results, metric.id, plot),
    legend.svg,
  ];
  return figurePage({
    title: metric.name,
    subtitle: [metric.aspect, betterWords(metric)].filter((words) => words !== '').join(' · '),
    description: summaryOf(metric, frames, loops, noise),
    body: body.filter((part) => part !== '').join('\n'),
    bodyWidth: WIDTH,
    bodyHeight: HEIGHT + legend.height,
    caption: captionLines(what, results),
    link: results.link,
  });
}

function plotOf(metric: MetricDescription, series: Series, loops: readonly string[], generations: number): Plot {
  const axis = axisOf(metric, series);
  const left = 8 + Math.max(12, ...axis.ticks.map((tick) => textWidth(tickText(tick, axis), SIZE)));
  const right = 20 + Math.max(...loops.map((loop) => textWidth(`${loopName(loop)} 0.0000`, SIZE)));
  const geometry = { width: WIDTH, height: HEIGHT, left, right, top: 24, bottom: 30, values: true };
  const floor = HEIGHT - geometry.bottom;
  return {
    axis,
    geometry,
    generations,
    series,
    toX: (generation) => placeOf(geometry, generation, Math.max(2, generations)),
    toY: (value) => floor - heightOn(axis, value) * (floor - geometry.top),
  };
}

function axes({ axis, geometry: { left, right, top, bottom }, generations, toX, toY }: Plot): string {
  const floor = HEIGHT - bottom;
  const last = Math.max(2, generations);
  const ticks = axis.ticks.map((tick) => {
    const y = toY(tick);
    const text = escapeXml(tickText(tick, axis));
    return `<path d="M${px(left)} ${px(y)}H${px(WIDTH - right)}" stroke="${COLOURS.hair}"/><text x="${px(left - 7)}" y="${px(y + 4)}" text-anchor="end" font-size="${SIZE}" fill="${COLOURS.mute}">${text}</text>`;
  });
  const between = last > 20 ? [Math.round((last + 1) / 2)] : [];
  const generationTicks = [1, ...between, last].map((generation, i, all) => {
    const x = toX(generation);
    const anchor = i === 0 ? 'start' : i === all.length - 1 ? 'end' : 'middle';
    return `<path d="M${px(x)} ${floor}v5" stroke="${COLOURS.mute}"/><text x="${px(x)}" y="${floor + 20}" text-anchor="${anchor}" font-size="${SIZE}" fill="${COLOURS.mute}">${i === all.length - 1 ? `generation ${generation}` : generation}</text>`;
  });
  return [
    ...ticks,
    `<path d="M${px(left)} ${floor}H${px(WIDTH - right)}M${px(left)} ${top}V${floor}" stroke="${COLOURS.mute}" fill="none"/>`,
    ...generationTicks,
  ].join('\n');
}

function noiseBand({ low, high }: NoiseBand, { geometry: { left, right, bottom }, toY }: Plot): string {
  const upper = Math.min(toY(high), HEIGHT - bottom - THINNEST);
  return `<rect data-noise="${low} ${high}" x="${px(left)}" y="${px(upper)}" width="${px(WIDTH - left - right)}" height="${px(Math.max(THINNEST, toY(low) - upper))}" fill="${COLOURS.noise}"/>`;
}

/** What the reader changed on the way. */
function turns({ experiment }: Results, { geometry: { top, bottom }, toX }: Plot): string {
  const events = interventions(experiment);
  const lines = events.map(
    ({ generation }) => `<path d="M${px(toX(generation))} ${top - 4}V${HEIGHT - bottom}" stroke="${COLOURS.mute}" stroke-dasharray="2 2"/>`,
  );
  const words = placeWords(events, toX, SIZE * 0.53, WIDTH).map(
    ({ event, centre }) => `<text x="${px(centre)}" y="${top - 9}" text-anchor="middle" fill="${COLOURS.mute}">${escapeXml(event.words)}</text>`,
  );
  return [...lines, ...words].join('\n');
}

/** Stretches of neighbouring generations in which a line has values. */
function stretches<Value>(rows: readonly Row[], key: string, isValue: (value: Row[string] | undefined) => value is Value & Row[string]) {
  const found: { generation: number; value: Value }[][] = [];
  let open = false;
  for (const row of rows) {
    const value = row[key];
    if (isValue(value)) {
      if (!open) found.push([]);
      found.at(-1)?.push({ generation: row.generation, value });
    }
    open = isValue(value);
  }
  return found;
}

const isNumber = (value: Row[string] | undefined): value is number => typeof value === 'number';
const isBand = (value: Row[string] | undefined): value is readonly [number, number] => Array.isArray(value);

function path({ series: { rows }, toX, toY }: Plot, key: string, style: string): string {
  const d = stretches(rows, key, isNumber)
    .map((stretch) => `M${stretch.map(({ generation, value }) => `${px(toX(generation))} ${px(toY(value))}`).join('L')}`)
    .join('');
  return d === '' ? '' : `<path data-line="${key}" d="${d}" fill="none" stroke-linejoin="round" ${style}/>`;
}

function markerAt(loop: string, x: number, y: number, scale = 0.75): string {
  return `<path d="${markerPath(loop)}" fill="${lookOf(loop).colour}" transform="translate(${px(x - 6 * scale)} ${px(y - 6 * scale)}) scale(${scale})"/>`;
}

function lineOf(loop: string, plot: Plot): string {
  const { colour, dash } = lookOf(loop);
  const values = stretches(plot.series.rows, loop, isNumber).flat();
  const step = Math.max(1, Math.ceil(values.length / MARKERS));
  const marked = values.filter((_, i) => i % step === 0 || i === values.length - 1);
  const line = path(plot, loop, `stroke="${colour}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`);
  return [line, ...marked.map(({ generation, value }) => markerAt(loop, plot.toX(generation), plot.toY(value)))].join('');
}

function replicateBand(loop: string, { series: { rows }, toX, toY }: Plot): string {
  const areas = stretches(rows, bandOf(loop), isBand).map((stretch) => {
    const upper = stretch.map(({ generation, value }) => `${px(toX(generation))} ${px(toY(value[1]))}`);
    const lower = stretch.map(({ generation, value }) => `${px(toX(generation))} ${px(toY(value[0]))}`).reverse();
    return `M${[...upper, ...lower].join('L')}z`;
  });
  return areas.length === 0 ? '' : `<path data-band="${loop}" d="${areas.join('')}" fill="${lookOf(loop).colour}" fill-opacity=".16"/>`;
}

/** Each line's name and last value at its end; where a score has no value at all, why. */
function ends({ frames, experiment }: Results, metric: string, { series: { rows }, toX, toY, geometry }: Plot): string {
  const found = experiment.loop.flatMap((loop) => {
    const last = rows.findLast((row) => isNumber(row[loop]));
    const value = last?.[loop];
    return last && isNumber(value) ? [{ loop, value, x: toX(last.generation), y: toY(value) }] : [];
  });
  const frame = frames.at(-1);
  if (found.length === 0 && frame) {
    const reason = reasonOf(frame, experiment.loop[0], metric);
    return `<text x="${px(geometry.left + 10)}" y="${geometry.top + 24}" font-size="${SIZE}" fill="${COLOURS.mute}">${escapeXml(`Undefined here: ${reason}`)}</text>`;
  }
  const places = spread(
    found.map(({ y }) => y),
    SIZE + 4,
    geometry.top,
    HEIGHT - geometry.bottom - 4,
  );
  return found
    .map(({ loop, value, x }, i) => {
      const words = `${escapeXml(loopName(loop))} <tspan font-weight="600">${escapeXml(number(value))}</tspan>`;
      return `<text x="${px(x + 12)}" y="${px(places[i] + 4)}" font-size="${SIZE}" fill="${lookOf(loop).inkOnLight}">${words}</text>`;
    })
    .join('\n');
}

function legendOf(noise: NoiseBand | null, { theory }: Series, { left }: Geometry): { svg: string; height: number } {
  const kinds = KINDS.filter((kind) => theory.some((line) => line.kind === kind));
  const entries = [
    ...(noise
      ? [{ sign: `<rect y="-9" width="22" height="10" fill="${COLOURS.noise}"/>`, words: `noise floor ${span(noise.low, noise.high)}` }]
      : []),
    ...kinds.map((kind) => ({
      sign: `<path d="M0 -4h22" stroke="${COLOURS.ink}" stroke-width="1.25" stroke-dasharray="${THEORY_DASH[kind]}"/>`,
      words: KIND_WORDS[kind],
    })),
  ];
  const svg = entries
    .map(
      ({ sign, words }, i) =>
        `<g transform="translate(${px(left)} ${HEIGHT + 22 + i * 18})">${sign}<text x="30" fill="${COLOURS.mute}">${escapeXml(words)}</text></g>`,
    )
    .join('\n');
  return { svg, height: entries.length * 18 };
}
