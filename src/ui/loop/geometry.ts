import type { TrainingSet } from './trainingSet';

/** The diagram's own pixels: 280 wide is the width of the controls. */
export const BOX = { width: 280, height: 180 } as const;

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const NODES = {
  real: { x: 0, y: 2, width: 72, height: 42 },
  training: { x: 168, y: 14, width: 111, height: 56 },
  model: { x: 168, y: 134, width: 111, height: 42 },
  samples: { x: 1, y: 134, width: 96, height: 42 },
} as const satisfies Record<string, Rect>;

export type NodeName = keyof typeof NODES;

const THIN = 16;
const THICK = 46;
const FEW = 10;
const MANY = 20000;
/** Least width of a band that carries anything. */
const VISIBLE = 1.5;

/**
 * Width of one sample. It is the same for every band and loop of the experiment, so that widths compare as counts do; the thickest band
 * grows with the logarithm of its count, for counts span four decades.
 */
export function widthOfOne(largest: number): number {
  const share = Math.log(Math.max(FEW, largest) / FEW) / Math.log(MANY / FEW);
  return (THIN + (THICK - THIN) * Math.min(1, share)) / Math.max(FEW, largest);
}

/** 0 = nothing flows: a dashed hairline. */
export const bandWidth = (count: number, one: number): number => (count === 0 ? 0 : Math.max(VISIBLE, count * one));

export interface Band {
  readonly path: string;
  readonly width: number;
  /** the middle, where a handle sits */
  readonly x: number;
  readonly y: number;
  /** a chevron at its end: which way it flows */
  readonly arrow: string;
}

/** Half the height of a chevron, and its distance from the node. */
const CHEVRON = 4;
const GAP = 5;

type Point = readonly [x: number, y: number];

function curve(from: Point, bend: Point, bendToo: Point, to: Point, width: number): Band {
  const middle = (axis: 0 | 1) => (from[axis] + 3 * bend[axis] + 3 * bendToo[axis] + to[axis]) / 8;
  const print = ([x, y]: Point) => `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;
  const path = `M${print(from)}C${print(bend)} ${print(bendToo)} ${print(to)}`;
  return { path, width, x: middle(0), y: middle(1), arrow: chevron(to, [Math.sign(to[0] - from[0]), from[0] === to[0] ? 1 : 0]) };
}

/** A chevron just before `tip`, towards `along` (a unit vector on one axis). */
function chevron([x, y]: Point, [dx, dy]: Point): string {
  const [tipX, tipY] = [x - GAP * dx, y - GAP * dy];
  const wing = (side: 1 | -1) => `${tipX - CHEVRON * (dx - side * dy)} ${tipY - CHEVRON * (dy - side * dx)}`;
  return `M${wing(1)}L${tipX} ${tipY}L${wing(-1)}`;
}

const straight = (from: Point, to: Point, width: number): Band => curve(from, from, to, to, width);

export interface Layout {
  /** real data -> training set */
  readonly real: Band;
  /** samples -> training set */
  readonly synthetic: Band;
  /** training set -> model, its two parts */
  readonly fitReal: Band;
  readonly fitSynthetic: Band;
  /** model -> samples */
  readonly drawn: Band;
}

/** Where every band runs. At the training set the real part lies on the synthetic one, and both go on together. */
export function layout(set: TrainingSet, one: number): Layout {
  const { real: source, training, model, samples } = NODES;
  const real = bandWidth(set.real, one);
  const synthetic = bandWidth(set.synthetic, one);
  const drawn = bandWidth(set.drawn, one);
  const entry = training.y + training.height / 2;
  const top = entry - (real + synthetic) / 2;
  const realY = top + real / 2;
  const syntheticY = top + real + synthetic / 2;
  const left = training.x;
  const start = source.x + source.width;
  const between = (start + left) / 2;
  const startY = Math.max(source.y + source.height / 2, real / 2 + 1);
  const down = training.x + training.width / 2;
  const right = down + (real + synthetic) / 2;
  const [floor, roof] = [training.y + training.height, model.y];
  const samplesX = samples.x + samples.width / 2;
  const back = model.y + model.height / 2;
  return {
    real: curve([start, startY], [between, startY], [between, realY], [left, realY], real),
    synthetic: curve([samplesX, samples.y], [samplesX, 84], [samplesX + 42, syntheticY], [left, syntheticY], synthetic),
    fitReal: straight([right - real / 2, floor], [right - real / 2, roof], real),
    fitSynthetic: straight([right - real - synthetic / 2, floor], [right - real - synthetic / 2, roof], synthetic),
    drawn: straight([model.x, back], [samples.x + samples.width, back], drawn),
  };
}

/** Pixels of a drag for one stop of the scale: 16 stops are a factor of ten, and a short drag should not make hundreds from one. */
const PIXELS_A_STOP = 6;

/** Stops that a drag has gone: up or to the right is more. */
export const stopsDragged = (dx: number, dy: number): number => (dx - dy) / PIXELS_A_STOP;
