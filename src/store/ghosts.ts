import type { Frame } from '../results/frame';
import type { Ghost, Run } from './state';

/** More old futures than this hide the present one. */
export const MOST_GHOSTS = 3;

/** Changes that belong together: the future of before the first is left, not those that they passed through. */
interface Gesture {
  /** the keys that it changes */
  readonly keys: string;
  readonly from: number;
  /** the hand has not been lifted since */
  readonly held: boolean;
}

const withoutSamples = (frame: Frame): Frame => ({ ...frame, lanes: frame.lanes.map((lane) => (lane.shown ? { ...lane, shown: null } : lane)) });

/** The future of a run beyond generation `from`; null where nothing is computed there. */
function ghostOf(run: Run, from: number, id: number): Ghost | null {
  if (run.frames.length <= from) return null;
  return { id, experiment: run.experiment, from, frames: run.frames.slice(Math.max(0, from - 1)).map(withoutSamples) };
}

/** `ghosts` with one more; the oldest makes room. */
const withGhost = (ghosts: readonly Ghost[], ghost: Ghost): readonly Ghost[] => [...ghosts, ghost].slice(-MOST_GHOSTS);

export type Ghosts = ReturnType<typeof createGhosts>;

/** Keeps the futures that are discarded. A gesture is known by what it changes and by the hand, never by how long it takes. */
export function createGhosts(update: (change: (ghosts: readonly Ghost[]) => readonly Ghost[]) => void) {
  let gesture: Gesture | null = null;
  return {
    /** The future of `run` beyond generation `from` is being discarded; by a change of `keys`, or for good where there are none. */
    leave(run: Run, from: number, keys: readonly string[]): void {
      const before = gesture;
      gesture = keys.length === 0 ? null : { keys: [...keys].sort().join(), from, held: true };
      // after a new press, too, when no generation came between: nobody has seen that future
      if (before && before.keys === gesture?.keys && (before.held || before.from === from)) return;
      const ghost = ghostOf(run, from, run.runId);
      if (ghost) update((ghosts) => withGhost(ghosts, ghost));
    },
    /** A pointer or a key goes down anew, on anything. */
    press(): void {
      if (gesture) gesture = { ...gesture, held: false };
    },
    /** Something else was done: what follows is a gesture of its own. */
    endGesture(): void {
      gesture = null;
    },
    clear(): void {
      gesture = null;
      update(() => []);
    },
  };
}
