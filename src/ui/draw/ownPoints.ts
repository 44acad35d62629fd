import { SCHEMA } from '../../engine/experiment';
import { labStore } from '../../store/labStore';
import { openDialog } from '../dialogs/openDialog';

/** The reader's points while another dataset is looked at. */
let kept = '';

/**
 * Takes a dataset from its radio buttons. `drawn` takes back the points of before; a pointer that finds none there is led to the dialog.
 * Arrow keys are not: they pass through all the radio buttons on their way.
 */
export function chooseDataset(id: string, byPointer: boolean): void {
  const { draft, change } = labStore.getState();
  if (SCHEMA.points.applies(draft) && draft.points !== '') kept = draft.points;
  if (!SCHEMA.points.applies({ ...draft, dataset: id })) return change({ dataset: id });
  change({ dataset: id, points: kept });
  if (kept === '' && byPointer) openDialog('draw');
}
