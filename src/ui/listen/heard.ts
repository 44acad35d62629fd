import type { ShownSamples } from '../../protocol/messages';
import type { Beat } from '../../sound/runSound';
import { HEARD } from '../../sound/schedule';
import { experimentOnScreen } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { laneDrawn } from '../kinds/laneDrawn';
import { framesOf, shownOf } from '../runs';

/** Seconds of a beat where nothing runs; and the shortest and longest one of a run, whatever its speed. */
const STILL = 0.6;
const SHORTEST = 0.25;
const LONGEST = 1;
/** With reduced motion: few notes, and slow ones. */
const CALM_HEARD = 16;

export const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** How many samples of a loop are heard in a beat. */
export const heardHere = (): number => (isCalm() ? CALM_HEARD : HEARD);

/** Seconds of the beat that comes now. */
export function beatOf({ run, speed }: Pick<LabState, 'run' | 'speed'>): number {
  if (isCalm()) return LONGEST;
  return run.status === 'running' ? Math.min(LONGEST, Math.max(SHORTEST, 1 / speed)) : STILL;
}

/** The samples of each loop in a generation, 0 = the real data; null where there are none. */
export function beatAt(state: Pick<LabState, 'run' | 'draft' | 'preview'>, generation: number): Beat {
  const { loop: loops } = experimentOnScreen(state);
  const real: ShownSamples | null = state.preview.status === 'ready' ? state.preview.preview.real : null;
  if (generation === 0) return loops.map(() => real);
  const frame = framesOf(state)[generation - 1];
  return loops.map((loop) => laneDrawn(frame, loop)?.shown ?? null);
}

/** Those on the screen. */
export const beatShown = (state: Pick<LabState, 'run' | 'draft' | 'preview'>): Beat => beatAt(state, shownOf(state));

/** How many modes the picture shows; 0: none, or nothing is shown yet. */
export const modesShown = ({ preview }: Pick<LabState, 'preview'>): number => (preview.status === 'ready' ? preview.preview.modes.length / 2 : 0);
