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

/** Keys that leave what a preset shows as it was, and keys of the view. */
const OTHERS = [
  'v',
  'seed',
  'backend',
  'replicates',
  'generations',
  'theme',
  'hide',
  'lock',
  'run',
  'view',
  'locale',
  'parentorigin',
  'compare',
  'watch',
];

/** The pairs of a query by their plain names, without case and hyphens. */
export function pairsOf(query: string): Map<string, string> {
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase().replaceAll('-', ''), value] as const);
  return new Map(pairs);
}

/** The experiment of a query as one text, in whatever order its keys came. */
export const experimentKeyOf = (pairs: ReadonlyMap<string, string>): string =>
  [...pairs]
    .filter(([name]) => !OTHERS.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
