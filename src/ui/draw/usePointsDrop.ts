import { useEffect } from 'react';
import { openDialog } from '../dialogs/openDialog';
import { isOwnCsv } from '../files/ownCsv';

async function receive(file: File): Promise<void> {
  // saved results, JSON and tables, are opened elsewhere
  if (await isOwnCsv(file)) return;
  const { openSketch, receiveFile } = await import('./sketchStore');
  openSketch();
  await receiveFile(file);
  openDialog('draw');
}

/** Takes files of points that are dropped anywhere on the page to the dialog, and any other file to a word on what it should be. */
export function usePointsDrop(): void {
  useEffect(() => {
    // without it the browser would leave the page for the file
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      const [file] = files;
      if (!file || files.some(({ name }) => /\.json$/i.test(name))) return;
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
