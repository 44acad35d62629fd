import type { MetricDescription } from '../../engine/contracts';
import { number } from '../text/format';
import type { Series } from './series';

export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly log: boolean;
}

/** A round number, at least `value`. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(3));
}

function logAxis(smallest: number, high: number): Axis {
  const from = Math.floor(Math.log10(smallest));
  const to = Math.max(from + 1, Math.ceil(Math.log10(high) - 1e-9));
  const stride = Math.ceil((to - from) / 4);
  const ticks: number[] = [];
  for (let power = to; power >= from; power -= stride) ticks.unshift(10 ** power);
  return { domain: [10 ** from, 10 ** to], ticks, log: true };
}

/** An honest axis: the metric's own ends where it has them, round ends of the data elsewhere, few ticks. */
export function axisOf({ range, scale, better }: Pick<MetricDescription, 'range' | 'scale' | 'better'>, { extent, smallest }: Series): Axis {
  if (scale === 'log') return smallest === null || !extent ? { domain: [0.1, 1], ticks: [], log: true } : logAxis(smallest, extent[1]);
  const needed = better === 'one' ? 1 : 0;
  const lowest = extent?.[0] ?? 0;
  const low = range[0] ?? (lowest < 0 ? -roundUp(-lowest) : 0);
  const highest = Math.max(extent?.[1] ?? 0, needed);
  const high = range[1] ?? (highest > 0 ? roundUp(highest) : low + 1);
  if (!extent && range[1] === null) return { domain: [low, high], ticks: [low], log: false };
  const ticks = [low, high];
  if (low < 0) ticks.splice(1, 0, 0);
  if (better === 'one' && high > 1.3) ticks.splice(1, 0, 1);
  return { domain: [low, high], ticks, log: false };
}

/** A share of the axis' height from below, 0..1; values off the axis stick to its ends. */
export function heightOn({ domain: [low, high], log }: Axis, value: number): number {
  const share = log ? Math.log(Math.max(value, low) / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.min(1, Math.max(0, share));
}

export function tickText(value: number, { log }: Axis): string {
  if (log) {
    const power = Math.round(Math.log10(value));
    return Math.abs(power) <= 3 ? String(10 ** power) : `1e${power < 0 ? '−' : ''}${Math.abs(power)}`;
  }
  return Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value).replace('-', '−') : number(value);
}
