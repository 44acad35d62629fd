/** A preset as the poster needs it. The build fills the list in: the presets' own words would make embed.html three times as heavy. */
export interface PresetCard {
  readonly id: string;
  readonly title: string;
  readonly look: string;
  /** what its picture shows */
  readonly alt: string;
  /** its experiment as `experimentKeyOf` writes it */
  readonly key: string;
}

declare const __PRESET_CARDS__: readonly PresetCard[];
export const presetCards = __PRESET_CARDS__;

/** Keys that say how the figure looks and behaves, not what it computes. */
const VIEW_KEYS = ['theme', 'hide', 'lock', 'run', 'view', 'locale', 'parentorigin', 'compare', 'watch'];
/** Keys that leave what a preset shows as it was. */
const INCIDENTAL = ['v', 'seed', 'backend', 'replicates', 'generations'];

/** A key without case and hyphens. */
export const plain = (name: string): string => name.toLowerCase().replaceAll('-', '');

/** The pairs of a query by their plain names. */
export const pairsOf = (query: string): Map<string, string> => new Map([...new URLSearchParams(query)].map(([name, value]) => [plain(name), value]));

export const experimentPairs = (pairs: ReadonlyMap<string, string>): [string, string][] => [...pairs].filter(([name]) => !VIEW_KEYS.includes(name));

/** The experiment of a query as one text, in whatever order its keys came. */
export const experimentKeyOf = (pairs: ReadonlyMap<string, string>): string =>
  experimentPairs(pairs)
    .filter(([name]) => !INCIDENTAL.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
