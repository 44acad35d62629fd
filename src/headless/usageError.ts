/** Malformed input: the command ends with exit code 2 and this one line. */
export class UsageError extends Error {}

const LONGEST = 60;

/** A value as a message quotes it: short, on one line, however long or deep it is. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** @param place as in JavaScript: `real[3][1]` */
export function refuse(place: string, value: unknown, allowed: string): never {
  throw new UsageError(value === undefined ? `${place} is missing; it has to be ${allowed}` : `${place} = ${describe(value)} is not ${allowed}`);
}
