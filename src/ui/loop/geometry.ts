import type { Loop } from '../../engine/descriptions';
import type { TrainingSet } from './trainingSet';

/** The diagram's own units: pixels at normal type. */
export const BOX = { width: 112, height: 56 } as const;

export const MODEL = { x: 70.25, y: 0.75, width: 41, height: 26 } as const;

/** Side of a store: what is in it stays from one generation to the next. */
export const STORE = 13;

/** Middle of all that goes into the model, and of the lane that comes back from it. */
export const ENTRY = 13.75;
export const LANE = 46;

const THIN = 8;
const THICK = 18;
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

export type Point = readonly [x: number, y: number];

export interface Band {
  readonly path: string;
  readonly width: number;
  /** where a hand takes it */
  readonly ring: Point;
}

/** Where real data come from. */
export interface Source {
  readonly y: number;
  /** from outside, time and again */
  readonly isFresh: boolean;
  /** out of a store: its left edge and height */
  readonly store: { readonly x: number; readonly height: number } | null;
  /** from nowhere: where the hairline is barred */
  readonly bar: number | null;
}

export interface Layout {
  readonly source: Source;
  /** real data -> model */
  readonly real: Band;
  /** model -> its samples */
  readonly drawn: Band;
  /** its samples -> model */
  readonly synthetic: Band;
  /** middle of the store of its samples, where earlier generations' are kept */
  readonly kept: Point | null;
  /** the signs of the steps that are on, each in its place; a sieve as high as what goes through it */
  readonly signs: readonly Sign[];
  /** centre lines for what travels along the bands */
  readonly ways: { readonly real: readonly Point[]; readonly in: readonly Point[]; readonly out: readonly Point[] };
}

/** Where a step between sampling and training is seen, and how high what it stands at is. */
export interface Sign {
  readonly step: string;
  readonly at: Point;
  readonly height: number;
}

/** Where the signs stand: along the way from the samples to the model, and the watchman behind it. */
const PLACES: Readonly<Record<string, Point>> = {
  web: [9, 32],
  curation: [45, 46],
  detector: [40, 13.75],
  archive: [51, 33],
  weights: [65.5, 33],
  monitor: [103, 40],
};

/** What of a training set its bands show. */
export type Counts = Pick<TrainingSet, 'real' | 'synthetic' | 'drawn' | 'initial' | 'memory' | 'steps'>;

const EDGE = 0.75;
/** Room of the two chevrons of what comes from outside. */
const OUTSIDE = 10;
/** The hairline of real data that there are none of goes as far as here. */
const STUB = 30;
/** On the lane: where a hand takes it, and where it turns up. */
const RING = 56;
const TURN = 39;
const LEFTMOST_RING = 21;
const BEND = 13;
const DOWN = MODEL.x + MODEL.width / 2;
const FLOOR = MODEL.y + MODEL.height;

/** Points of a circle between two angles, in half turns: 0 is right, 0.5 is down. */
function arc([x, y]: Point, radius: number, from: number, to: number): Point[] {
  const pieces = Math.ceil(Math.abs(to - from) * 10);
  return Array.from({ length: pieces + 1 }, (_, i): Point => {
    const angle = Math.PI * (from + ((to - from) * i) / pieces);
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

const print = (value: number) => String(Number(value.toFixed(2)));
const line = (steps: TemplateStringsArray, ...values: number[]) => String.raw({ raw: steps }, ...values.map(print));

/** Where real data come from, the band that brings them, and its centre line. */
function realPart({ parts }: Pick<Loop, 'parts'>, set: Counts, y: number, width: number): { source: Source; band: Band; way: Point[] } {
  const [isFixed, isFresh] = [parts.includes('initial'), parts.includes('fresh')];
  const left = isFresh ? OUTSIDE : EDGE;
  const start = isFixed ? left + STORE : left;
  const store = isFixed ? { x: left, height: Math.max(STORE, width + 4) } : null;
  const end = width === 0 ? STUB : MODEL.x;
  return {
    source: { y, isFresh, store, bar: isFixed || isFresh || set.initial ? null : STUB },
    band: { path: line`M${start} ${y}H${end}`, width, ring: [Math.max(LEFTMOST_RING, start + 7), y] },
    way: [start, end].map((x) => [x, y] as const),
  };
}

/** Where every band runs. Into the model the real part lies on the synthetic one: together they are its training set. */
export function layout(loop: Pick<Loop, 'parts'>, set: Counts, one: number): Layout {
  const [realWide, wide, drawnWide] = [set.real, set.synthetic, set.drawn].map((count) => bandWidth(count, one));
  const top = ENTRY - (realWide + wide) / 2;
  const { source, band: real, way } = realPart(loop, set, top + realWide / 2, realWide);
  const y = top + realWide + wide / 2;
  const radius = (LANE - y) / 2;
  const middle: Point = [TURN - radius, LANE - radius];
  const ring: Point = [RING, LANE];
  const down = line`M${DOWN} ${FLOOR - 2}V${LANE - BEND}A${BEND} ${BEND} 0 0 1 ${DOWN - BEND} ${LANE}`;
  const half = (to: Point) => line`A${radius} ${radius} 0 0 1 ${to[0]} ${to[1]}`;
  // bands of one width are one band: they overlap, lest the joint be seen
  const from = wide === drawnWide ? line`M${RING} ${LANE}H${TURN}` + half(middle) : line`M${middle[0]} ${middle[1]}`;
  return {
    source,
    real,
    drawn: { path: `${down}${line`H${TURN}`}${half(middle)}`, width: drawnWide, ring },
    synthetic: { path: `${from}${half([TURN, y])}${line`H${MODEL.x}`}`, width: wide, ring },
    kept: set.memory === 'previous' || wide === 0 ? null : middle,
    signs: set.steps.flatMap((step) => (PLACES[step] ? [{ step, at: PLACES[step], height: realWide + wide }] : [])),
    ways: {
      real: realWide === 0 ? [] : way,
      in: wide === 0 ? [] : [ring, ...arc([TURN, LANE - radius], radius, 0.5, 1.5), [MODEL.x, y]],
      out: [[DOWN, FLOOR], ...arc([DOWN - BEND, LANE - BEND], BEND, 0, 0.5), ring],
    },
  };
}

/** Pixels of a drag for one stop of the scale: 16 stops are a factor of ten, and a short drag should not make hundreds from one. */
const PIXELS_A_STOP = 6;

/** Stops that a drag has gone: up or to the right is more. */
export const stopsDragged = (dx: number, dy: number): number => (dx - dy) / PIXELS_A_STOP;
