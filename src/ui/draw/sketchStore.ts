import { createStore, useStore } from 'zustand';
import { decodePoints, encodePoints } from '../../engine/pointsText';
import { labStore } from '../../store/labStore';
import { fitToView } from './fitToView';
import { type CsvPoints, readPointsCsv } from './readPointsCsv';
import { begin, type Sketch, undo } from './sketch';

const LARGEST_FILE = 4_000_000;

export interface SketchState {
  readonly sketch: Sketch;
  /** what became of the last text or file */
  readonly report: { readonly words: string; readonly isProblem: boolean } | null;
  /** for ears: what the last stroke or move did */
  readonly said: string;
}

const EMPTY: Sketch = { points: [], past: [] };

/** Outlives the dialog: closing it by mistake loses nothing. */
export const sketchStore = createStore<SketchState>(() => ({ sketch: EMPTY, report: null, said: '' }));

export function useSketch<Part>(selector: (state: SketchState) => Part): Part {
  return useStore(sketchStore, selector);
}

export const say = (said: string): void => sketchStore.setState({ said });
export const setSketch = (sketch: Sketch): void => sketchStore.setState({ sketch });

export const countOf = ({ points }: Sketch): number => points.length / 2;

/** "1 point", "1,234 points" */
export const pointsWord = (count: number): string => (count === 1 ? '1 point' : `${count.toLocaleString('en')} points`);

let opened = '';

/** Starts from the experiment's points, unless they are what was sketched here before. */
export function openSketch(): void {
  const { points, dataset } = labStore.getState().draft;
  if (dataset !== 'drawn' || points === '' || points === opened) return;
  opened = points;
  sketchStore.setState({ sketch: { points: [...decodePoints(points)], past: [] }, report: null });
}

/** The sketch as the value of the key `points`. */
export function takeSketch(): string {
  opened = encodePoints(sketchStore.getState().sketch.points);
  return opened;
}

export function undoSketch(): void {
  const { sketch } = sketchStore.getState();
  if (sketch.past.length === 0) return;
  const next = undo(sketch);
  sketchStore.setState({ sketch: next, said: `Undone: ${pointsWord(countOf(next))}` });
}

export function clearSketch(): void {
  const { sketch } = sketchStore.getState();
  if (sketch.points.length > 0) sketchStore.setState({ sketch: { ...begin(sketch), points: [] }, report: null, said: 'All points are gone' });
}

/** Lets the page draw and answer before the next piece of work. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

async function readInPieces(text: string): Promise<CsvPoints> {
  const reading = readPointsCsv(text);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    await breathe();
  }
}

/** Points of a pasted or dropped text take the place of the sketch; where it is not what it should be, the sketch stays. */
export async function receiveText(text: string, name = ''): Promise<void> {
  const from = name === '' ? '' : `${name}: `;
  const read = await readInPieces(text);
  if ('problem' in read) return sketchStore.setState({ report: { words: `${from}${read.problem}`, isProblem: true } });
  const { values, words } = fitToView(read.values);
  const { sketch } = sketchStore.getState();
  sketchStore.setState({ sketch: { ...begin(sketch), points: [...values] }, report: { words: `${from}${words}`, isProblem: false } });
}

export async function receiveFile(file: File): Promise<void> {
  const refuse = (what: string) => sketchStore.setState({ report: { words: `${file.name} ${what}`, isProblem: true } });
  const allowed = 'Allowed: a text file (.csv, .tsv, .txt) of up to 4 MB with at most 20,000 points.';
  if (!/\.(csv|tsv|txt|dat)$/i.test(file.name) && !file.type.startsWith('text/')) return refuse(`is no text. ${allowed}`);
  if (file.size > LARGEST_FILE) return refuse(`is ${(file.size / 1e6).toFixed(1)} MB. ${allowed}`);
  const text = await file.text().catch(() => null);
  if (text === null) return refuse('could not be read.');
  await receiveText(text, file.name);
}
