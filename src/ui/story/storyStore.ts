import { createStore } from 'zustand/vanilla';
import { readQuery } from '../../engine/query';
import { readDesk } from '../../store/desk';
import { queryHere } from '../../store/pageAddress';

interface StoryPlace {
  /** it waits to be asked for, or refused */
  readonly offered: boolean;
  readonly open: boolean;
}

const STORAGE_KEY = 'mad-lab-story';

export const storyStore = createStore<StoryPlace>(() => ({ offered: false, open: false }));

/** Storage is refused in sandboxed frames: there an offer could never be put away for good, so none is made. */
function wasSeen(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== null;
  } catch {
    return true;
  }
}

/** A link with keys is somebody's experiment, and goes straight to it. */
export function offerStoryOnFirstVisit(): void {
  storyStore.setState({ offered: readQuery(queryHere()).length === 0 && readDesk(location.href).desk === null && !wasSeen() });
}

export const openStory = (): void => storyStore.setState({ open: true });

export const closeStory = (): void => storyStore.setState({ open: false });

/** Refused, skipped or told to its end; only now is anything remembered. */
export function endStory(): void {
  storyStore.setState({ offered: false, open: false });
  try {
    localStorage.setItem(STORAGE_KEY, 'seen');
  } catch {
    return;
  }
}
