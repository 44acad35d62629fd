import { useMemo, useRef } from 'react';
import type { Frame } from '../../results/frame';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import { framesOf, shownOf } from '../runs';
import { spread } from './spread';

/** What a film is made of: while it runs the frames up to the one shown, else all that are computed. */
interface Told {
  readonly frames: readonly Frame[];
  readonly shown: number;
  readonly count: number;
}

const isRunning = ({ run }: Pick<LabState, 'run'>) => run.status === 'running';

function tell(state: LabState): Told {
  const [frames, shown] = [framesOf(state), shownOf(state)];
  return { frames, shown, count: Math.min(isRunning(state) ? shown : frames.length, frames.length) };
}

const isSame = (a: Told, b: Told) => a.frames === b.frames && a.shown === b.shown && a.count === b.count;

/** Up to `most` frames to show side by side. `rests`: nobody sees them, so that they stay as they are while the run goes on. */
export function useFilmFrames(most: number, rests = false): { frames: readonly Frame[]; shown: number; every: boolean } {
  const last = useRef<Told | null>(null);
  const { frames, shown, count } = useLab((state) => {
    const next = tell(state);
    const held = last.current;
    // not those of another run
    const isOfThisRun = held !== null && held.count > 0 && held.frames[0] === next.frames[0];
    if (held && ((rests && isRunning(state) && isOfThisRun) || isSame(held, next))) return held;
    last.current = next;
    return next;
  });
  return useMemo(() => {
    const chosen = spread(count, shown, most);
    return { frames: chosen.map((generation) => frames[generation - 1]), shown, every: chosen.length === count };
  }, [frames, shown, count, most]);
}
