import { catalogue } from '../../engine/catalogue';
import { kindOf } from '../../engine/chosen';
import { SCHEMA } from '../../engine/experiment';
import { parseExperiment } from '../../engine/experimentText';
import { countPoints, MOST_POINTS_IN_LINK } from '../../engine/pointsText';
import { thousands } from '../../format';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import controlStyles from '../controls/Controls.module.css';
import { openDialog } from '../dialogs/openDialog';
import { ExplainKey } from '../explain/ExplainKey';
import own from '../forms/OwnData.module.css';
import { Changeable } from '../view/Setting';

/** The dataset of own points. */
const DRAWN = catalogue.datasets.find(({ id }) => SCHEMA.points.applies({ ...parseExperiment({}).experiment, dataset: id }));

/** What `dataset=drawn` is made of now; '' for other data. */
function pointsWords({ draft }: LabState): string {
  const { points } = draft;
  if (!SCHEMA.points.applies(draft)) return '';
  if (points === '') return 'An example to start from.';
  const count = countPoints(points);
  if (count <= MOST_POINTS_IN_LINK) return `${count === 1 ? '1 point' : `${count} points`}; the link holds ${count === 1 ? 'it' : 'them all'}.`;
  return `${thousands(count)} points: too many for the link, which leaves them out. Export saves them in a file.`;
}

/** The way to the reader's own data, beside the choice of dataset. */
export function OwnData() {
  const canBeDrawn = useLab(({ draft }) => kindOf(draft).id === DRAWN?.kind);
  const words = useLab(pointsWords);
  if (!canBeDrawn) return null;
  return (
    <div className={controlStyles.row}>
      <span className={controlStyles.label}>
        <ExplainKey of="points" label="Your own data" />
      </span>
      <Changeable>
        <button type="button" className={`textButton ${own.open}`} onClick={() => openDialog('draw')}>
          Draw or paste points
        </button>
      </Changeable>
      {words !== '' && <span className={controlStyles.hint}>{words}</span>}
    </div>
  );
}
