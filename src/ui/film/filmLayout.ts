import type { Experiment } from '../../engine/experiment';

/** Width of a film, px: what a mail or a column of a page has. */
const WIDTH = 720;
const MARGIN = 20;
const GAP = 16;
const MOST_ACROSS = 4;
/** A single picture leaves the curve room at its side. */
const SINGLE = 320;
const LARGEST = 332;
const LINE = 16;
const TOP = 96;
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

const INNER = WIDTH - 2 * MARGIN;
const acrossOf = ({ loop }: Experiment) => Math.min(MOST_ACROSS, loop.length);
/** One picture alone has its curve beside it. */
const isBeside = ({ loop }: Experiment, hasCurve: boolean) => loop.length === 1 && hasCurve;

/** How wide and high each picture is. */
export function sideOf(experiment: Experiment, hasCurve: boolean): number {
  const across = acrossOf(experiment);
  return Math.floor(isBeside(experiment, hasCurve) ? SINGLE : Math.min(LARGEST, (INNER - GAP * (across - 1)) / across));
}

/** How many lines of words there are: below each picture, and below all. */
interface Lines {
  readonly captionLines: number;
  readonly footLines: number;
}

export function layoutOf(experiment: Experiment, hasCurve: boolean, { captionLines, footLines }: Lines): Layout {
  const count = experiment.loop.length;
  const across = acrossOf(experiment);
  const isSingle = isBeside(experiment, hasCurve);
  const side = sideOf(experiment, hasCurve);
  const row = NAME + side + 10 + captionLines * LINE + 12;
  const panes = Array.from({ length: count }, (_, i) => ({
    x: MARGIN + (i % across) * (side + GAP),
    y: TOP + NAME + Math.floor(i / across) * row,
    width: side,
    height: side,
  }));
  const below = TOP + row * Math.ceil(count / across);
  const beside = { x: MARGIN + side + 28, y: TOP, width: INNER - side - 28, height: NAME + side };
  const curve = isSingle ? beside : { x: MARGIN, y: below + 4, width: INNER, height: CURVE };
  const footTop = (isSingle || !hasCurve ? below : below + CURVE + 4) + 22;
  // some recorders of video take even numbers only
  const height = 2 * Math.ceil((footTop + (footLines - 1) * LINE + MARGIN - 4) / 2);
  return {
    width: WIDTH,
    height,
    margin: MARGIN,
    inner: INNER,
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
