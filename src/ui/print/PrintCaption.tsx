import { linkOf } from '../../store/addressBar';
import { experimentOnScreen, frameShown } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { framesOf, shownOf } from '../runs';
import { experimentLine } from '../text/experimentLine';
import './print.css';

/** On paper alone: which experiment this is, which generation is shown, and the link that leads back to it. */
export function PrintCaption() {
  const experiment = useLab(experimentOnScreen);
  const generation = useLab((state) => frameShown(state)?.generation ?? null);
  const isAhead = useLab((state) => shownOf(state) < framesOf(state).length);
  const rung = useLab((state) => state.badge?.rung ?? null);
  return (
    <div className="onPaper">
      <p>{experimentLine(experiment)}</p>
      <p>
        {generation === null ? 'Not run yet.' : `Samples of generation ${generation}.`} Seed {experiment.seed}
        {rung === null ? '.' : `, computed on ${rung}.`}
        {isAhead && ' Faint in the charts: the generations after it.'}
      </p>
      <p>{linkOf(experiment, location)}</p>
    </div>
  );
}
