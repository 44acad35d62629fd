import { kindOf } from '../../engine/chosen';
import type { MetricDescription } from '../../engine/descriptions';
import type { Experiment } from '../../engine/experiment';
import { loopsOf } from '../../engine/loops/named';
import { number } from '../../format';
import type { Preview } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { reasonOf, scoreOf } from '../../results/stats';
import { thinned } from '../charts/series';
import { COLOURS, textWidth, wrap } from '../figures/figurePage';
import { figureWords, SIZE } from '../figures/figurePen';
import type { Results } from '../files/results';
import { viewOf } from '../kinds';
import { filmWall } from '../kinds/images/filmWall';
import type { KindView } from '../kinds/kindView';
import { laneDrawn } from '../kinds/laneDrawn';
import { lookOf } from '../palette';
import { signOutline } from '../plot/marker';
import { box, type Shape } from '../plot/primitive';
import { captionOf, captionText, realCaption } from '../text/captions';
import type { Box, Layout } from './filmLayout';
import type { Part } from './filmPart';

/** Kinds whose pictures are others in a film than on the page. */
const OWN: Readonly<Record<string, KindView['picture']>> = { images: filmWall as KindView['picture'] };

const NAME_SIZE = 14.5;
/** Of words below a picture. */
const MOST_LINES = 5;

/** A loop’s sign and its name, the short one where the other has no room. */
function headOf({ x, y, width }: Box, { id, name, short }: { readonly id: string; readonly name: string; readonly short: string }): Part {
  const { colour, marker, inkOnLight } = lookOf(id);
  const words = textWidth(name, NAME_SIZE) > width - 30 ? short : name;
  return {
    x,
    y: y - 22,
    shapes: [
      { kind: 'marks', outline: signOutline(marker, 1.05), places: [6, 8], fill: colour },
      { ...figureWords(18, 13, words, inkOnLight), fontSize: NAME_SIZE, fontWeight: 600 },
    ],
  };
}

/** "Recall 0.41" of a loop, or why there is none; with several replicates their median, as in the curve. */
function scoreLine(frame: Frame, loop: string, score: MetricDescription, { replicates }: Experiment): string {
  const value = scoreOf(frame, loop, score.id);
  if (value === null) return `${score.name}: none (${reasonOf(frame, loop, score.id)})`;
  return `${score.name} ${number(value.median)}${replicates > 1 ? ` (median of ${replicates})` : ''}`;
}

/** Words in at most so many lines; what is cut ends in dots. */
function cut(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}

/** What stands below a loop’s picture in a generation: its score, in bold, and what the page says of it. */
function linesBelow(
  of: Shown,
  loop: string,
  generation: number,
  width: number,
): { readonly strong: readonly string[]; readonly lines: readonly string[] } {
  const { results, preview, score } = of;
  const { experiment, frames } = results;
  const frame = frames[generation - 1];
  const limit = Math.floor(width / (SIZE * 0.5));
  const said = frame
    ? captionOf(frame, loop, experiment, preview, { first: frames[0] }).filter(({ isInPicture, of: id }) => !isInPicture && (!id || id !== score?.id))
    : [];
  const plain = frame ? captionText(said) : realCaption(preview, experiment);
  return {
    strong: frame && score ? wrap(scoreLine(frame, loop, score, experiment), limit) : [],
    lines: plain === '' ? [] : wrap(plain, limit),
  };
}

/** What panes show. */
interface Shown {
  readonly results: Results;
  readonly preview: Preview;
  readonly score: MetricDescription | null;
}

/** Lines of words that pictures of such a width need below them, by some of their generations. */
export function captionLinesOf(of: Shown, generations: readonly number[], width: number): number {
  const some = thinned(generations.length, 5).map((at) => generations[at]);
  const counts = some.flatMap((generation) =>
    of.results.experiment.loop.map((loop) => {
      const { strong, lines } = linesBelow(of, loop, generation, width);
      return strong.length + lines.length;
    }),
  );
  return Math.min(MOST_LINES, Math.max(...counts));
}

/** The pictures of all loops, each with its name above, and its score and what the page says of it below. */
export function panesOf(of: Shown, layout: Layout) {
  const { results, preview } = of;
  const { experiment, frames } = results;
  const loops = loopsOf(experiment);
  const view = viewOf(experiment);
  const picture = OWN[kindOf(experiment).id] ?? view.picture;

  function partsIn(pane: Box, loop: string, generation: number): Part[] {
    const frame = frames[generation - 1];
    const samples = generation === 0 ? preview.real : laneDrawn(frame, loop)?.shown;
    const brush = { look: generation === 0 ? null : lookOf(loop), dark: false, surface: 'figure', side: pane.width } as const;
    const drawn = samples && samples.count > 0 ? picture(samples, { preview, watched: [] }, brush) : [];
    const outside = frame ? captionOf(frame, loop, experiment, preview).filter(({ isInPicture }) => isInPicture) : [];
    const corner = captionText(outside);
    const words: Shape[] = corner === '' ? [] : [{ ...figureWords(pane.width - 6, pane.height - 7, corner, COLOURS.mute), textAnchor: 'end' }];
    const { strong, lines } = linesBelow(of, loop, generation, pane.width);
    const below = cut([...strong, ...lines], layout.captionLines).map(
      (text, i): Shape => ({ ...figureWords(0, 12 + i * layout.line, text, COLOURS.ink), fontWeight: i < strong.length ? 600 : 400 }),
    );
    return [
      { x: pane.x, y: pane.y, box: pane, shapes: [...drawn, ...words] },
      { x: pane.x, y: pane.y + pane.height + 8, shapes: below },
    ];
  }

  const frameOf = ({ x, y, width, height }: Box): Part => ({
    x,
    y,
    shapes: [{ kind: 'path', steps: box(-0.5, -0.5, width + 1, height + 1), fill: 'none', stroke: COLOURS.hair }],
  });
  return {
    still: layout.panes.flatMap((pane, i) => [headOf(pane, loops[i]), frameOf(pane)]),
    partsOf: (generation: number): Part[] => layout.panes.flatMap((pane, i) => partsIn(pane, loops[i].id, generation)),
  };
}
