import { vi } from 'vitest';

/** What the store touches of a browser's page: an address with a history, events, and whether anyone sees it. */
class FakePage extends EventTarget {
  visibilityState: 'visible' | 'hidden' = 'visible';
  private readonly entries: { href: string; state: unknown }[];
  private at = 0;

  constructor(query: string) {
    super();
    this.entries = [{ href: `http://here/${query === '' ? '' : `?${query}`}`, state: null }];
  }

  get href(): string {
    return this.entries[this.at].href;
  }

  get state(): unknown {
    return this.entries[this.at].state;
  }

  /** Keys of the link in the address bar. */
  get address(): URLSearchParams {
    return new URL(this.href).searchParams;
  }

  replace(state: unknown, href: string | URL): void {
    this.entries[this.at] = { href: new URL(href, this.href).href, state };
  }

  push(state: unknown, href: string | URL): void {
    this.entries.splice(++this.at, Number.POSITIVE_INFINITY, { href: new URL(href, this.entries[this.at - 1].href).href, state });
  }

  /** The back button, or with 1 the one beside it. */
  go(by: -1 | 1): void {
    this.at += by;
    this.dispatchEvent(new Event('popstate'));
  }

  /** The reader turns to another tab, or back. */
  isSeen(isSeen: boolean): void {
    this.visibilityState = isSeen ? 'visible' : 'hidden';
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** The globals of a page that has been opened at a link. `framed`: in another page. */
export function stubPage(query = '', framed = false): FakePage {
  const page = new FakePage(query);
  const { href } = page;
  // frames come at their own times, whenever one is asked for
  vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) =>
    setTimeout(() => callback(performance.now()), 16 - (performance.now() % 16)),
  );
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  vi.stubGlobal('location', {
    get href() {
      return page.href;
    },
    get pathname() {
      return new URL(page.href).pathname;
    },
    get hash() {
      return new URL(page.href).hash;
    },
  });
  vi.stubGlobal('history', {
    get state() {
      return page.state;
    },
    replaceState: (state: unknown, _: string, to: string | URL) => page.replace(state, to),
    pushState: (state: unknown, _: string, to: string | URL) => page.push(state, to),
  });
  vi.stubGlobal('document', Object.assign(page, { baseURI: href, querySelector: () => null }));
  vi.stubGlobal('window', Object.assign(page, { parent: framed ? {} : page }));
  return page;
}
