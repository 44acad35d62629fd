import { MOST_POINTS } from '../../engine/pointsText';

/** Points under the reader's hand, [count, 2] flat, and what they were before each stroke. */
export interface Sketch {
  readonly points: readonly number[];
  readonly past: readonly (readonly number[])[];
}

export interface Brush {
  /** radius of the spray, in units of the data */
  readonly radius: number;
  /** points of one stamp */
  readonly stamp: number;
  /** while the pointer moves: a dab of `dab` points every `spacing` */
  readonly dab: number;
  readonly spacing: number;
}

export const BRUSHES = {
  fine: { radius: 0.07, stamp: 4, dab: 1, spacing: 0.06 },
  wide: { radius: 0.45, stamp: 12, dab: 2, spacing: 0.12 },
} as const satisfies Record<string, Brush>;

export const ERASER_RADIUS = 0.3;

const MOST_UNDOS = 50;

/** The strokes of the R2 sequence: they fill a disc evenly, whatever the number of points, and alike every time. */
const STEP_OUT = 0.7548776662466927;
const STEP_ROUND = 0.5698402909980532;
const fraction = (value: number) => value - Math.floor(value);

/** Before a stroke: what undo goes back to. */
export function begin({ points, past }: Sketch): Sketch {
  return { points, past: [...past, points].slice(-MOST_UNDOS) };
}

export function undo({ points, past }: Sketch): Sketch {
  return { points: past.at(-1) ?? points, past: past.slice(0, -1) };
}

/** Sprays `count` points around (x, y) that stay within [-extent, extent]; stops at the most that a set may hold. */
export function spray({ points, past }: Sketch, x: number, y: number, { radius }: Brush, count: number, extent: number): Sketch {
  const more = [...points];
  for (let n = 0; n < count && more.length < 2 * MOST_POINTS; n++) {
    const index = more.length / 2;
    const out = radius * Math.sqrt(fraction(index * STEP_OUT));
    const angle = 2 * Math.PI * fraction(index * STEP_ROUND);
    const clip = (value: number) => Math.min(extent, Math.max(-extent, value));
    more.push(clip(x + out * Math.cos(angle)), clip(y + out * Math.sin(angle)));
  }
  return { points: more, past };
}

/** Takes away the points within the eraser's radius of (x, y). */
export function erase({ points, past }: Sketch, x: number, y: number): Sketch {
  const kept: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    if (Math.hypot(points[i] - x, points[i + 1] - y) > ERASER_RADIUS) kept.push(points[i], points[i + 1]);
  }
  return kept.length === points.length ? { points, past } : { points: kept, past };
}
