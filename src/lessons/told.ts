/** Something that is known, or why it is not. `isNever`: what is asked for is known not to come, as a loss in a run that loses nothing. */
export type Told<Value> = { readonly value: Value } | Untold;

interface Untold {
  readonly value: null;
  readonly why: string;
  readonly isNever?: true;
}

export const told = <Value>(value: Value): { readonly value: Value } => ({ value });
export const untold = (why: string): Untold => ({ value: null, why });
export const never = (why: string): Untold => ({ value: null, why, isNever: true });

export const isNever = (told: Told<unknown>): boolean => told.value === null && 'isNever' in told;
