/** A line has this value at this generation. */
export interface Point<Value> {
  readonly generation: number;
  readonly value: Value;
}

/** Neighbouring generations that have a value: between two of these stretches a line breaks. */
export function stretches<Item extends { readonly generation: number }, Value>(
  items: readonly Item[],
  valueAt: (item: Item) => Value | null | undefined,
): Point<Value>[][] {
  const found: Point<Value>[][] = [];
  let isOpen = false;
  for (const item of items) {
    const value = valueAt(item) ?? null;
    if (value !== null) {
      if (!isOpen) found.push([]);
      found[found.length - 1].push({ generation: item.generation, value });
    }
    isOpen = value !== null;
  }
  return found;
}
