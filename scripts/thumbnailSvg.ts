import { deflateSync } from 'node:zlib';
import { catalogue } from '../src/engine/catalogue';
import type { ShownImages } from '../src/engine/kinds/images';
import type { ShownPoints } from '../src/engine/kinds/points';
import type { ShownSamples } from '../src/engine/results';
import type { Preset } from '../src/presets/preset';
import { axisOf } from '../src/ui/charts/axis';
import { plotWhole } from '../src/ui/charts/curves/plotWhole';
import { type Geometry, planeOf } from '../src/ui/charts/geometry';
import { extentOfChart } from '../src/ui/charts/layer';
import { layersOf } from '../src/ui/charts/layers';
import type { Pen } from '../src/ui/charts/pen';
import { seriesOf } from '../src/ui/charts/series';
import { thumbnailSource } from '../src/ui/gallery/thumbnail';
import { viewOf } from '../src/ui/kinds';
import { wallOf } from '../src/ui/kinds/images/wallPicture';
import { dots } from '../src/ui/kinds/points/cloud';
import { squareOf } from '../src/ui/kinds/points/square';
import { lookOf, REAL } from '../src/ui/palette';
import { alphaPng } from '../src/ui/plot/alphaPng';
import { print } from '../src/ui/plot/print';
import { escapeXml } from '../src/ui/plot/xml';
import type { ThumbnailRun } from './thumbnailRun';

const WIDTH = 900;
const HEIGHT = 300;
/** Between two panes, and over and under them. */
const GAP = 24;
const EDGE = 8;
/** Points of a pane, and Gaussians of the real density behind it: as many as a small file holds. */
const MOST_POINTS = 130;
const MOST_GHOSTS = 40;
const MOST_STEPS = 60;
/** Images of a pane, in so many rows and columns: fewer of those with more pixels. */
const rowsOf = ({ side }: ShownImages) => (side > 14 ? 3 : 4);
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
  // squares, as large as so many may be, in the middle
  const count = shown.length;
  const side = Math.min(HEIGHT - 2 * EDGE, Math.floor((WIDTH - (count - 1) * GAP) / count));
  const left = Math.round((WIDTH - count * side - (count - 1) * GAP) / 2);
  const top = Math.round((HEIGHT - side) / 2);
  const arePoints = shown.every(({ samples }) => samples.kind === 'points');
  const squares = shown.map(({ loop, samples }, i) => {
    const picture = arePoints
      ? `<use href="#real"/>${cloud(loop, samples as ShownPoints, run.preview.extent, side)}`
      : asOnThePage(run, loop, samples, side);
    return `<svg x="${left + i * (side + GAP)}" y="${top}" width="${side}" height="${side}">${picture}</svg>`;
  });
  return [...(arePoints ? [ghost(run, side)] : []), ...squares].join('\n');
}

/** Samples of any other kind as its view draws them, in the colour of their loop; what all words share is said once. */
function asOnThePage({ experiment, preview }: ThumbnailRun, loop: string, samples: ShownSamples, side: number): string {
  const look = lookOf(loop);
  const brush = { look, dark: false, surface: 'thumbnail', side, ink: look.colour } as const;
  const picture = viewOf(experiment).picture(samples, { preview, watched: [] }, brush);
  const words = picture.find((shape) => shape.kind === 'words');
  const shapes = picture.map((shape) => {
    if (shape.kind !== 'words') return shape;
    const { fontFamily, fontSize, fill, ...own } = shape;
    return own;
  });
  const printed = print(shapes, { digits: 0, data: false }).replaceAll('\n', '');
  return words ? `<g font-family="${words.fontFamily}" font-size="${words.fontSize?.toFixed(1)}" fill="${words.fill}">${printed}</g>` : printed;
}

/** The real density: its Gaussians as soft discs of two standard deviations. */
function ghost({ density, preview: { extent } }: ThumbnailRun, side: number): string {
  if (!density) return '<defs><g id="real"/></defs>';
  const { count, centres, sigma } = density;
  const { scale, toX, toY } = squareOf(extent, side);
  const step = Math.ceil(count / MOST_GHOSTS);
  let d = '';
  for (let i = 0; i < count; i += step) d += `M${Math.round(toX(centres[2 * i]))} ${Math.round(toY(centres[2 * i + 1]))}h0`;
  const size = Math.round(4 * sigma * scale);
  return `<defs><path id="real" d="${d}" stroke="${REAL.colour}" stroke-opacity=".4" stroke-width="${size}" stroke-linecap="round"/></defs>`;
}

/** The samples as the page's pane places them, in few bytes: one stroke without length each, or a marker. */
function cloud(loop: string, samples: ShownPoints, extent: number, side: number): string {
  const look = lookOf(loop);
  const few = { ...samples, count: Math.min(samples.count, MOST_POINTS) };
  const { places } = dots(few, extent, { look, dark: false, surface: 'figure', side });
  const whole = places.map((place) => Math.round(place));
  const inside: string[] = [];
  for (let i = 0; i < whole.length; i += 2) {
    const [x, y] = [whole[i], whole[i + 1]];
    if (Math.min(x, y) >= 0 && Math.max(x, y) <= side) inside.push(`${x} ${y}`);
  }
  if (look.marker === 'triangle') {
    const mark = `<marker id="m" markerUnits="userSpaceOnUse" markerWidth="14" markerHeight="14" refX="7" refY="7"><path d="M7 1l6 11h-12z" fill="${look.colour}"/></marker>`;
    return `${mark}<path d="M${inside.join(' ')}" fill="none" style="marker:url(#m)"/>`;
  }
  const cap = look.marker === 'square' ? 'square' : 'round';
  return `<path d="M${inside.join('h0M')}h0" stroke="${look.colour}" stroke-width="10" stroke-linecap="${cap}"/>`;
}

/** Digits of all panes as one picture, through which each loop's colour shows: thick strokes are dense, grey ones faint. */
function walls(shown: readonly { readonly loop: string; readonly samples: ShownImages }[]): string {
  const { side } = shown[0].samples;
  const pitch = side + 1;
  const rows = rowsOf(shown[0].samples);
  // half a digit's width between the walls of two loops
  const wall = rows * pitch + side / 2;
  const width = shown.length * wall - side / 2;
  const opacity = new Uint8Array(width * rows * pitch);
  for (const [at, { samples }] of shown.entries()) {
    const digits = wallOf(samples, rows, rows);
    for (let y = 0; y < digits.height; y++) {
      for (let x = 0; x < digits.width; x++) {
        const ink = (digits.opacity[y * digits.width + x] / 255) ** GAMMA;
        opacity[y * width + at * wall + x] = Math.round((Math.round(ink * SHADES) * 255) / SHADES);
      }
    }
  }
  const png = alphaPng(width, rows * pitch, opacity, '#ffffff', (bytes) => deflateSync(bytes, { level: 9 }));
  const data = Buffer.from(png).toString('base64');
  const scale = WIDTH / width;
  const height = Math.round(rows * pitch * scale);
  const inks = shown.map(
    ({ loop }, i) =>
      `<path d="M${Math.round(i * wall * scale)} 0h${Math.round(rows * pitch * scale)}v${height}H${Math.round(i * wall * scale)}z" fill="${lookOf(loop).colour}"/>`,
  );
  return [
    `<mask id="ink"><image width="${WIDTH}" height="${height}" preserveAspectRatio="none" style="image-rendering:pixelated" href="data:image/png;base64,${data}"/></mask>`,
    `<g mask="url(#ink)" transform="translate(0 ${Math.round((HEIGHT - height) / 2)})">${inks.join('')}</g>`,
  ].join('\n');
}

const GEOMETRY: Geometry = { width: WIDTH, height: HEIGHT, left: 12, right: 12, top: 14, bottom: 14, values: false };

/** Bold lines in colours that stand on light and dark grounds alike, no words. */
const PEN: Pen = {
  mute: GREY,
  noise: GREY,
  ink: (loop) => lookOf(loop).colour,
  axes({ geometry: { left }, end, floor }) {
    const steps = [
      ['M', left, floor],
      ['H', end],
    ] as const;
    return [{ kind: 'path', steps, stroke: GREY, strokeWidth: 2 }];
  },
  run: { strokeWidth: 6, isDashed: false, cap: 'round', signs: 0 },
  area: 0.12,
  band: 0.25,
  theory: { strokeWidth: 3, colour: () => GREY, dash: () => '10 8' },
  told: null,
  change: { strokeWidth: 2, strokeDasharray: '4 6', rise: 0, words: null },
};

/** The curve of one value, as the page's chart shows it: median, 10-90 % of the runs, theory, and what changes on the way. */
function curves({ experiment, frames }: ThumbnailRun, value: string): string {
  const metric = [...catalogue.metrics, ...catalogue.truths].find(({ id }) => id === value);
  if (!metric) throw new Error(`There is no score or truth value “${value}”.`);
  const data = { experiment, series: seriesOf(frames, experiment.loop, value, MOST_STEPS), noise: null, behind: [], told: [] };
  const layers = layersOf(data);
  const plane = planeOf(GEOMETRY, axisOf(metric, extentOfChart(data.series, layers)), experiment.generations);
  return print(plotWhole(data, layers, plane, PEN), { digits: 0, data: false });
}
