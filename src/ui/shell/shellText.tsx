import { renderToStaticMarkup } from 'react-dom/server';
import { Shell } from './Shell';

/** The shell as a page carries it: without style attributes, which its policy would have to allow. */
export const shellText = (): string =>
  renderToStaticMarkup(<Shell />)
    .replace(/ style="stroke:(#\w+)"/g, ' stroke="$1"')
    .replace(/ style="[^"]*"/g, '');
