import type { TheoryValues } from '../results';

/** Values of one generation, or in words why there is none. Those beyond the range of numbers are told from others by `index.ts`. */
export type Law = Readonly<Record<string, number | string>>;

export type Inexact = NonNullable<TheoryValues['kind']>;

/** What theory says of one generation: values, and what kind of values they are, null where they are exact; or in words why it says nothing. */
export type Finding = { readonly law: Law; readonly kind: Inexact | null } | string;

export const NO_EXACT_FORM = 'no exact form is known';
export const NORMAL_DATA_ONLY = 'known for normal data only';
export const WITHOUT_CURES = 'known without cures only';

/** Every key with the same reason. */
export function unknown(keys: readonly string[], reason: string): Law {
  return Object.fromEntries(keys.map((key) => [key, reason]));
}
