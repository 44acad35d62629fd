/** Axes on paper, to draw a prediction on: a sheet of the build has them, and a pupil's own printout. */
import type { Prediction } from './lesson';

export type Sketch = Extract<Prediction, { type: 'sketch' }>;

export const [WIDTH, HEIGHT] = [320, 170];
export const [LEFT, RIGHT, TOP, BOTTOM] = [46, 10, 8, 34];
/** Five, unless four give whole numbers and five do not: 0, 2, 4, 6, 8. */
const stepsOf = (range: number): number => (range % 4 === 0 && range % 5 !== 0 ? 4 : 5);
/** Numbers closer than this have room for one alone. */
const APART = 16;

/** The places of the y axis: evenly apart, on a logarithmic one powers of ten with the ends. */
function places([low, high]: Sketch['y'], isLog: boolean): number[] {
  const steps = stepsOf(high - low);
  if (!isLog) return Array.from({ length: steps + 1 }, (_, i) => low + ((high - low) * i) / steps);
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(low)); power <= Math.log10(high); power++) powers.push(10 ** power);
  return [...new Set([low, ...powers, high])];
}

export interface SketchAxes {
  readonly toX: (generation: number) => number;
  readonly toY: (value: number) => number;
  /** generations that have room for their number; each is ruled */
  readonly numbered: readonly number[];
  readonly levels: readonly { readonly value: number; readonly words: string }[];
}

export function sketchAxes({ x, y, scale }: Pick<Sketch, 'x' | 'y' | 'scale'>): SketchAxes {
  const isLog = scale === 'log' && y[0] > 0;
  const along = (value: number, [low, high]: readonly [number, number], log: boolean) =>
    log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  const last = x[x.length - 1];
  const toX = (generation: number) => LEFT + along(generation, [x[0], last], false) * (WIDTH - LEFT - RIGHT);
  const toY = (value: number) => HEIGHT - BOTTOM - along(value, y, isLog) * (HEIGHT - TOP - BOTTOM);
  return {
    toX,
    toY,
    numbered: x.filter((t, i) => i === 0 || i === x.length - 1 || (toX(t) - toX(x[i - 1]) > APART && toX(last) - toX(t) > APART)),
    levels: places(y, isLog).map((value) => ({ value, words: String(Number(value.toPrecision(3))) })),
  };
}
