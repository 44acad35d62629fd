import { datasetOf, isRunningText } from '../../../engine/chosen';
import { loopsOf } from '../../../engine/loops/named';
import { experimentOnScreen } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { hasRun } from '../../runs';
import { ClassShares } from '../classes/ClassShares';

/** Below the scores: which first letters are made, where the data are names. */
export function LetterShares() {
  const active = useLab(hasRun);
  const experiment = useLab(experimentOnScreen);
  return active && datasetOf(experiment).modes > 0 && !isRunningText(experiment) ? <ClassShares loops={loopsOf(experiment)} /> : null;
}
