/** Why files could not be stored: storage full, connection gone, or the server has other files by now. */
export type StoringProblem = 'quota' | 'network' | 'changed';

/** Page to service worker; each is answered through the port that comes with it. */
export type ToKeeper = { readonly type: 'check' } | { readonly type: 'fill' } | { readonly type: 'use' };

/** Answers of the service worker, and what it tells all pages while it stores files. */
export type FromKeeper =
  | { readonly type: 'progress'; readonly bytes: number; readonly total: number }
  | { readonly type: 'failed'; readonly problem: StoringProblem }
  /** how many of the files are not stored */
  | { readonly type: 'checked'; readonly missing: number }
  | { readonly type: 'filled' }
  /** it takes over now, or cannot as long as that many other tabs show the page */
  | { readonly type: 'using'; readonly otherTabs: number };
