import { createStore } from 'zustand/vanilla';

/** The sample that the reader follows, as it was when it was chosen. */
export interface Followed {
  /** where: in this loop, of this generation, at this place among the samples shown */
  readonly loop: string;
  readonly generation: number;
  readonly place: number;
  readonly pixels: Uint8Array;
  /** which digit the classifier read; null where it wasn't asked */
  readonly digit: number | null;
}

export const followedStore = createStore<{ readonly followed: Followed | null }>(() => ({ followed: null }));
