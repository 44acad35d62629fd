import { catalogue } from '../../engine/catalogue';
import { kindOf } from '../../engine/chosen';
import { SCHEMA } from '../../engine/experiment';
import { parseExperiment } from '../../engine/experimentText';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import controlStyles from '../controls/Controls.module.css';
import { openDialog, useDialogsAreThere } from '../dialogs/openDialog';
import { ExplainKey } from '../explain/ExplainKey';
import own from '../forms/OwnData.module.css';
import { Changeable } from '../view/Setting';
import { type Form, ownTextWords } from './writtenWords';

/** The dataset of own text. */
const OWN = catalogue.datasets.find(({ id }) => SCHEMA.text.applies({ ...parseExperiment({}).experiment, dataset: id }));

const wordsOf = ({ draft }: LabState): string => (SCHEMA.text.applies(draft) ? ownTextWords(draft.text, draft.form as Form) : '');

/** The way to the reader's own text, beside the choice of dataset. */
export function OwnText() {
  const canBeWritten = useLab(({ draft }) => kindOf(draft).id === OWN?.kind);
  const words = useLab(wordsOf);
  const hasDialogs = useDialogsAreThere();
  if (!canBeWritten || !hasDialogs) return null;
  return (
    <div className={controlStyles.row}>
      <span className={controlStyles.label}>
        <ExplainKey of="text" label="Your own text" />
      </span>
      <Changeable>
        <button type="button" className={`textButton ${own.open}`} onClick={() => openDialog('write')}>
          Write or paste text
        </button>
      </Changeable>
      {words !== '' && <span className={controlStyles.hint}>{words}</span>}
    </div>
  );
}
