import { useMemo } from 'react';
import type { Frame } from '../../results/frame';
import { useLab } from '../../store/useLab';
import { framesOf, shownOf } from '../runs';
import { spread } from './spread';

/** Up to `most` frames to show side by side: while it runs those up to the one shown, else all that are computed. */
export function useFilmFrames(most: number): { frames: readonly Frame[]; shown: number; every: boolean } {
  const frames = useLab(framesOf);
  const shown = useLab(shownOf);
  const told = useLab((state) => (state.run.status === 'running' ? shownOf(state) : framesOf(state).length));
  return useMemo(() => {
    const count = Math.min(told, frames.length);
    const chosen = spread(count, shown, most);
    return { frames: chosen.map((generation) => frames[generation - 1]), shown, every: chosen.length === count };
  }, [frames, shown, told, most]);
}
