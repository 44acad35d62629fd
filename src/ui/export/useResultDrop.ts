import { useEffect } from 'react';
import { openSaved } from './openedStore';
import { OWN_CSV } from './ownCsv';

/** What is known of a file while it is dragged is its type alone. */
const TYPES = ['application/json', 'text/csv', 'application/vnd.ms-excel', ''];

const isJson = ({ name }: File) => /\.json$/i.test(name);

async function isOurTable(file: File): Promise<boolean> {
  if (!/\.csv$/i.test(file.name)) return false;
  const start = await file
    .slice(0, 200)
    .text()
    .catch(() => '');
  return OWN_CSV.test(start);
}

/** Opens a saved result that is dropped anywhere on the page; leaves every other file to others. */
export function useResultDrop(): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      const items = [...(event.dataTransfer?.items ?? [])];
      if (items.some(({ kind, type }) => kind === 'file' && TYPES.includes(type))) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      const file = files.find(isJson) ?? files.find(({ name }) => /\.csv$/i.test(name));
      if (!file) return;
      event.preventDefault();
      void (isJson(file) ? Promise.resolve(true) : isOurTable(file)).then((ours) => ours && openSaved(file));
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);
}
