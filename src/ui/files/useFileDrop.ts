import { useEffect } from 'react';
import { openProblem } from './openedStore';

/** Opens a file that was chosen, or is of any kind, by code that comes when it is asked for; true when its results are shown. */
export async function takeFile(file: File, open: 'openSaved' | 'openAny'): Promise<boolean> {
  try {
    return await (await import('./openSaved'))[open](file);
  } catch {
    openProblem(`${file.name} was not opened. It can’t be read.`);
    return false;
  }
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
      const file = files.find(({ name }) => /\.json$/i.test(name)) ?? files[0];
      if (!file) return;
      event.preventDefault();
      void takeFile(file, 'openAny');
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);
}
