/**
 * Curves of a run in a few hundred characters: what `poster=` in an embed's address holds, and what the presets' posters are kept in. Parts
 * between `~`: a checksum of the rest and of the run's settings, the last generation computed and the last one to be, then for each score its
 * id, the ends of its axis, `lin` or `log`, and one curve for each loop, two characters a value. Letters and digits alone, for links lose other things at their ends.
 */

/** A score's curves, of each loop in its turn: values as shares of the axis from below, null where the score has none. */
export interface PosterChart {
  readonly score: string;
  readonly axis: { readonly domain: readonly [number, number]; readonly log: boolean };
  readonly curves: readonly (readonly (number | null)[])[];
}

export interface Poster {
  /** the generation at the curves' right end */
  readonly last: number;
  /** the one at the right end of their axis */
  readonly generations: number;
  readonly charts: readonly PosterChart[];
}

export const LONGEST_POSTER = 600;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const NOTHING = 'zz';
const TOP = DIGITS.length ** 2 - 2;
const LAST_GENERATION = 2000;
const MOST_VALUES = 200;

/** The generations of `count` values, evenly from 1 to `last`, both among them. */
export const generationsOf = (last: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => (count === 1 ? last : Math.round((i * (last - 1)) / (count - 1)) + 1));

/** FNV-1a, 32 bits: enough to tell a slip from what was meant. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

function printValue(share: number | null): string {
  if (share === null) return NOTHING;
  const level = Math.round(share * TOP);
  return DIGITS[Math.floor(level / DIGITS.length)] + DIGITS[level % DIGITS.length];
}

function readValue(text: string): number | null {
  if (text === NOTHING) return null;
  return (DIGITS.indexOf(text[0]) * DIGITS.length + DIGITS.indexOf(text[1])) / TOP;
}

/** @param run what `runKeyOf` makes of the settings that the curves belong to */
export function printPoster({ last, generations, charts }: Poster, run: string): string {
  const printed = charts.map(({ score, axis: { domain, log }, curves }) =>
    [score, ...domain, log ? 'log' : 'lin', ...curves.map((curve) => curve.map(printValue).join(''))].join('~'),
  );
  const text = [last, generations, ...printed].join('~');
  return `${checksum(`${run}~${text}`)}~${text}`;
}

function readChart([score, low, high, scale, ...texts]: readonly string[]): PosterChart | null {
  const domain = [Number(low), Number(high)] as const;
  const isAxis = domain.every(Number.isFinite) && domain[0] < domain[1] && /^(lin|log)$/.test(scale ?? '') && (scale === 'lin' || domain[0] > 0);
  const isCurve = (text: string) => /^([0-9A-Za-z]{2})+$/.test(text) && text.length <= 2 * MOST_VALUES;
  if (!/^[a-z]\w*$/i.test(score ?? '') || !isAxis || !texts.every(isCurve)) return null;
  const curves = texts.map((text) => (text.match(/../g) ?? []).map(readValue));
  return curves.flat().every((value) => value === null || value <= 1) ? { score, axis: { domain, log: scale === 'log' }, curves } : null;
}

/** The curves of a run with these settings and so many loops; null for a text that holds none, or those of another run. */
export function readPoster(text: string, run: string, loops: number): Poster | null {
  const [sum, ...parts] = text.split('~');
  if (sum !== checksum(`${run}~${parts.join('~')}`)) return null;
  const [last, generations] = parts.slice(0, 2).map((part) => (/^[1-9]\d*$/.test(part) ? Number(part) : Number.NaN));
  const rest = parts.slice(2);
  const size = 4 + loops;
  if (!(last <= generations && generations <= LAST_GENERATION) || rest.length === 0 || rest.length % size > 0) return null;
  const charts: PosterChart[] = [];
  for (let at = 0; at < rest.length; at += size) {
    const chart = readChart(rest.slice(at, at + size));
    if (!chart || new Set(chart.curves.map(({ length }) => length)).size !== 1) return null;
    charts.push(chart);
  }
  return { last, generations, charts };
}
