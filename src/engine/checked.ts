/** Values of JSON that strangers may have written, taken with their type and within bounds, or refused with their place. */
import { excerpt, Refusal, refuse } from './refusal';

export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** `min` itself is not allowed */
  readonly above?: boolean;
}

export type Json = Readonly<Record<string, unknown>>;

/** Reads a value that stands at `place`, or refuses it. */
export type Read<Value> = (value: unknown, place: string) => Value;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectAt: Read<Json> = (value, place) => (isObject(value) ? value : refuse(place, value, 'an object'));

export const flagAt: Read<boolean> = (value, place) => (typeof value === 'boolean' ? value : refuse(place, value, 'true or false'));

/** What `numberAt` allows. */
export const numberText = ({ min, max, whole = false, above = false }: Bounds): string =>
  `a ${whole ? 'whole ' : ''}number ${above ? `above ${min}, at most` : `from ${min} to`} ${max}`.replaceAll('e+', 'e');

/** A finite number: what JSON writes as 1e999 is none. */
export function numberAt(bounds: Bounds): Read<number> {
  const { min, max, whole = false, above = false } = bounds;
  const allowed = numberText(bounds);
  return (value, place) => {
    if (typeof value !== 'number') return refuse(place, value, allowed);
    if (!Number.isFinite(value)) throw new Refusal(`${place} is a number beyond 1.7e308, and not ${allowed}`);
    return (above ? value > min : value >= min) && value <= max && (!whole || Number.isInteger(value)) ? value : refuse(place, value, allowed);
  };
}

/** `fallback` where nothing stands at the place. */
export const orElse =
  <Value>(read: Read<Value>, fallback: Value): Read<Value> =>
  (value, place) =>
    value === undefined ? fallback : read(value, place);

export function orNull<Value>(read: Read<Value>): Read<Value | null> {
  return (value, place) => {
    if (value === null) return null;
    try {
      return read(value, place);
    } catch (error) {
      throw error instanceof Refusal && value !== undefined ? new Refusal(`${error.message}, or null`) : error;
    }
  };
}

export function textAt(longest: number): Read<string> {
  return (value, place) =>
    typeof value === 'string' && value.length <= longest ? value : refuse(place, value, `a text of at most ${longest} characters`);
}

export function listAt<Value>(longest: number, read: Read<Value>): Read<Value[]> {
  return (value, place) => {
    if (!Array.isArray(value)) return refuse(place, value, 'a list');
    if (value.length > longest) throw new Refusal(`${place} has ${value.length} entries; allowed are at most ${longest}`);
    return value.map((entry, i) => read(entry, `${place}[${i}]`));
  };
}

/** An object of values by name. */
export function recordAt<Value>(most: number, longestName: number, read: Read<Value>): Read<Readonly<Record<string, Value>>> {
  return (value, place) => {
    const entries = Object.entries(objectAt(value, place));
    if (entries.length > most) throw new Refusal(`${place} has ${entries.length} names; allowed are at most ${most}`);
    return Object.fromEntries(
      entries.map(([name, entry]) => {
        if (name === '' || name.length > longestName) refuse(`A name in ${place}`, name, `of 1 to ${longestName} characters`);
        return [name, read(entry, `${place}.${excerpt(name)}`)];
      }),
    );
  };
}
