import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { imagesView } from './images/view';
import type { KindView } from './kindView';
import { pointsView } from './points/view';
import { textView } from './text/view';

/** How the page shows each kind of samples. Adding one: a folder here, a line below and in `files.ts`, and in `panels.ts` where it has some. */
export const kindViews: readonly KindView[] = [pointsView, imagesView, textView];

/** How the samples of an experiment are shown. */
export function viewOf(experiment: Experiment): KindView {
  const { id } = kindOf(experiment);
  const view = kindViews.find((candidate) => candidate.id === id);
  if (!view) throw new Error(`no view of the kind “${id}”`);
  return view;
}
