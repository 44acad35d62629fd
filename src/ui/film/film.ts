import type { Preview } from '../../protocol/messages';
import { COLOURS, wrap } from '../figures/figurePage';
import { figureWords } from '../figures/figurePen';
import type { Results } from '../files/results';
import { firstScore } from '../stage/firstScore';
import { plainText } from '../text/pieces';
import { headlineOf } from '../text/telling';
import { chosen, filmable } from './filmChoice';
import { curveIn } from './filmCurve';
import { layoutOf, sideOf } from './filmLayout';
import { captionLinesOf, panesOf } from './filmPanes';
import type { Part } from './filmPart';
import { altText, commentOf, footLines, generationWords, titleOf } from './filmWords';

/** What a film is made of; more than its results it needs nothing: no clock, no screen, no theme. */
export interface FilmOf {
  readonly results: Results;
  readonly preview: Preview | null;
  /** pictures at most */
  readonly most: number;
}

/** A run as pictures one after another, as plain data. */
export interface Film {
  readonly width: number;
  readonly height: number;
  /** the generation that each picture shows, 0 = the real data */
  readonly generations: readonly number[];
  /** what stands in all of them */
  readonly still: readonly Part[];
  /** for those who don’t see it */
  readonly alt: string;
  /** for programs that show what a file says of itself */
  readonly comment: string;
  /** what stands in one of them beside that */
  partsOf(at: number): readonly Part[];
}

const TITLE = 20;
const LEAST_TITLE = 13;
/** Of a letter in bold, in its size: rather wide, for every system has other type. */
const BOLD_LETTER = 0.64;
/** Between the title and the generation. */
const APART = 16;
const SAID = 14;
const SMALL = 12;

/** The film of a run, as far as it is computed; null where there is nothing to film. */
export function filmOf({ results, preview, most }: FilmOf): Film | null {
  const { experiment, frames, noise } = results;
  const all = filmable(frames, preview);
  if (all.length === 0 || !preview) return null;
  const generations = chosen(all, most);
  const score = firstScore(experiment);
  const foot = footLines(results, generations, all);
  const shown = { results, preview, score };
  const captionLines = captionLinesOf(shown, generations, sideOf(experiment, score !== null));
  const layout = layoutOf(experiment, score !== null, { captionLines, footLines: foot.length });
  const panes = panesOf(shown, layout);
  const curve = score && curveIn(score, results, layout.curve);
  const title = titleOf(experiment);
  const counted = generationWords(generations[generations.length - 1], experiment);
  const room = layout.inner - counted.length * TITLE * BOLD_LETTER - APART;
  const titleSize = Math.max(LEAST_TITLE, Math.min(TITLE, room / (title.length * BOLD_LETTER)));
  const still: Part = {
    x: layout.margin,
    y: 0,
    shapes: [
      { ...figureWords(0, layout.titleFoot, title, COLOURS.ink), fontSize: titleSize, fontWeight: 650 },
      ...foot.map((line, i) => ({ ...figureWords(0, layout.footTop + i * layout.line, line, COLOURS.mute), fontSize: SMALL })),
    ],
  };
  return {
    width: layout.width,
    height: layout.height,
    generations,
    still: [still, ...panes.still, ...(curve ? [curve.still] : [])],
    alt: altText(results, generations),
    comment: commentOf(results, generations),
    partsOf(at) {
      const generation = generations[at];
      const said = wrap(plainText(headlineOf(frames.slice(0, generation), experiment, noise, true)), layout.saidLetters);
      const moving: Part = {
        x: layout.margin,
        y: 0,
        shapes: [
          {
            ...figureWords(layout.inner, layout.titleFoot, generationWords(generation, experiment), COLOURS.ink),
            textAnchor: 'end',
            fontSize: TITLE,
            fontWeight: 650,
          },
          ...said.slice(0, 2).map((line, i) => ({ ...figureWords(0, layout.saidFoot + i * 17, line, COLOURS.ink), fontSize: SAID })),
        ],
      };
      return [moving, ...panes.partsOf(generation), ...(curve ? [curve.partAt(generation)] : [])];
    },
  };
}
