import { readView } from './view';

/** The view of this page: its link names it once, at the opening. */
export const pageView = readView(globalThis.location?.search ?? '');
