import { useMemo } from 'react';
import { experimentOnScreen, runOf } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { framesOf, shownOf } from '../runs';
import { interventions, losses, type TimelineEvent } from './events';

/** What the timeline marks. */
export function useEvents(): readonly TimelineEvent[] {
  const frames = useLab(framesOf);
  const experiment = useLab(experimentOnScreen);
  // while it runs, what was computed ahead of the screen is not told yet
  const told = useLab((state) => (state.run.status === 'running' ? shownOf(state) : framesOf(state).length));
  const noise = useLab((state) => runOf(state)?.noise ?? null);
  const lost = useMemo(() => losses(frames.slice(0, told), experiment, noise), [frames, told, experiment, noise]);
  return useMemo(() => [...lost, ...interventions(experiment)], [lost, experiment]);
}
