/** What theory says of one generation: a value, or in words why it has none. Values beyond the range of numbers are told from others by `index.ts`. */
export type Law = Readonly<Record<string, number | string>>;

export const NO_EXACT_FORM = 'no exact form is known';
export const NORMAL_DATA_ONLY = 'known for normal data only';

/** Every key with the same reason. */
export function unknown(keys: readonly string[], reason: string): Law {
  return Object.fromEntries(keys.map((key) => [key, reason]));
}
