import { createStore } from 'zustand';
import type { Hindrance } from './hindrance';
import type { StoringProblem } from './messages';

/** What this browser keeps of the page. */
export type Kept =
  | { readonly status: 'none' }
  | { readonly status: 'storing'; readonly bytes: number; readonly total: number }
  /** `incomplete`: part of it was stored, or was deleted since */
  | { readonly status: 'incomplete' }
  | { readonly status: 'kept' }
  | { readonly status: 'removed' }
  | { readonly status: 'failed'; readonly problem: Hindrance | StoringProblem };

/** A newer version that is stored beside the one on the screen. `busy`: so many other tabs stand in its way. */
export type NewVersion =
  | { readonly status: 'none' | 'later' | 'taking' }
  | { readonly status: 'ready' }
  | { readonly status: 'busy'; readonly otherTabs: number };

interface OfflineState {
  readonly kept: Kept;
  readonly newVersion: NewVersion;
}

export const offlineStore = createStore<OfflineState>(() => ({ kept: { status: 'none' }, newVersion: { status: 'none' } }));

export const setKept = (kept: Kept): void => offlineStore.setState({ kept });
export const setNewVersion = (newVersion: NewVersion): void => offlineStore.setState({ newVersion });
