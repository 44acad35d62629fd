import { type Experiment, SCHEMA } from '../../engine/experiment';
import { labStore } from '../../store/labStore';
import { type DialogName, openDialog } from '../dialogs/openDialog';

/** What readers bring themselves: the key that holds it, what goes along, and where it is made. */
interface Own {
  readonly key: 'points' | 'text';
  readonly along: readonly (keyof Experiment)[];
  readonly dialog: DialogName;
}

const OWN: readonly Own[] = [
  { key: 'points', along: [], dialog: 'draw' },
  { key: 'text', along: ['form'], dialog: 'write' },
];

/** The reader's points and text while another dataset is looked at. */
const kept = new Map<Own, Partial<Experiment>>();

/**
 * Takes a dataset from its radio buttons. One of the reader's own takes back what was there before; a pointer that finds nothing there is led to
 * the dialog. Arrow keys are not: they pass through all the radio buttons on their way.
 */
export function chooseDataset(id: string, byPointer: boolean): void {
  const { draft, change } = labStore.getState();
  const ownOf = (experiment: Experiment) => OWN.find(({ key }) => SCHEMA[key].applies(experiment));
  const before = ownOf(draft);
  if (before && draft[before.key] !== '') kept.set(before, Object.fromEntries([before.key, ...before.along].map((key) => [key, draft[key]])));
  const own = ownOf({ ...draft, dataset: id });
  if (!own) return change({ dataset: id });
  change({ dataset: id, ...kept.get(own) });
  if (!kept.has(own) && byPointer) openDialog(own.dialog);
}
