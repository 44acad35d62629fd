/** A slider's track: positions 0..last on a list of values, so that every stop is a round number. */
export interface Scale {
  readonly last: number;
  /** the place of a value, between two stops where it is none of them */
  position(value: number): number;
  /** the stop nearest to a place on the track */
  value(position: number): number;
  /** the stop `by` stops above (or below) a value */
  next(value: number, by: number): number;
}

function scaleOf(stops: readonly number[]): Scale {
  const last = stops.length - 1;
  const within = (index: number) => Math.min(last, Math.max(0, index));
  return {
    last,
    position(value) {
      const above = stops.findIndex((stop) => stop >= value);
      if (above < 0) return last;
      if (above === 0 || stops[above] === value) return above;
      return above - (stops[above] - value) / (stops[above] - stops[above - 1]);
    },
    value: (position) => stops[within(Math.round(position))],
    next(value, by) {
      const firstAbove = stops.findIndex((stop) => stop > value);
      const above = firstAbove < 0 ? stops.length : firstAbove;
      const below = stops.findLastIndex((stop) => stop < value);
      return stops[within(by > 0 ? above + by - 1 : below + by + 1)];
    },
  };
}

export function linearScale(min: number, max: number, step: number): Scale {
  const count = Math.round((max - min) / step);
  return scaleOf(Array.from({ length: count + 1 }, (_, i) => Number((min + i * step).toFixed(6))));
}

/** Steps of about a tenth: 1, 2 … 10, 12, 14 … 20, 25 … 50, 60 … 100, 120 … */
const DECADE = [10, 12, 14, 16, 18, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90];

/** Round counts on a logarithmic track that reaches 0 where `min` is 0; `extra` values become stops too. */
export function countScale(min: number, max: number, extra: readonly number[]): Scale {
  const round = Array.from({ length: 10 }, (_, i) => i);
  for (let power = 1; power <= max; power *= 10) round.push(...DECADE.map((value) => value * power));
  const stops = new Set([...round, min, max, ...extra].filter((value) => value >= min && value <= max));
  return scaleOf([...stops].sort((a, b) => a - b));
}

export const listScale = (stops: readonly number[]): Scale => scaleOf(stops);
