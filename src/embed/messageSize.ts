const MOST_TEXT = 65_536;
const DEEPEST = 4;
const MOST_ENTRIES = 200;

/**
 * Why a message is too large to be looked at any further, or null. Stops at the first limit: neither a text of 100 MB nor an endless
 * circle costs more than a few steps. No message to a frame holds lists, so that a long one need not be counted.
 */
export function problemOfSize(message: object): string | null {
  const path = new Set<object>();
  let text = 0;
  let entries = 0;

  function walk(value: unknown, depth: number): string | null {
    if (typeof value === 'string') {
      text += value.length;
      return text > MOST_TEXT ? `A message may hold ${MOST_TEXT} characters in all.` : null;
    }
    if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return 'A message holds texts and numbers only.';
    if (typeof value !== 'object' || value === null) return null;
    if (depth > DEEPEST) return `A message may be ${DEEPEST} levels deep.`;
    if (path.has(value)) return 'A message may not contain itself.';
    if (Object.prototype.toString.call(value) !== '[object Object]') return 'A message holds plain objects, texts and numbers only.';
    path.add(value);
    for (const key in value) {
      entries += 1;
      if (entries > MOST_ENTRIES) return `A message may have ${MOST_ENTRIES} entries in all.`;
      const problem = walk(key, depth) ?? walk((value as Record<string, unknown>)[key], depth + 1);
      if (problem !== null) return problem;
    }
    path.delete(value);
    return null;
  }

  return walk(message, 1);
}
