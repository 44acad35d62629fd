import { thousands } from '../format';
import measurements from './measurements.json';
import { threeDigits } from './threeDigits';

/** A number that a preset's run shows, and how it is read off the lines of `simulate`. */
export interface Reading {
  readonly id: string;
  /** as it stands before the number */
  readonly what: string;
  /** whose it is, where several loops run */
  readonly loop?: string;
  /** a value of `truth`, a score, `modesHeld`: modes that have any of the evaluation samples, or `share2`: the second mode's part of them */
  readonly value: string;
  /** averaged within a run over these generations, first and last */
  readonly generations: readonly [number, number];
  /** over the runs; a median's spread is that of logarithms */
  readonly over: 'mean' | 'median';
  /** the number shown is this divided by the one read */
  readonly outOf?: number;
  readonly expected?: readonly Expected[];
}

/** What a paper or theory gives for a reading. */
export interface Expected {
  readonly value: number;
  /** as the preset's text prints it */
  readonly printed: string;
  readonly by: string;
  /** how far the value itself may be off: half of its last digit, or twice its standard error */
  readonly within: number;
  /** why more than chance may part the two; absent where the setting is the same */
  readonly apart?: string;
}

/** What runs of exactly the preset's query gave. */
export interface Measurement {
  readonly value: number;
  /** standard deviation over the runs; for a median of their logarithms */
  readonly deviation: number;
  /** 10 % and 90 % quantiles of single runs */
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

/** By reading. */
export type Measurements = Readonly<Record<string, Measurement>>;

/** By preset and reading; `npm run measure:presets` writes them. */
export const MEASUREMENTS: Readonly<Record<string, Measurements>> = measurements;

/** How measured numbers are to be read, told once for all. */
export const MEASURED_LEGEND = 'Means over the runs, unless a median is named; in brackets, where eight in ten single runs lie.';

/** "W₂² at generation 1: 31.9 (31.2 to 32.5); … 32 runs." */
export function measuredText(readings: readonly Reading[], measured: Measurements = {}): string {
  const told = readings.flatMap(({ id, what }) => {
    const found = measured[id];
    if (!found) return [];
    const { value, low, high } = found;
    const spread = low === high ? 'every run' : `${threeDigits(low)} to ${threeDigits(high)}`;
    return [`${what}: ${threeDigits(value)} (${spread})`];
  });
  const runs = measured[readings[0].id]?.runs ?? 0;
  return `${told.join('; ')}. ${thousands(runs)} runs.`;
}
