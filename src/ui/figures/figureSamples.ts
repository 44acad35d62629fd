import { kindOf } from '../../engine/chosen';
import { loopsOf } from '../../engine/loops/named';
import type { Preview, ShownSamples } from '../../protocol/messages';
import type { Results } from '../files/results';
import { kindViews, viewOf } from '../kinds';
import { type Look, lookOf } from '../palette';
import { signOutline } from '../plot/marker';
import { box, type Primitive, type Shape } from '../plot/primitive';
import { print, px } from '../plot/print';
import { captionOf, captionText, pictureLabel, realCaption } from '../text/captions';
import { captionLines } from './figureCaption';
import { COLOURS, type Figure, figurePage, wrap } from './figurePage';
import { figureWords, SIZE } from './figurePen';

const WIDTH = 704;
const GAP = 22;
const NAME_HEIGHT = 24;
const LINE = 16;
/** Panes side by side; a single one is as wide as its figure. */
const MOST_ACROSS = 4;
const LARGEST = 480;

/** A loop's sign and name. */
function headOf(loop: string, name: string): Shape[] {
  const { colour, marker, inkOnLight } = lookOf(loop);
  return [
    { kind: 'marks', outline: signOutline(marker, 1), places: [6, 6], fill: colour },
    { ...figureWords(18, 10.5, name, inkOnLight), fontWeight: 600 },
  ];
}

/** What the page's pane shows, in a frame: without it an empty picture would be none. `look` is null for real data. */
function pictureOf(samples: ShownSamples | null, preview: Preview | null, look: Look | null, side: number): Primitive[] {
  const view = kindViews.find(({ id }) => id === samples?.kind);
  const brush = { look, dark: false, surface: 'figure', side } as const;
  return [
    ...(samples && view && samples.count > 0 ? view.picture(samples, { preview, watched: [] }, brush) : []),
    { kind: 'path', steps: box(0, 0, side, side), fill: 'none', stroke: COLOURS.hair },
  ];
}

/** The panes of one generation as a picture of its own; generation 0 is the real data. */
export function samplesFigure(generation: number, preview: Preview | null, results: Results): Figure {
  const { experiment, frames } = results;
  const frame = frames[generation - 1] ?? null;
  const { name: kind, words: kindWords } = kindOf(experiment);
  const loops = frame ? loopsOf(experiment) : [];
  const count = Math.max(1, loops.length);
  const across = Math.min(MOST_ACROSS, count);
  const side = Math.min(LARGEST, (WIDTH - GAP * (across - 1)) / across);
  const limit = Math.floor(side / (SIZE * 0.5));

  const panes = frame
    ? loops.map(({ id, name }) => {
        const samples = frame.lanes.find((lane) => lane.loop === id && lane.replicate === 1)?.shown;
        const words = captionText(captionOf(frame, id, experiment, preview, { first: frames[0] }));
        return { head: headOf(id, name), picture: pictureOf(samples ?? null, preview, lookOf(id), side), lines: wrap(words, limit) };
      })
    : [{ head: [], picture: pictureOf(preview?.real ?? null, preview, null, side), lines: wrap(realCaption(preview, experiment), limit) }];

  const lines = Math.max(...panes.map((pane) => pane.lines.length));
  const rowHeight = NAME_HEIGHT + side + 8 + lines * LINE + 12;
  const body = panes.map(({ head, picture, lines: words }, i) => {
    const [x, y] = [(i % across) * (side + GAP), Math.floor(i / across) * rowHeight];
    const text = words.map((line, at) => figureWords(0, NAME_HEIGHT + side + 20 + at * LINE, line, COLOURS.ink));
    return [
      `<g transform="translate(${px(x)} ${px(y)})">`,
      print(head),
      `<svg y="${NAME_HEIGHT}" width="${px(side)}" height="${px(side)}">${print(picture)}</svg>`,
      print(text),
      '</g>',
    ].join('');
  });
  const signs = viewOf(experiment).legend?.(experiment) ?? [];
  const what = frame
    ? [
        `${kind} made by each loop’s model of generation ${generation}.`,
        ...(kindWords.figure === ''
          ? []
          : [`${kindWords.figure}${experiment.dim === 1 ? '' : ' Ellipses: the fitted components, 2 standard deviations wide each way.'}`]),
        ...signs.map(({ sign, words }) => `${sign[0].toUpperCase()}${sign.slice(1)}: ${words}.`),
      ]
    : ['Real data, the first training set, before any model.'];
  const labels = loops.map(({ id, name }) => pictureLabel(name, frame, id, experiment, preview));
  return figurePage({
    title: frame ? `Samples of generation ${generation}` : 'Real data',
    subtitle: '',
    description: labels.length > 0 ? `${labels.join('. ')}.` : what[0],
    body: body.join('\n'),
    bodyWidth: across * (side + GAP) - GAP,
    bodyHeight: rowHeight * Math.ceil(count / across) - 16,
    caption: captionLines(what, results),
    link: results.link,
  });
}
