/** A number as it is read aloud and typed: without the last bits of its computation. */
export const plainNumber = (value: number): string => String(Number(value.toFixed(4)));
