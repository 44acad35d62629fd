import { createStore, useStore } from 'zustand';

/** Which sample of the walls is followed, by its place; the same latent point in every loop and generation. */
interface Followed {
  /** 0..63, null = none */
  readonly sample: number | null;
  /** the loop in whose wall it was chosen: focus goes back there */
  readonly loop: string;
}

const followedStore = createStore<Followed>(() => ({ sample: null, loop: '' }));

export const useFollowed = (): number | null => useStore(followedStore, ({ sample }) => sample);

/** a film was opened by hand, and has not been drawn yet */
let justOpened = false;

export function follow(sample: number, loop: string): void {
  justOpened ||= followedStore.getState().sample === null;
  followedStore.setState({ sample, loop });
}

/** Whether the film was opened by hand just now (and not by a new run); true once. */
export function takeOpening(): boolean {
  const opened = justOpened;
  justOpened = false;
  return opened;
}

export const followedNow = (): number | null => followedStore.getState().sample;

export const followAnother = (by: number, count: number): void =>
  followedStore.setState(({ sample }) => ({ sample: sample === null ? null : (sample + by + count) % count }));

export const unfollow = (): void => followedStore.setState({ sample: null });

/** Closes the film and goes back to the wall that opened it. */
export function leaveFilm(): void {
  const { loop } = followedStore.getState();
  unfollow();
  document.querySelector<HTMLElement>(`[data-wall='${loop}']`)?.focus();
}
