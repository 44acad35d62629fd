import { plainName } from '../engine/names';
import { type Pair, printPairs, queryOf, readQuery } from '../engine/query';

/** Where the page is, and what may be done with its address: in a frame, and in a file opened from disk, less than elsewhere. */

const EMBED = /\/embed\.html$/;

const metaOf = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

type Place = Pick<Location, 'href'>;

/** The page that links lead to, without a query: from an embed the page beside it, from a file opened from disk the page that made it, if it is known. */
export function pageOf({ href }: Place): string {
  const bare = href.replace(/[?#].*$/, '');
  return (bare.startsWith('file:') && metaOf('mad-lab-home')) || bare.replace(EMBED, '/');
}

export const isEmbed = ({ href }: Place): boolean => EMBED.test(href.replace(/[?#].*$/, ''));

/** The query of the address; a file opened from disk without one has the query that it was made with. */
export function queryHere(): string {
  return queryOf(location.href) || metaOf('mad-lab-query');
}

/** The address with the text in its fragment; a file opened from disk without a query has the text that it was made with. */
export function addressWithText(): string {
  const made = queryOf(location.href) === '' ? metaOf('mad-lab-text') : '';
  return made === '' ? location.href : `#text=${made}`;
}

/** `query` with a key of the view set, or taken out with null; what analytics added goes, all else stays as it was meant. */
export function withKey(query: string, key: string, value: string | null): string {
  const others = readQuery(query).filter(([name]) => plainName(name) !== plainName(key));
  const pairs: readonly Pair[] = value === null ? others : [...others, [key, value]];
  return pairs.length > 0 ? `?${printPairs(pairs)}` : '';
}

/** Writes a key of the view into the address, or takes it out. `beside`: what the history holds of it. */
export function rewriteKey(key: string, value: string | null, beside: object = {}): void {
  const { href, pathname, hash } = location;
  const fragment = queryOf(href).includes('#') ? '' : hash;
  rewriteAddress(`${pathname}${withKey(queryHere(), key, value)}${fragment}`, stateWith(beside));
}

function stateWith(beside: object): unknown {
  const state: unknown = history.state;
  return Object.keys(beside).length === 0 ? state : { ...(typeof state === 'object' && state), ...beside };
}

/** Puts another address into the bar. A frame's history is its host's, and is left alone; so is an address that the browser won't let go. */
export function rewriteAddress(address: string | URL, state: unknown, how: 'replace' | 'push' = 'replace'): void {
  if (window.parent !== window) return;
  try {
    if (how === 'push') history.pushState(state, '', address);
    else history.replaceState(state, '', address);
  } catch {
    return;
  }
}
