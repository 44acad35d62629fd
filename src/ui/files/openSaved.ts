import { kindOf } from '../../engine/chosen';
import { labStore } from '../../store/labStore';
import { runOf } from '../../store/selectors';
import { openDialog } from '../dialogs/openDialog';
import { inPieces } from '../table/inPieces';
import { textOf } from '../table/textOf';
import { openProblem, setOrigin } from './openedStore';
import { openFile } from './openFile';
import { isOwnCsv } from './ownCsv';

/** Files above this size are not read. */
const MAX_BYTES = 50e6;

/** How work of a lesson begins, whatever was put before its format. */
const IS_WORK = /^\uFEFF?\s*\{[^{}]{0,500}"format"\s*:\s*"mad-lesson-work\//;

/** How a lesson begins, as JSON or in Markdown. */
const IS_LESSON = /^\uFEFF?\s*(?:\{[^{}]{0,500}"format"\s*:\s*"mad-lesson\/|---[ \t]*[\r\n])/;
const isMarkdown = (name: string) => /\.(md|markdown)$/i.test(name);

/** Goes on with work of a lesson, or opens a lesson. */
async function openTaught(name: string, text: string): Promise<boolean> {
  const problem = await (IS_WORK.test(text)
    ? import('../lesson/openWork').then(({ openWork }) => openWork(text))
    : import('../lesson/ownLesson').then(({ openOwnFile }) => openOwnFile(name, text)));
  openProblem(problem === null ? null : `${name} was not opened. ${problem}`);
  return problem === null;
}

/** Shows a saved file's experiment and results, read in short stretches; true when it did. Else the problem says why not, and all stays as it was. */
export async function openSaved(file: File): Promise<boolean> {
  if (file.size > MAX_BYTES) {
    openProblem(`${file.name} was not opened: it has ${Math.round(file.size / 1e6)} MB, and at most ${MAX_BYTES / 1e6} MB can be read.`);
    return false;
  }
  const text = textOf(new Uint8Array(await file.arrayBuffer()));
  if (IS_WORK.test(text) || IS_LESSON.test(text)) return openTaught(file.name, text);
  const saved = await inPieces(openFile(text));
  if ('problem' in saved) {
    openProblem(`${file.name} was not opened. ${saved.problem}`);
    return false;
  }
  const { experiment, frames, noise, version, backend, remarks } = saved;
  labStore.getState().restore(experiment, frames, noise);
  const runId = runOf(labStore.getState())?.runId;
  setOrigin(runId === undefined ? null : { runId, version, backend, remarks });
  return true;
}

/** Opens saved results; any other file goes to the dialog for points, or for text where that is what models learn, which says what it should be. */
export async function openAny(file: File): Promise<boolean> {
  if (/\.json$/i.test(file.name) || (await isOwnCsv(file))) return openSaved(file);
  if (isMarkdown(file.name) && IS_LESSON.test(await file.slice(0, 1000).text())) return openSaved(file);
  if (kindOf(labStore.getState().draft).id === 'text') {
    const { openWritten, receiveTextFile } = await import('../write/writtenStore');
    openWritten();
    await receiveTextFile(file);
    openDialog('write');
    return false;
  }
  const { openSketch, receiveFile } = await import('../draw/sketchStore');
  openSketch();
  await receiveFile(file);
  openDialog('draw');
  return false;
}
