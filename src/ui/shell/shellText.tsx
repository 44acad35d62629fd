import { renderToStaticMarkup } from 'react-dom/server';
import { haveDialogs } from '../dialogs/openDialog';
import { Shell } from './Shell';

/** The shell as a page carries it: without style attributes, which its policy would have to allow. */
export function shellText(): string {
  haveDialogs();
  return renderToStaticMarkup(<Shell />)
    .replace(/ style="stroke:(#\w+)"/g, ' stroke="$1"')
    .replace(/ style="[^"]*"/g, '');
}
