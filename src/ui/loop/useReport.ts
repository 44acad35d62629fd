import { useEffect, useState } from 'react';
import { labStore } from '../../store/labStore';
import type { RunProgress } from '../../store/state';
import { useThrottle } from '../controls/throttle';
import { progressNow } from './phases';

/** Shortest time that a mark stays, so that quick phases don't flicker. */
const CALM_MS = 120;

const isSame = (a: RunProgress | null, b: RunProgress | null) => a?.phase === b?.phase && a?.generation === b?.generation;

/** The phase that the worker last reported, for the eye; null when it waits or nothing runs. */
export function useReport(): RunProgress | null {
  const [report, setReport] = useState(() => progressNow(labStore.getState()));
  const reports = useThrottle(setReport, CALM_MS);
  useEffect(
    () =>
      labStore.subscribe((state, before) => {
        const now = progressNow(state);
        if (!isSame(now, progressNow(before))) reports.push(now);
        // what is paused or over is marked no longer
        if (now === null && state.run.status !== 'running') reports.flush();
      }),
    [reports],
  );
  return report;
}
