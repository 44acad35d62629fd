import { FARTHEST } from '../../engine/pointsText';
import { thousands } from '../../format';

/** Points [count, 2] in the units of the page, and a sentence on how they came there. */
export interface Fitted {
  readonly values: Float64Array;
  readonly words: string;
}

/** From this ratio of spreads on, one factor for both axes would leave a line of the narrower one. */
const UNLIKE = 4;

const minus = (text: string) => text.replaceAll('-', '−').replace('e+', 'e');
const digits = (value: number) => minus(String(Number(value.toPrecision(4))));

/** A shift as exactly as it matters beside the spread. */
function shiftText(shift: number, spread: number): string {
  const decimals = Math.min(20, Math.max(0, 2 - Math.floor(Math.log10(spread))));
  // what rounds to minus zero is zero
  return minus(String(Number(shift.toFixed(decimals)) + 0));
}

interface Moments {
  readonly mean: number;
  readonly spread: number;
}

/** Mean and standard deviation of an axis. Deviations are scaled before they are squared: those of 1e-170 would vanish, those of 1e150 overflow in the sum. */
function momentsOf(values: Float64Array, axis: number): Moments {
  const count = values.length / 2;
  let mean = 0;
  for (let n = 0; n < count; n++) mean += values[2 * n + axis] / count;
  let [low, high] = [values[axis], values[axis]];
  for (let n = 0; n < count; n++) {
    low = Math.min(low, values[2 * n + axis]);
    high = Math.max(high, values[2 * n + axis]);
  }
  // the mean of equal numbers may differ from them by rounding, which is no spread
  if (low === high) return { mean: low, spread: 0 };
  const widest = Math.max(high - mean, mean - low);
  let variance = 0;
  for (let n = 0; n < count; n++) variance += ((values[2 * n + axis] - mean) / widest) ** 2 / count;
  return { mean, spread: widest * Math.sqrt(variance) };
}

/** Root mean square of two spreads. */
function common(x: number, y: number): number {
  const larger = Math.max(x, y);
  return larger === 0 ? 1 : larger * Math.sqrt(((x / larger) ** 2 + (y / larger) ** 2) / 2);
}

/** Where points lie once their axes are centred and divided. */
function moved(points: Float64Array, x: Moments, y: Moments, byX: number, byY: number): Float64Array {
  return points.map((value, i) => (i % 2 === 0 ? (value - x.mean) / byX : (value - y.mean) / byY));
}

/**
 * Centres points on their mean and scales them to a variance of 1 an axis, on average: the size of the page's other data. One factor keeps
 * the shape; two where the axes have little to do with each other. What would still lie outside the page's range shrinks all the rest.
 */
export function fitToView(points: Float64Array): Fitted {
  const [x, y] = [momentsOf(points, 0), momentsOf(points, 1)];
  const count = points.length / 2;
  const what = `${thousands(count)} ${count === 1 ? 'point' : 'points'}`;
  if (x.spread === 0 && y.spread === 0) {
    const shift = `moved by (${digits(-x.mean + 0)}, ${digits(-y.mean + 0)})`;
    return { values: moved(points, x, y, 1, 1), words: `${what}${count === 1 ? '' : ', all in one place'}, ${shift} to the centre.` };
  }
  const apart = Math.min(x.spread, y.spread) > 0 && Math.max(x.spread, y.spread) > UNLIKE * Math.min(x.spread, y.spread);
  const both = common(x.spread, y.spread);
  let [byX, byY] = apart ? [x.spread, y.spread] : [both, both];
  const farthest = moved(points, x, y, byX, byY).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const shrink = Math.max(1, farthest / FARTHEST);
  byX *= shrink;
  byY *= shrink;
  const size = shrink > 1 ? 'so that the farthest fits on the page' : 'so that their variance is 1 on average';
  const factor = apart ? `x divided by ${digits(byX)} and y by ${digits(byY)}` : `divided by ${digits(byX)}`;
  return {
    values: moved(points, x, y, byX, byY),
    words: `${what}, moved by (${shiftText(-x.mean, byX)}, ${shiftText(-y.mean, byY)}) to be centred, and ${factor}, ${size}.`,
  };
}
