import { createStore, useStore } from 'zustand';
import { labStore } from '../store/labStore';
import { createTurns } from './turns';

/** Whether another figure of the page has the turn, so that this one waits. */
const waitingStore = createStore<{ readonly waits: boolean }>(() => ({ waits: false }));

export const useWaits = (): boolean => useStore(waitingStore, ({ waits }) => waits);

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
/** Not for numbers of a run: only to keep figures apart that start at the same time. */
const random = () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
const isRunning = () => labStore.getState().run.status === 'running';

/** Whether any of the frame is in the reader's sight, wherever the host's page is scrolled to. */
function watchFrame(changed: (seen: boolean) => void): void {
  const observer = new IntersectionObserver((entries) => changed(entries.at(-1)?.isIntersecting ?? true));
  observer.observe(document.documentElement);
}

/**
 * Ties the run to the page's turns: a reader's or the host's start takes the turn, one by the address or by scrolling back waits for it.
 * @param frameIs told whether anyone sees the frame
 */
export function takeTurns(frameIs: (seen: boolean) => void) {
  let isGiven = false;
  /** nobody pressed Run: it goes on by itself when it is free to */
  let isPolite = false;
  const turns = createTurns({
    window,
    random,
    now: () => Date.now(),
    wait,
    onYield() {
      labStore.getState().pause();
      waitingStore.setState({ waits: true });
      if (isPolite) void politely(() => labStore.getState().start());
    },
  });

  /** Runs `start` when no other figure trains; not at all if the reader starts this one before. */
  async function politely(start: () => void): Promise<void> {
    waitingStore.setState({ waits: true });
    const isOff = () => isRunning() || !waitingStore.getState().waits;
    await turns.takeWhenFree(isOff);
    if (isOff()) return;
    isGiven = true;
    start();
    isGiven = false;
    if (isRunning()) waitingStore.setState({ waits: false });
    else turns.rest();
  }

  labStore.subscribe(({ run }, { run: before }) => {
    if (run.status === before.status) return;
    if (run.status === 'running') {
      isPolite = isGiven;
      if (!isGiven) turns.take();
      waitingStore.setState({ waits: false });
    } else if (before.status === 'running') {
      turns.rest();
    }
    if (run.status === 'idle') waitingStore.setState({ waits: false });
  });

  watchFrame((seen) => {
    const { run } = labStore.getState();
    const resumes = seen && run.status === 'paused' && run.why === 'hidden';
    if (resumes) void politely(() => frameIs(true));
    else frameIs(seen);
  });

  return { politely };
}
