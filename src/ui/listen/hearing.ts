import { createStore } from 'zustand/vanilla';
import { openSound } from './listenStore';

/** The chart whose curves are heard now, by its score, and how to end that; null: none. One at a time. */
export const hearing = createStore<{ readonly now: { readonly metric: string; readonly stop: () => void } | null }>(() => ({ now: null }));

/** Plays the curves of a chart, or ends what is heard of it. */
export function toggleHear(metric: string): void {
  const { now } = hearing.getState();
  now?.stop();
  if (now?.metric === metric) return;
  const context = openSound();
  const stop = () => {
    if (hearing.getState().now?.stop !== stop) return;
    hearing.setState({ now: null });
    void context.close();
  };
  hearing.setState({ now: { metric, stop } });
  import('./hearCurves').then(({ hearCurves }) => hearCurves(context, metric, stop), stop);
}
