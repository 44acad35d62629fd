import type { Experiment } from '../../engine/experiment';
import { isLongCaption } from '../text/captions';

/** Width of a film, px: what a mail or a column of a page has. */
const WIDTH = 720;
const MARGIN = 20;
const GAP = 16;
const MOST_ACROSS = 4;
/** A single picture leaves the curve room at its side. */
const SINGLE = 320;
const LARGEST = 332;
const LINE = 16;
const TOP = 92;
const NAME = 22;
const CURVE = 168;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything in a film stands, px. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** width within the margins */
  readonly inner: number;
  readonly line: number;
  readonly titleFoot: number;
  readonly saidFoot: number;
  /** letters in a line of what is said over the pictures */
  readonly saidLetters: number;
  /** a square for each loop, below its name */
  readonly panes: readonly Box[];
  readonly curve: Box;
  /** lines of words under a picture */
  readonly captionLines: number;
  readonly footTop: number;
}

/** @param footLines lines of words below all */
export function layoutOf(experiment: Experiment, hasCurve: boolean, footLines: number): Layout {
  const count = experiment.loop.length;
  const inner = WIDTH - 2 * MARGIN;
  const across = Math.min(MOST_ACROSS, count);
  const isSingle = count === 1 && hasCurve;
  const side = Math.floor(isSingle ? SINGLE : Math.min(LARGEST, (inner - GAP * (across - 1)) / across));
  const captionLines = (side < 200 ? 3 : 2) + (isLongCaption(experiment) ? 1 : 0);
  const row = NAME + side + 10 + captionLines * LINE + 12;
  const panes = Array.from({ length: count }, (_, i) => ({
    x: MARGIN + (i % across) * (side + GAP),
    y: TOP + NAME + Math.floor(i / across) * row,
    width: side,
    height: side,
  }));
  const below = TOP + row * Math.ceil(count / across);
  const beside = { x: MARGIN + side + 28, y: TOP, width: inner - side - 28, height: NAME + side };
  const curve = isSingle ? beside : { x: MARGIN, y: below + 4, width: inner, height: CURVE };
  const footTop = (isSingle || !hasCurve ? below : below + CURVE + 4) + 22;
  // some recorders of video take even numbers only
  const height = 2 * Math.ceil((footTop + (footLines - 1) * LINE + MARGIN - 4) / 2);
  return {
    width: WIDTH,
    height,
    margin: MARGIN,
    inner,
    line: LINE,
    titleFoot: 36,
    saidFoot: 60,
    saidLetters: 96,
    panes,
    curve,
    captionLines,
    footTop,
  };
}
