import type { Frame, Ghost, Run } from './state';

/** More old futures than this hide the present one. */
export const MOST_GHOSTS = 3;

/** Changes that follow each other this fast are one gesture: it leaves the future of before it, not those that it passed through. */
const GESTURE_MS = 1000;

const withoutSamples = (frame: Frame): Frame => ({ ...frame, lanes: frame.lanes.map((lane) => (lane.shown ? { ...lane, shown: null } : lane)) });

/** The future of a run beyond generation `from`; null where nothing is computed there. */
function ghostOf(run: Run, from: number, id: number): Ghost | null {
  if (run.frames.length <= from) return null;
  return { id, experiment: run.experiment, from, frames: run.frames.slice(Math.max(0, from - 1)).map(withoutSamples) };
}

/** `ghosts` with one more; the oldest makes room. */
const withGhost = (ghosts: readonly Ghost[], ghost: Ghost): readonly Ghost[] => [...ghosts, ghost].slice(-MOST_GHOSTS);

/** Keeps the futures that are discarded. `now` in ms, from any start. */
export function createGhosts(now: () => number, update: (change: (ghosts: readonly Ghost[]) => readonly Ghost[]) => void) {
  let last = Number.NEGATIVE_INFINITY;
  const endGesture = () => {
    last = Number.NEGATIVE_INFINITY;
  };
  return {
    /** The future of `run` beyond generation `from` is being discarded. */
    leave(run: Run, from: number): void {
      const sameGesture = now() - last < GESTURE_MS;
      last = now();
      const ghost = sameGesture ? null : ghostOf(run, from, run.runId);
      if (ghost) update((ghosts) => withGhost(ghosts, ghost));
    },
    /** What follows is a gesture of its own, however soon. */
    endGesture,
    clear(): void {
      endGesture();
      update(() => []);
    },
  };
}
