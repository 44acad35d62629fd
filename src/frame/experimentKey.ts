import { plainName } from '../engine/names';
import { readDecimal } from '../engine/numberText';
import type { Pair } from '../engine/query';

/** Keys that leave what a preset shows as it was, and those that leave every number as it was, but for its last digits. */
const INCIDENTAL = ['v', 'seed', 'backend', 'replicates', 'generations'];
const WITHOUT_NUMBERS = ['v', 'backend'];

/** Values by plain names. */
type Values = ReadonlyMap<string, string>;

/** The pairs that are not of the view. */
export const experimentPairs = (values: Values, viewKeys: readonly string[]): Pair[] =>
  [...values].filter(([name]) => !viewKeys.some((key) => plainName(key) === name));

/** A value without regard to its spelling. */
function plainValue(value: string): string {
  const number = readDecimal(value);
  return Number.isNaN(number) ? plainName(value) : String(number);
}

const keyOf = (values: Values, viewKeys: readonly string[], leftOut: readonly string[]): string =>
  experimentPairs(values, viewKeys)
    .filter(([name]) => !leftOut.includes(name))
    .map(([name, value]) => `${name}=${name === 'points' ? value : plainValue(value)}`)
    .sort()
    .join('&');

/** The experiment of a query as one text, in whatever order its keys came: the same for all that a preset's picture stands for. */
export const experimentKeyOf = (values: Values, viewKeys: readonly string[]): string => keyOf(values, viewKeys, INCIDENTAL);

/** The same for one run alone: its seed and its length count. */
export const runKeyOf = (values: Values, viewKeys: readonly string[]): string => keyOf(values, viewKeys, WITHOUT_NUMBERS);

/** The names of a comma list, or of one choice, plain. */
export const namesIn = (values: Values, key: string): string[] => (values.get(key) ?? '').split(',').map(plainName).filter(Boolean);
