import { type Axis, heightOn } from './axis';

/** Where the plot lies in its box, CSS pixels at normal type size. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** whether there is room for the values beside the names at the lines' ends */
  readonly values: boolean;
}

/** The box of a chart, in CSS pixels. */
export interface ChartBox {
  readonly width: number;
  readonly height: number;
  /** the size of small type */
  readonly em: number;
}

/** Of a letter of small type, in em. */
const LETTER = 0.6;

/**
 * `ticks` are the words left of the plot, `names` those at the right ends of its lines, where a value of six characters stands if there is
 * room; `hasTime`: generations are named under it.
 */
export function geometryOf({ width, height, em }: ChartBox, ticks: readonly string[], names: readonly string[], hasTime: boolean): Geometry {
  const longest = (words: readonly string[]) => Math.max(1, ...words.map(({ length }) => length)) * LETTER * em;
  const right = Math.round(longest(names) + em);
  const value = Math.round(6 * LETTER * em);
  const values = width - right - value > 14 * em;
  return {
    width,
    height,
    left: Math.round(0.6 * em + longest(ticks)),
    right: right + (values ? value : 0),
    top: Math.round(em * 1.6),
    bottom: hasTime ? Math.round(em * 1.9) : 1,
    values,
  };
}

/** Where generations and values lie. */
export interface Plane {
  readonly geometry: Geometry;
  readonly axis: Axis;
  /** the first and the last one on the axis of time; the real data are generation 0 */
  readonly first: number;
  readonly generations: number;
  /** right end of the plot, and its lower one */
  readonly end: number;
  readonly floor: number;
  toX(generation: number): number;
  toY(value: number): number;
}

export function planeOf(geometry: Geometry, axis: Axis, generations: number, first = 1): Plane {
  const { width, height, left, right, top, bottom } = geometry;
  const floor = height - bottom;
  return {
    geometry,
    axis,
    first,
    generations,
    end: width - right,
    floor,
    toX: (generation) => left + (generations > first ? (generation - first) / (generations - first) : 0) * (width - left - right),
    toY: (value) => floor - heightOn(axis, value) * (floor - top),
  };
}

/** Moves labels apart to at least `gap`, as little as possible, within [low, high]; keeps their order. */
export function spread(places: readonly number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
  const result = [...places];
  for (let round = 0; round < 12; round++) {
    for (let i = 1; i < order.length; i++) {
      const [above, below] = [order[i - 1], order[i]];
      const missing = gap - (result[below] - result[above]);
      if (missing > 0) {
        result[above] -= missing / 2;
        result[below] += missing / 2;
      }
    }
    for (const i of order) result[i] = Math.min(high, Math.max(low, result[i]));
  }
  for (let i = 1; i < order.length; i++) result[order[i]] = Math.max(result[order[i]], result[order[i - 1]] + gap);
  return result;
}
