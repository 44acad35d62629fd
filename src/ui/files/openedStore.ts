import { createStore, useStore } from 'zustand';
import { labStore } from '../../store/labStore';
import { runOf } from '../../store/selectors';
import type { Saved } from './results';

/** Files above this size are not read. */
const MAX_BYTES = 50e6;

/** Where the results on the screen come from, if from a file. */
interface Origin extends Pick<Saved, 'version' | 'backend' | 'remarks'> {
  readonly runId: number;
}

interface Opened {
  readonly origin: Origin | null;
  /** why the last file could not be opened */
  readonly problem: string | null;
}

const openedStore = createStore<Opened>(() => ({ origin: null, problem: null }));

const openProblem = (problem: string | null): void => openedStore.setState({ problem });
export const dismissProblem = (): void => openProblem(null);
export const useOpenProblem = (): string | null => useStore(openedStore, ({ problem }) => problem);

/** Reads a file in short stretches; whatever goes wrong in it is a problem in words. */
async function read(file: File): Promise<Saved | { readonly problem: string }> {
  try {
    const [bytes, { openFile }, { textOf }, { inPieces }] = await Promise.all([
      file.arrayBuffer(),
      import('./openFile'),
      import('../table/textOf'),
      import('../table/inPieces'),
    ]);
    return await inPieces(openFile(textOf(new Uint8Array(bytes))));
  } catch {
    return { problem: 'It can’t be read.' };
  }
}

/** Shows a saved file's experiment and results; true when it did. Else the problem says why not, and all stays as it was. */
export async function openSaved(file: File): Promise<boolean> {
  if (file.size > MAX_BYTES) {
    openProblem(`${file.name} was not opened: it has ${Math.round(file.size / 1e6)} MB, and at most ${MAX_BYTES / 1e6} MB can be read.`);
    return false;
  }
  const saved = await read(file);
  if ('problem' in saved) {
    openProblem(`${file.name} was not opened. ${saved.problem}`);
    return false;
  }
  const { experiment, frames, noise, version, backend, remarks } = saved;
  labStore.getState().restore(experiment, frames, noise);
  const runId = runOf(labStore.getState())?.runId;
  openedStore.setState({ origin: runId === undefined ? null : { runId, version, backend, remarks }, problem: null });
  return true;
}

/** Where the run came from; null for one that was computed here. */
export function useOrigin(runId: number | null): Origin | null {
  const origin = useStore(openedStore, (opened) => opened.origin);
  return origin?.runId === runId ? origin : null;
}
