import { useEffect } from 'react';
import { openSaved } from './openedStore';
import { isOwnCsv } from './ownCsv';

/** What is known of a file while it is dragged is its type alone. */
const TYPES = ['application/json', 'text/csv', 'application/vnd.ms-excel', ''];

const isJson = ({ name }: File) => /\.json$/i.test(name);

/** Opens a saved result that is dropped anywhere on the page; leaves every other file to others. */
export function useResultDrop(): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      const items = [...(event.dataTransfer?.items ?? [])];
      if (items.some(({ kind, type }) => kind === 'file' && TYPES.includes(type))) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      const file = files.find(isJson) ?? files[0];
      if (!file) return;
      event.preventDefault();
      void (isJson(file) ? Promise.resolve(true) : isOwnCsv(file)).then((ours) => ours && openSaved(file));
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);
}
