import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Experiment } from '../../engine/experiment';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { labStore } from '../../store/labStore';
import { experimentOnScreen, runOf } from '../../store/selectors';
import type { Ghost, Kept, LabState } from '../../store/state';
import { framesOf, shownOf } from '../runs';
import { useInSight } from '../useInSight';
import { chartScheduler } from './scheduler';

/** What a chart is drawn from: while it runs the generations up to the one shown, else all that are computed. */
export interface Snapshot {
  readonly frames: readonly Frame[];
  readonly experiment: Experiment;
  readonly running: boolean;
  readonly noise: NoiseFloor | null;
  /** as in the run: generations whose scores came later */
  readonly scoredLater: number;
  readonly ghosts: readonly Ghost[];
  readonly kept: Kept | null;
}

const noiseOf = (state: LabState) => runOf(state)?.noise ?? null;
const scoredLaterIn = (state: LabState) => runOf(state)?.scoredLater ?? 0;

function take(state: LabState): Snapshot {
  const running = state.run.status === 'running';
  const frames = framesOf(state);
  const { ghosts, kept } = state;
  return {
    frames: running ? frames.slice(0, shownOf(state)) : frames,
    experiment: experimentOnScreen(state),
    running,
    noise: noiseOf(state),
    scoredLater: scoredLaterIn(state),
    ghosts,
    kept,
  };
}

function isStale(drawn: Snapshot, state: LabState): boolean {
  const frames = framesOf(state);
  const running = state.run.status === 'running';
  const count = running ? Math.min(frames.length, shownOf(state)) : frames.length;
  return (
    experimentOnScreen(state) !== drawn.experiment ||
    running !== drawn.running ||
    noiseOf(state) !== drawn.noise ||
    scoredLaterIn(state) !== drawn.scoredLater ||
    state.ghosts !== drawn.ghosts ||
    state.kept !== drawn.kept ||
    count !== drawn.frames.length ||
    frames[count - 1] !== drawn.frames[count - 1]
  );
}

/** Whether a chart that nobody sees has to be drawn: once a run stands still, so that nothing in it moves when one comes to it. */
const isBehind = (drawn: Snapshot, state: LabState): boolean =>
  (state.run.status === 'paused' || state.run.status === 'ended') &&
  (framesOf(state).length !== drawn.frames.length || scoredLaterIn(state) !== drawn.scoredLater);

/** The snapshot that a chart shows, renewed by the scheduler, while a run goes on only where the chart is in sight, or at once by `renew`. */
export function useChartSnapshot(ref: RefObject<Element | null>): { snapshot: Snapshot; redraws: number; inSight: boolean; renew: () => void } {
  const [drawn, setDrawn] = useState(() => ({ snapshot: take(labStore.getState()), redraws: 0 }));
  const current = useRef(drawn.snapshot);
  const inSight = useInSight(ref);
  const [printing, setPrinting] = useState(false);

  const renew = useCallback(() => {
    if (!isStale(current.current, labStore.getState())) return;
    const snapshot = take(labStore.getState());
    current.current = snapshot;
    setDrawn(({ redraws }) => ({ snapshot, redraws: redraws + 1 }));
  }, []);

  // on paper every chart is in sight
  useEffect(() => {
    const show = () =>
      flushSync(() => {
        renew();
        setPrinting(true);
      });
    const hide = () => setPrinting(false);
    addEventListener('beforeprint', show);
    addEventListener('afterprint', hide);
    return () => {
      removeEventListener('beforeprint', show);
      removeEventListener('afterprint', hide);
    };
  }, [renew]);

  useEffect(() => {
    // React would put two charts of neighbouring frames into one commit
    const client = { redraw: () => flushSync(renew) };
    const ask = () => {
      const wants = inSight ? isStale : isBehind;
      if (wants(current.current, labStore.getState())) chartScheduler.ask(client);
    };
    ask();
    const stop = labStore.subscribe(ask);
    return () => {
      stop();
      chartScheduler.forget(client);
    };
  }, [inSight, renew]);

  return { ...drawn, inSight: inSight || printing, renew };
}
