import { FARTHEST } from '../../engine/pointsText';

/** Points [count, 2] in the units of the page, and a sentence on how they came there. */
export interface Fitted {
  readonly values: Float64Array;
  readonly words: string;
}

/** From this ratio of spreads on, one factor for both axes would leave a line of the narrower one. */
const UNLIKE = 4;

const minus = (text: string) => text.replace('-', '−');
const digits = (value: number) => minus(String(Number(value.toPrecision(4))));

/** A shift as exactly as it matters beside the spread. */
function shiftText(shift: number, spread: number): string {
  const decimals = Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(spread))));
  // what rounds to minus zero is zero
  return minus(String(Number(shift.toFixed(decimals)) + 0));
}

function momentsOf(values: Float64Array, axis: number): { mean: number; spread: number } {
  const count = values.length / 2;
  let mean = 0;
  for (let n = 0; n < count; n++) mean += values[2 * n + axis] / count;
  let variance = 0;
  for (let n = 0; n < count; n++) variance += (values[2 * n + axis] - mean) ** 2 / count;
  return { mean, spread: Math.sqrt(variance) };
}

/**
 * Centres points on their mean and scales them to a variance of 1 an axis, on average: the size of the page's other data. One factor keeps
 * the shape; two where the axes have little to do with each other. What would still lie outside the page's range shrinks all the rest.
 */
export function fitToView(points: Float64Array): Fitted {
  const [x, y] = [momentsOf(points, 0), momentsOf(points, 1)];
  const apart = Math.min(x.spread, y.spread) > 0 && Math.max(x.spread, y.spread) > UNLIKE * Math.min(x.spread, y.spread);
  const common = Math.sqrt((x.spread ** 2 + y.spread ** 2) / 2) || 1;
  let [byX, byY] = apart ? [x.spread, y.spread] : [common, common];
  let farthest = 0;
  for (let i = 0; i < points.length; i += 2) {
    farthest = Math.max(farthest, Math.abs(points[i] - x.mean) / byX, Math.abs(points[i + 1] - y.mean) / byY);
  }
  const shrink = Math.max(1, farthest / FARTHEST);
  byX *= shrink;
  byY *= shrink;
  const values = points.map((value, i) => (i % 2 === 0 ? (value - x.mean) / byX : (value - y.mean) / byY));
  const count = points.length / 2;
  const size = shrink > 1 ? 'so that the farthest fits on the page' : 'so that their variance is 1 on average';
  const factor = apart ? `x divided by ${digits(byX)} and y by ${digits(byY)}` : `divided by ${digits(byX)}`;
  return {
    values,
    words: `${count.toLocaleString('en')} ${count === 1 ? 'point' : 'points'}, moved by (${shiftText(-x.mean, byX)}, ${shiftText(-y.mean, byY)}) to be centred, and ${factor}, ${size}.`,
  };
}
