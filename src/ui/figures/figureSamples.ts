import { catalogue, kindOf } from '../../engine/catalogue';
import type { Preview } from '../../protocol/messages';
import type { Results } from '../files/results';
import { markerPath } from '../Mark';
import { lookOf } from '../palette';
import { captionOf, pictureLabel, realCaption } from '../text/captions';
import { captionLines } from './figureCaption';
import { COLOURS, escapeXml, type Figure, figurePage, px, wrap } from './figurePage';
import { frameSvg, pictureSvg } from './pictureSvg';

const WIDTH = 704;
const GAP = 22;
const NAME_HEIGHT = 24;
const LINE = 16;
const SIZE = 13;
/** Panes side by side, and the largest one of a single loop. */
const MOST_ACROSS = 3;
const LARGEST = 420;

/** The panes of one generation as a picture of its own; generation 0 is the real data. */
export function samplesFigure(generation: number, preview: Preview | null, results: Results): Figure {
  const { experiment, frames } = results;
  const frame = frames[generation - 1] ?? null;
  const { name: kind, words: kindWords } = kindOf(experiment);
  const loops = frame ? catalogue.loops.filter(({ id }) => experiment.loop.includes(id)) : [];
  const count = Math.max(1, loops.length);
  const across = Math.min(MOST_ACROSS, count);
  const side = Math.min(LARGEST, (WIDTH - GAP * (across - 1)) / across);
  const limit = Math.floor(side / (SIZE * 0.5));

  const panes = frame
    ? loops.map(({ id, name }) => {
        const samples = frame.lanes.find((lane) => lane.loop === id && lane.replicate === 1)?.shown;
        const words = captionOf(frame, id, experiment, preview).map(({ text }) => text);
        const sign = `<path d="${markerPath(id)}" fill="${lookOf(id).colour}"/>`;
        return {
          name: `${sign}<text x="18" y="10.5" font-size="${SIZE}" font-weight="600" fill="${lookOf(id).inkOnLight}">${escapeXml(name)}</text>`,
          picture: samples ? pictureSvg({ samples, preview, look: lookOf(id), side }) : '',
          lines: wrap(words.join(''), limit),
        };
      })
    : [
        {
          name: '',
          picture: preview ? pictureSvg({ samples: preview.real, preview, look: null, side }) : '',
          lines: wrap(realCaption(preview, experiment), limit),
        },
      ];

  const lines = Math.max(...panes.map((pane) => pane.lines.length));
  const rowHeight = NAME_HEIGHT + side + 8 + lines * LINE + 12;
  const body = panes.map(({ name, picture, lines: words }, i) => {
    const [x, y] = [(i % across) * (side + GAP), Math.floor(i / across) * rowHeight];
    const text = words.map(
      (line, at) => `<text y="${px(NAME_HEIGHT + side + 20 + at * LINE)}" font-size="${SIZE}" fill="${COLOURS.ink}">${escapeXml(line)}</text>`,
    );
    return `<g transform="translate(${px(x)} ${px(y)})">${name}<svg y="${NAME_HEIGHT}" width="${px(side)}" height="${px(side)}">${picture}${frameSvg(side)}</svg>${text.join('')}</g>`;
  });
  const what = frame
    ? [
        `${kind} made by each loop’s model of generation ${generation}.`,
        ...(kindWords.figure === ''
          ? []
          : [`${kindWords.figure}${experiment.dim === 1 ? '' : ' Ellipses: the fitted components, 2 standard deviations wide each way.'}`]),
      ]
    : ['Real data, the first training set, before any model.'];
  const labels = loops.map(({ id, name }) => pictureLabel(name, frame, id, experiment, preview));
  return figurePage({
    title: frame ? `Samples of generation ${generation}` : 'Real data',
    subtitle: '',
    description: labels.length > 0 ? `${labels.join('. ')}.` : what[0],
    body: body.join('\n'),
    bodyWidth: WIDTH,
    bodyHeight: rowHeight * Math.ceil(count / across) - 16,
    caption: captionLines(what, results),
    link: results.link,
  });
}
