import { type RefObject, useEffect, useState } from 'react';
import type { Experiment } from '../../engine/experiment';
import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import type { Frame, LabState } from '../../store/state';
import { framesOf, shownOf } from '../runs';
import { chartScheduler } from './scheduler';

/** What a chart is drawn from. */
export interface Snapshot {
  readonly frames: readonly Frame[];
  readonly experiment: Experiment;
  readonly running: boolean;
}

const take = (state: LabState): Snapshot => ({ frames: framesOf(state), experiment: experimentOnScreen(state), running: state.run.status === 'running' });

/** Frames ahead of the screen are drawn behind a veil, so a running chart is redrawn only when the screen reaches the end of what is drawn. */
function isStale(drawn: Snapshot, state: LabState): boolean {
  const next = take(state);
  if (next.experiment !== drawn.experiment || next.running !== drawn.running) return true;
  if (next.frames === drawn.frames) return false;
  const end = drawn.frames.length;
  const replaced = next.frames.length < end || (end > 0 && next.frames[end - 1] !== drawn.frames[end - 1]);
  return replaced || !next.running || shownOf(state) >= end;
}

/** The snapshot that a chart shows, renewed by the scheduler and only while the chart is in sight. */
export function useChartSnapshot(ref: RefObject<Element | null>): { snapshot: Snapshot; redraws: number; inSight: boolean } {
  const [drawn, setDrawn] = useState(() => ({ snapshot: take(labStore.getState()), redraws: 0 }));
  const [inSight, setInSight] = useState(false);

  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setInSight(entry.isIntersecting), { rootMargin: '40px' });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);

  useEffect(() => {
    if (!inSight) return;
    let current = drawn.snapshot;
    const client = {
      redraw() {
        if (!isStale(current, labStore.getState())) return;
        const snapshot = take(labStore.getState());
        current = snapshot;
        setDrawn(({ redraws }) => ({ snapshot, redraws: redraws + 1 }));
      },
    };
    const ask = () => {
      if (isStale(current, labStore.getState())) chartScheduler.ask(client);
    };
    ask();
    const stop = labStore.subscribe(ask);
    return () => {
      stop();
      chartScheduler.forget(client);
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the effect starts from what is drawn and then keeps its own account
  }, [inSight]);

  return { ...drawn, inSight };
}
