/** What the precache holds of a request: the address of that file, or null for one that is left to the network. */
export function keptFile(address: string, navigates: boolean, has: (address: string) => boolean): string | null {
  const url = new URL(address);
  url.hash = '';
  if (navigates) {
    if (url.pathname.endsWith('/')) url.pathname += 'index.html';
    // the query is the experiment, and the page's own business
    if (url.pathname.endsWith('.html')) url.search = '';
  }
  return has(url.href) ? url.href : null;
}

/** `embed.html` in the folder `scope`, whatever its query. */
export function isEmbed(address: string, scope: string): boolean {
  return URL.canParse(address) && new URL('embed.html', scope).href === new URL(address).origin + new URL(address).pathname;
}

/** The page itself: the folder, or its index.html. */
export function isPage(address: string, scope: string): boolean {
  const { origin, pathname } = new URL(address);
  return [new URL(scope).href, new URL('index.html', scope).href].includes(origin + pathname);
}
