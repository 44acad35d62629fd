import { valuesIn } from '../../engine/query';
import { queryHere } from '../../store/pageAddress';
import { closeDialog, isOpen, openDialog } from '../dialogs/openDialog';
import { mayUse } from '../view/viewStore';

function follow(): void {
  const isAsked = valuesIn(queryHere()).has('map') && mayUse('compare');
  if (isAsked) openDialog('map');
  else if (isOpen('map')) closeDialog();
}

/** A map that the address asks for is opened, now and on the way back. */
export function followMap(): void {
  follow();
  window.addEventListener('popstate', follow);
}
