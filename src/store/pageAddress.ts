/** Where the page is, and what may be done with its address: in a frame, and in a file opened from disk, less than elsewhere. */

const EMBED = /\/embed\.html$/;

type Place = Pick<Location, 'href'>;

/** The page that links lead to, without a query: from an embed the page beside it. */
export function pageOf({ href }: Place): string {
  const bare = href.replace(/[?#].*$/, '');
  return bare.replace(EMBED, '/');
}

export const isEmbed = ({ href }: Place): boolean => EMBED.test(href.replace(/[?#].*$/, ''));

/** The query of the address; a file opened from disk without one has the query that it was made with. */
export function queryHere(): string {
  if (location.search !== '') return location.search;
  return document.querySelector<HTMLMetaElement>('meta[name="mad-lab-query"]')?.content ?? '';
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
