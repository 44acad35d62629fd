import type { Axis } from '../charts/axis';

/** About so many ticks have room beside a large chart. */
const TICKS = 6;
const ROUND = [1, 2, 2.5, 5, 10];
/** of what is counted */
const WHOLE = [1, 2, 5, 10];

/** Ticks beside a large chart: there are more than on the page, and its ends are always among them. */
export function ticksOf({ domain: [low, high], log }: Axis): number[] {
  return log ? logTicks(low, high) : linearTicks(low, high, (high - low) / TICKS, ROUND);
}

/** Generations under it, in `width` px with words of `em` px. */
export function generationTicks([first, last]: readonly [number, number], width: number, em: number): number[] {
  const most = Math.max(1, width / (em * (String(last).length + 2)));
  return linearTicks(first, last, Math.max(1, (last - first) / Math.min(10, most)), WHOLE);
}

/** Round multiples of the least round step that is at least `least`, between the ends. */
function linearTicks(low: number, high: number, least: number, round: readonly number[]): number[] {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * (round.find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const inner = Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
  const isApart = (tick: number) => Math.min(tick - low, high - tick) > step / 2;
  return [low, ...inner.filter(isApart), high];
}

function logTicks(low: number, high: number): number[] {
  const [from, to] = [Math.floor(Math.log10(low) + 1e-9), Math.ceil(Math.log10(high) - 1e-9)];
  const leads = high / low > 100 ? [1] : [1, 2, 5];
  const stride = Math.max(1, Math.ceil((to - from) / (2 * TICKS)));
  const ticks: number[] = [];
  for (let power = from; power <= to; power += stride) {
    for (const lead of leads) ticks.push(Number(`${lead}e${power}`));
  }
  const gap = Math.log(high / low) / (3 * TICKS);
  const isApart = (tick: number) => Math.log(tick / low) > gap && Math.log(high / tick) > gap;
  return [low, ...ticks.filter(isApart), high];
}
