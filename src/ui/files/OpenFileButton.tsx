import { useRef } from 'react';
import { closeDialog } from '../dialogs/openDialog';
import { dismissProblem, useOpenProblem } from './openedStore';
import { takeFile } from './useFileDrop';

/** Opens a saved JSON or CSV; on success the dialog gives way to the page. */
export function OpenFileButton() {
  const field = useRef<HTMLInputElement>(null);
  const problem = useOpenProblem();
  const open = async (file: File | undefined) => {
    dismissProblem();
    if (file && (await takeFile(file, 'openSaved'))) closeDialog();
  };
  return (
    <>
      <button type="button" onClick={() => field.current?.click()}>
        Open a saved file…
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,.csv,.md,application/json,text/csv,text/markdown"
        aria-label="Saved file"
        hidden
        onChange={(event) => {
          void open(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {problem !== null && <p role="alert">{problem}</p>}
    </>
  );
}
