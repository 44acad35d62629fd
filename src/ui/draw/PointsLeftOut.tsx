import { countPoints, MOST_POINTS_IN_LINK } from '../../engine/pointsText';
import { thousands } from '../../format';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';

/** Beside a link: that it comes without the reader's points, where there are too many of them. */
export function PointsLeftOut() {
  const count = useLab((state) => countPoints(experimentOnScreen(state).points));
  if (count <= MOST_POINTS_IN_LINK) return null;
  return (
    <p>
      The link leaves out your {thousands(count)} points: it can hold {MOST_POINTS_IN_LINK}. Save JSON under Export and send that file instead;
      whoever drops it on the page has them all.
    </p>
  );
}
