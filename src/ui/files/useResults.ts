import { linkOf } from '../../store/addressBar';
import { experimentOnScreen, runOf } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import { version } from '../../version';
import { framesOf } from '../runs';
import { useOrigin } from './openedStore';
import type { Results } from './results';
import { today } from './today';

/** What is on the screen, as files hold it, computed here. */
export function resultsOf(state: LabState): Results {
  const experiment = experimentOnScreen(state);
  return {
    experiment,
    frames: framesOf(state),
    noise: runOf(state)?.noise ?? null,
    backend: state.badge?.rung ?? null,
    version,
    link: linkOf(experiment, location),
    exported: today(),
  };
}

/** What is on the screen, as files hold it, wherever it was computed. */
export function useResults(): Results {
  const experiment = useLab(experimentOnScreen);
  const frames = useLab(framesOf);
  const noise = useLab((state) => runOf(state)?.noise ?? null);
  const rung = useLab((state) => state.badge?.rung ?? null);
  const origin = useOrigin(useLab((state) => runOf(state)?.runId ?? null));
  return {
    experiment,
    frames,
    noise,
    backend: origin ? origin.backend : rung,
    version: origin ? (origin.version ?? 'unknown') : version,
    link: linkOf(experiment, location),
    exported: today(),
  };
}
