import { type Axis, heightOn } from './axis';

/** Where the plot lies in its box, CSS pixels at normal type size. What recharts draws and the layers share it. */
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

/** `em` is the size of small type in pixels, `ticks` the words left of the plot. */
export function geometryOf(width: number, em: number, ticks: readonly string[]): Geometry {
  const characters = Math.max(1, ...ticks.map((tick) => tick.length));
  const values = width > em * 27;
  return {
    width,
    height: Math.round(em * 13),
    left: Math.round(em * (0.6 + 0.6 * characters)),
    right: Math.round(em * (values ? 10.75 : 7)),
    top: Math.round(em * 1.6),
    bottom: Math.round(em * 1.9),
    values,
  };
}

/** Where generations and values lie. */
export interface Plane {
  readonly geometry: Geometry;
  readonly axis: Axis;
  /** the last one on the axis of time */
  readonly generations: number;
  /** right end of the plot, and its lower one */
  readonly end: number;
  readonly floor: number;
  toX(generation: number): number;
  toY(value: number): number;
}

export function planeOf(geometry: Geometry, axis: Axis, generations: number): Plane {
  const { width, height, left, right, top, bottom } = geometry;
  const floor = height - bottom;
  return {
    geometry,
    axis,
    generations,
    end: width - right,
    floor,
    toX: (generation) => left + (generations > 1 ? (generation - 1) / (generations - 1) : 0) * (width - left - right),
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
