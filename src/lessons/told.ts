/** Something that is known, or why it is not. */
export type Told<Value> = { readonly value: Value } | { readonly value: null; readonly why: string };

export const told = <Value>(value: Value): { readonly value: Value } => ({ value });
export const untold = (why: string): { readonly value: null; readonly why: string } => ({ value: null, why });
