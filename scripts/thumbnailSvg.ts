import { deflateSync } from 'node:zlib';
import { catalogue } from '../src/engine/catalogue';
import type { ShownImages } from '../src/engine/kinds/images';
import type { ShownPoints } from '../src/engine/kinds/points';
import type { Preset } from '../src/presets/preset';
import { axisOf, heightOn } from '../src/ui/charts/axis';
import { bandOf, type Row, seriesOf, theoryKey } from '../src/ui/charts/series';
import { alphaPng } from '../src/ui/figures/alphaPng';
import { escapeXml } from '../src/ui/figures/figurePage';
import { thumbnailSource } from '../src/ui/gallery/thumbnail';
import { lookOf, REAL } from '../src/ui/palette';
import type { ThumbnailRun } from './thumbnailRun';

const WIDTH = 900;
const HEIGHT = 300;
/** A pane is a square, and so far from the next one's start. */
const PANE = 284;
const PITCH = 308;
/** Points of a pane, and Gaussians of the real density behind it: as many as a small file holds. */
const MOST_POINTS = 130;
const MOST_GHOSTS = 40;
const MOST_STEPS = 60;
/** Digits of a pane, in rows. */
const ROWS = 4;
/** Grey that is told from white and from near-black, and shades of a digit. */
const GREY = '#80868f';
const SHADES = 8;
/** Faint strokes of small digits are still to be seen. */
const GAMMA = 0.6;

/** A picture of a run that stands on light and dark grounds alike, with the link that it was drawn from inside. */
export function thumbnailSvg(preset: Preset, run: ThumbnailRun): string {
  const body = run.plan.kind === 'curve' ? curves(run, run.plan.value) : panes(run);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<title>${escapeXml(preset.title)}</title>`,
    `<desc>${escapeXml(thumbnailSource(preset))}</desc>`,
    body,
    '</svg>\n',
  ].join('\n');
}

function panes(run: ThumbnailRun): string {
  if (run.plan.kind !== 'panes') return '';
  const shown = run.plan.panes.map(({ loop, generation }) => {
    const frame = run.frames.find((candidate) => candidate.generation === generation);
    const samples = frame?.lanes.find((lane) => lane.loop === loop && lane.replicate === 1)?.shown;
    if (!samples) throw new Error(`The run has no samples of ${loop} at generation ${generation}.`);
    return { loop, samples };
  });
  const images = shown.flatMap(({ loop, samples }) => (samples.kind === 'images' ? [{ loop, samples: samples as ShownImages }] : []));
  if (images.length > 0) return walls(images);
  const clouds = shown.map(({ loop, samples }, i) =>
    samples.kind === 'points'
      ? `<svg x="${i * PITCH}" y="8" width="${PANE}" height="${PANE}"><use href="#real"/>${cloud(loop, samples as ShownPoints, run.preview.extent)}</svg>`
      : '',
  );
  return [ghost(run), ...clouds].join('\n');
}

const onPane = (value: number, extent: number) => Math.round(((value + extent) / (2 * extent)) * PANE);

/** The real density: its Gaussians as soft discs of two standard deviations. */
function ghost({ density, preview: { extent } }: ThumbnailRun): string {
  if (!density) return '<defs><g id="real"/></defs>';
  const { count, centres, sigma } = density;
  const step = Math.ceil(count / MOST_GHOSTS);
  let d = '';
  for (let i = 0; i < count; i += step) d += `M${onPane(centres[2 * i], extent)} ${onPane(-centres[2 * i + 1], extent)}h0`;
  const size = Math.round((4 * sigma * PANE) / (2 * extent));
  return `<defs><path id="real" d="${d}" stroke="${REAL.colour}" stroke-opacity=".4" stroke-width="${size}" stroke-linecap="round"/></defs>`;
}

function cloud(loop: string, { count, values }: ShownPoints, extent: number): string {
  const { colour, marker } = lookOf(loop);
  const places: string[] = [];
  for (let i = 0; i < Math.min(count, MOST_POINTS); i++) {
    const [x, y] = [onPane(values[2 * i], extent), onPane(-values[2 * i + 1], extent)];
    if (Math.min(x, y) >= 0 && Math.max(x, y) <= PANE) places.push(`${x} ${y}`);
  }
  if (marker === 'triangle') {
    const mark = `<marker id="m" markerUnits="userSpaceOnUse" markerWidth="14" markerHeight="14" refX="7" refY="7"><path d="M7 1l6 11h-12z" fill="${colour}"/></marker>`;
    return `${mark}<path d="M${places.join(' ')}" fill="none" style="marker:url(#m)"/>`;
  }
  const cap = marker === 'square' ? 'square' : 'round';
  return `<path d="M${places.join('h0M')}h0" stroke="${colour}" stroke-width="10" stroke-linecap="${cap}"/>`;
}

/** Digits of all panes as one picture, through which each loop's colour shows: thick strokes are dense, grey ones faint. */
function walls(shown: readonly { readonly loop: string; readonly samples: ShownImages }[]): string {
  const { side } = shown[0].samples;
  const pitch = side + 1;
  // half a digit's width between the walls of two loops
  const wall = ROWS * pitch + side / 2;
  const width = shown.length * wall - side / 2;
  const opacity = new Uint8Array(width * ROWS * pitch);
  for (const [at, { samples }] of shown.entries()) {
    for (let i = 0; i < ROWS * ROWS; i++) {
      const left = at * wall + (i % ROWS) * pitch;
      const top = Math.floor(i / ROWS) * pitch;
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++) {
          const ink = (samples.values[(i * side + y) * side + x] / 255) ** GAMMA;
          opacity[(top + y) * width + left + x] = Math.round((Math.round(ink * SHADES) * 255) / SHADES);
        }
      }
    }
  }
  const png = alphaPng(width, ROWS * pitch, opacity, '#ffffff', (bytes) => deflateSync(bytes, { level: 9 }));
  const data = Buffer.from(png).toString('base64');
  const scale = WIDTH / width;
  const height = Math.round(ROWS * pitch * scale);
  const inks = shown.map(
    ({ loop }, i) =>
      `<path d="M${Math.round(i * wall * scale)} 0h${Math.round(ROWS * pitch * scale)}v${height}H${Math.round(i * wall * scale)}z" fill="${lookOf(loop).colour}"/>`,
  );
  return [
    `<mask id="ink"><image width="${WIDTH}" height="${height}" preserveAspectRatio="none" style="image-rendering:pixelated" href="data:image/png;base64,${data}"/></mask>`,
    `<g mask="url(#ink)" transform="translate(0 ${Math.round((HEIGHT - height) / 2)})">${inks.join('')}</g>`,
  ].join('\n');
}

/** The curve of one value, drawn as the page's chart draws it: median, 10-90 % of the runs, theory, and what changes on the way. */
function curves({ experiment, frames }: ThumbnailRun, value: string): string {
  const metric = [...catalogue.metrics, ...catalogue.truths].find(({ id }) => id === value);
  if (!metric) throw new Error(`There is no score or truth value “${value}”.`);
  const { loop: loops, generations, changes } = experiment;
  const series = seriesOf(frames, loops, value, null, [], MOST_STEPS);
  const axis = axisOf(metric, series);
  const [left, right, top, floor] = [12, WIDTH - 12, 14, HEIGHT - 14];
  const x = (generation: number) => Math.round(left + ((generation - 1) / Math.max(1, generations - 1)) * (right - left));
  const y = (number: number) => Math.round(floor - heightOn(axis, number) * (floor - top));
  const has = (key: string) => series.rows.filter((row) => row[key] !== null && row[key] !== undefined);
  const line = (key: string) =>
    `M${has(key)
      .map((row) => `${x(row.generation)} ${y(row[key] as number)}`)
      .join('L')}`;
  const under = (key: string) => {
    const rows = has(key);
    return rows.length === 0 ? '' : `${line(key)}L${x(rows[rows.length - 1].generation)} ${floor}H${x(rows[0].generation)}z`;
  };
  const band = (key: string) => {
    const end = (row: Row, at: 0 | 1) => `${x(row.generation)} ${y((row[key] as readonly [number, number])[at])}`;
    const rows = has(key);
    return `M${[...rows.map((row) => end(row, 1)), ...rows.toReversed().map((row) => end(row, 0))].join('L')}z`;
  };
  return [
    `<path d="M${left} ${floor}H${right}" stroke="${GREY}" stroke-width="2"/>`,
    ...changes.map((change) => `<path d="M${x(change.generation)} ${top}V${floor}" stroke="${GREY}" stroke-width="2" stroke-dasharray="4 6"/>`),
    ...loops.map((loop) => `<path d="${under(loop)}" fill="${lookOf(loop).colour}" fill-opacity=".12"/>`),
    ...(experiment.replicates > 1 ? loops.map((loop) => `<path d="${band(bandOf(loop))}" fill="${lookOf(loop).colour}" fill-opacity=".25"/>`) : []),
    ...series.theory.map((theory) => `<path d="${line(theoryKey(theory))}" fill="none" stroke="${GREY}" stroke-width="3" stroke-dasharray="10 8"/>`),
    ...loops.map(
      (loop) =>
        `<path d="${line(loop)}" fill="none" stroke="${lookOf(loop).colour}" stroke-width="6" stroke-linejoin="round" stroke-linecap="round"/>`,
    ),
  ].join('\n');
}
