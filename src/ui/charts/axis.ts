import type { MetricDescription } from '../../engine/descriptions';
import { number } from '../../format';
import type { Extent } from './extent';

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

/** Ends of a short logarithmic axis, in each power of ten. */
const STEPS = [1, 2, 5, 10];
/** Above this ratio of its ends an axis covers whole powers of ten. */
const WIDE = 100;
/** Ticks nearer to an end than this share of the axis would be printed over it. */
const ROOM = 0.15;

function logAxis(smallest: number, high: number): Axis {
  return high / smallest > WIDE ? decades(smallest, high) : shortLogAxis(smallest, high);
}

function decades(smallest: number, high: number): Axis {
  const from = Math.floor(Math.log10(smallest));
  const to = Math.ceil(Math.log10(high) - 1e-9);
  const stride = Math.ceil((to - from) / 4);
  const ticks: number[] = [];
  for (let power = to; power >= from; power -= stride) ticks.unshift(10 ** power);
  return { domain: [10 ** from, 10 ** to], ticks, log: true };
}

/** Round ends close to the data, so that a factor of 2 is seen, and the powers of ten between that have room for a word. */
function shortLogAxis(smallest: number, high: number): Axis {
  const below = 10 ** Math.floor(Math.log10(smallest));
  const above = 10 ** Math.floor(Math.log10(high));
  const from = below * (STEPS.findLast((step) => step * below <= smallest * (1 + 1e-9)) ?? 1);
  const to = Math.max(2 * from, above * (STEPS.find((step) => step * above >= high * (1 - 1e-9)) ?? 10));
  const inner = [below, 10 * below, 100 * below].filter((power) => {
    const share = Math.log(power / from) / Math.log(to / from);
    return share > ROOM && share < 1 - ROOM;
  });
  return { domain: [from, to], ticks: [from, ...inner, to], log: true };
}

/** An honest axis: the metric's own ends where it has them, round ends of the data elsewhere, few ticks. */
export function axisOf({ range, scale, better }: Pick<MetricDescription, 'range' | 'scale' | 'better'>, { extent, smallest }: Extent): Axis {
  if (scale === 'log') return smallest === null || !extent ? { domain: [0.1, 1], ticks: [], log: true } : logAxis(smallest, extent[1]);
  const needed = better === 'one' ? 1 : 0;
  const lowest = extent?.[0] ?? 0;
  const low = range[0] ?? (lowest < 0 ? -roundUp(-lowest) : 0);
  const highest = Math.max(extent?.[1] ?? 0, needed);
  const round = highest > 0 ? roundUp(highest) : 0;
  // with every value at the lower end an axis still has a length
  const high = range[1] ?? (round > low ? round : low + 1);
  if (!extent && range[1] === null) return { domain: [low, high], ticks: [low], log: false };
  const room = ROOM * (high - low);
  const inner = better === 'one' ? 1 : 0;
  const ticks = inner - low > room && high - inner > room ? [low, inner, high] : [low, high];
  return { domain: [low, high], ticks, log: false };
}

/** A share of the axis' height from below, 0..1; values off the axis stick to its ends. */
export function heightOn({ domain: [low, high], log }: Axis, value: number): number {
  const share = log ? Math.log(Math.max(value, low) / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.min(1, Math.max(0, share));
}

export function tickText(value: number, { log }: Axis): string {
  if (log) {
    const power = Math.floor(Math.log10(value) + 1e-9);
    const lead = Math.round(value / 10 ** power);
    return Math.abs(power) <= 3 ? String(Number((lead * 10 ** power).toPrecision(3))) : `${lead}e${power < 0 ? '−' : ''}${Math.abs(power)}`;
  }
  return Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value).replace('-', '−') : number(value);
}
