import { useEffect } from 'react';
import { openDialog } from '../dialogs/openDialog';
import { openSaved } from './openedStore';
import { isOwnCsv } from './ownCsv';

const isJson = ({ name }: File) => /\.json$/i.test(name);

/** Opens saved results; any other file goes to the dialog for points, which says what it should be. */
async function receive(file: File): Promise<void> {
  if (isJson(file) || (await isOwnCsv(file))) {
    await openSaved(file);
    return;
  }
  const { openSketch, receiveFile } = await import('../draw/sketchStore');
  openSketch();
  await receiveFile(file);
  openDialog('draw');
}

/** Takes files that are dropped anywhere on the page. */
export function useFileDrop(): void {
  useEffect(() => {
    // without it the browser would leave the page for the file
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      const file = files.find(isJson) ?? files[0];
      if (!file) return;
      event.preventDefault();
      void receive(file);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);
}
