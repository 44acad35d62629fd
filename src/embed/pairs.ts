/** Keys that leave what a preset shows as it was. */
const INCIDENTAL = ['v', 'seed', 'backend', 'replicates', 'generations'];

type Pairs = ReadonlyMap<string, string>;

/** A key without case and hyphens. */
export const plain = (name: string): string => name.toLowerCase().replaceAll('-', '');

/** The pairs of a query by their plain names. */
export const pairsOf = (query: string): Map<string, string> => new Map([...new URLSearchParams(query)].map(([name, value]) => [plain(name), value]));

/** The pairs that are not of the view. */
export const experimentPairs = (pairs: Pairs, viewKeys: readonly string[]): [string, string][] =>
  [...pairs].filter(([name]) => !viewKeys.some((key) => plain(key) === name));

/** The experiment of a query as one text, in whatever order its keys came: the same for all that a preset's picture stands for. */
export const experimentKeyOf = (pairs: Pairs, viewKeys: readonly string[]): string =>
  experimentPairs(pairs, viewKeys)
    .filter(([name]) => !INCIDENTAL.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
