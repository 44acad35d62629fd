import { useEffect, useState } from 'react';
import type { Experiment } from '../../engine/experiment';
import type { Frame } from '../../results/frame';
import { labStore } from '../../store/labStore';
import { experimentOnScreen } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { useThrottle } from '../controls/throttle';
import { framesOf, shownOf } from '../runs';

/** What is on the screen: nothing beyond `shown` is told. */
export interface Told {
  readonly frames: readonly Frame[];
  readonly shown: number;
  readonly experiment: Experiment;
}

/** Many small lines need not be renewed more often; each time costs the layout of a table. */
const CALM_MS = 300;

const take = (state: LabState): Told => ({ frames: framesOf(state), shown: shownOf(state), experiment: experimentOnScreen(state) });

const isSame = (a: Told, b: Told) => a.shown === b.shown && a.experiment === b.experiment && a.frames[a.shown - 1] === b.frames[b.shown - 1];

/** What is on the screen, renewed a few times a second. */
export function useTold(): Told {
  const [told, setTold] = useState(() => take(labStore.getState()));
  const updates = useThrottle(setTold, CALM_MS);
  useEffect(() => {
    let last = take(labStore.getState());
    updates.push(last);
    return labStore.subscribe((state) => {
      const now = take(state);
      if (isSame(last, now)) return;
      last = now;
      updates.push(now);
    });
  }, [updates]);
  return told;
}
