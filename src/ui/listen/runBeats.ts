import type { Beat } from '../../sound/runSound';
import type { LabState } from '../../store/state';
import { thinned } from '../charts/series';
import { framesOf } from '../runs';
import { beatAt } from './heard';

/** Seconds of a generation in a file, and how many there are at most: two minutes. */
export const FILE_BEAT = 0.5;
export const MOST_BEATS = 240;

/** The real data, then all generations that are computed; where these are too many, as many as a file holds, evenly. */
export const runBeats = (state: Pick<LabState, 'run' | 'draft' | 'preview'>): readonly Beat[] =>
  thinned(framesOf(state).length + 1, MOST_BEATS).map((generation) => beatAt(state, generation));
