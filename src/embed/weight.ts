/** Most text of one message, in characters of its names and strings. */
export const LONGEST_MESSAGE = 64_000;
export const DEEPEST = 4;
export const MOST_ENTRIES = 200;

/** What makes a message too heavy to be looked at, in a sentence; null = nothing. Stops at the first excess, so that a huge or cyclic message costs no more than a fair one. */
export function tooHeavy(data: unknown): string | null {
  let characters = 0;
  let entries = 0;

  function walk(value: unknown, depth: number): string | null {
    if (typeof value === 'string') characters += value.length;
    if (characters > LONGEST_MESSAGE) return `the message has more than ${LONGEST_MESSAGE} characters.`;
    if (typeof value !== 'object' || value === null) return null;
    if (depth > DEEPEST) return `the message is nested deeper than ${DEEPEST}, or in a circle.`;
    // no command has any use for lists, bytes, maps and the like
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return 'the message holds more than plain objects and values.';
    for (const key in value) {
      characters += key.length;
      if (++entries > MOST_ENTRIES) return `the message has more than ${MOST_ENTRIES} entries.`;
      const problem = walk((value as Record<string, unknown>)[key], depth + 1);
      if (problem) return problem;
    }
    return null;
  }
  return walk(data, 1);
}
