import { createStore, useStore } from 'zustand';
import { SCHEMA } from '../../engine/experiment';
import { decodePoints, encodePoints } from '../../engine/pointsText';
import { thousands } from '../../format';
import { labStore } from '../../store/labStore';
import { inPieces } from '../table/inPieces';
import type { Table } from '../table/readTable';
import { textOf } from '../table/textOf';
import { fitToView } from './fitToView';
import { type Axes, likelyAxes } from './pointColumns';
import { MOST_CHARACTERS, readPoints, readPointsTable } from './readPointsCsv';
import { begin, type Sketch, undo } from './sketch';

interface Source {
  readonly table: Table;
  readonly axes: Axes | null;
  /** the file's name and a colon, or nothing */
  readonly from: string;
}

interface Report {
  readonly words: string;
  readonly isProblem: boolean;
  /** lines without which the rest can be read */
  readonly faulty?: number;
}

export interface SketchState {
  readonly sketch: Sketch;
  /** what became of the last text or file */
  readonly report: Report | null;
  /** the last text as a table, and which two of its columns were taken; null where it is none */
  readonly source: Source | null;
  /** for ears: what the last stroke or move did */
  readonly said: string;
}

const EMPTY: Sketch = { points: [], past: [] };

/** Outlives the dialog: closing it by mistake loses nothing. */
export const sketchStore = createStore<SketchState>(() => ({ sketch: EMPTY, report: null, source: null, said: '' }));

export function useSketch<Part>(selector: (state: SketchState) => Part): Part {
  return useStore(sketchStore, selector);
}

export const say = (said: string): void => sketchStore.setState({ said });
/** What is drawn is wanted: a text that was refused before is past. */
export const setSketch = (sketch: Sketch): void => sketchStore.setState(({ report }) => ({ sketch, report: report?.isProblem ? null : report }));
/** After a text that was refused: the points from before it are wanted all the same. */
export const keepSketch = (): void => sketchStore.setState({ report: null });

export const countOf = ({ points }: Sketch): number => points.length / 2;

/** "1 point", "1,234 points" */
export const pointsWord = (count: number): string => (count === 1 ? '1 point' : `${thousands(count)} points`);

let opened = '';

/** Starts from the experiment's points, unless they are what was sketched here before. */
export function openSketch(): void {
  const { draft } = labStore.getState();
  const { points } = draft;
  if (!SCHEMA.points.applies(draft) || points === '' || points === opened) return;
  opened = points;
  sketchStore.setState({ sketch: { points: [...decodePoints(points)], past: [] }, report: null, source: null });
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

/** Only the last thing asked for counts: reading takes a while, and meanwhile another text or column may be chosen. */
let asked = 0;

function refuse(words: string, source: Source | null = null, faulty?: number): void {
  sketchStore.setState({ report: { words, isProblem: true, ...(faulty !== undefined && { faulty }) }, source });
}

/** Points of a pasted or dropped text take the place of the sketch; where it is not what it should be, the sketch stays. */
export async function receiveText(text: string, name = ''): Promise<void> {
  const turn = ++asked;
  const from = name === '' ? '' : `${name}: `;
  const table = await inPieces(readPointsTable(text));
  if (turn !== asked) return;
  if ('problem' in table) return refuse(`${from}${table.problem}`);
  await takeColumns({ table, from, axes: likelyAxes(table) });
}

/** Other columns of the text that was read last. */
export async function chooseAxes(axes: Axes): Promise<void> {
  const { source } = sketchStore.getState();
  if (source) await takeColumns({ ...source, axes });
}

/** The text that was read last, without the lines that can't be read. */
export async function skipFaultyLines(): Promise<void> {
  const { source } = sketchStore.getState();
  if (source) await takeColumns(source, true);
}

async function takeColumns(source: Source, skipsFaults = false): Promise<void> {
  const turn = ++asked;
  sketchStore.setState({ source });
  const read = await inPieces(readPoints(source.table, source.axes, skipsFaults));
  if (turn !== asked) return;
  if ('problem' in read) return refuse(`${source.from}${read.problem}`, source, read.faulty);
  const { values, words } = fitToView(read.values);
  const { sketch } = sketchStore.getState();
  const report = { words: `${source.from}${[...read.told, words].join(' ')}`, isProblem: false };
  sketchStore.setState({ sketch: { ...begin(sketch), points: [...values] }, report });
}

const ALLOWED = 'Allowed: a text file (.csv, .tsv, .txt) of up to 4 MB with at most 20,000 points.';
/** UTF-16 takes two bytes a character */
const MOST_BYTES = 2 * MOST_CHARACTERS;

/** What is too long to be pasted is refused before the page has to show it; true when it was. */
export function refuseLongText(text: string): boolean {
  if (text.length <= MOST_CHARACTERS) return false;
  refuse(`The text has ${(text.length / 1e6).toFixed(1)} million characters; at most ${MOST_CHARACTERS / 1e6} million are read.`);
  return true;
}

export async function receiveFile(file: File): Promise<void> {
  if (!/\.(csv|tsv|tab|txt|dat)$/i.test(file.name) && !file.type.startsWith('text/')) return refuse(`${file.name} is no text. ${ALLOWED}`);
  if (file.size > MOST_BYTES) return refuse(`${file.name} is ${(file.size / 1e6).toFixed(1)} MB. ${ALLOWED}`);
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return refuse(`${file.name} could not be read.`);
  await receiveText(textOf(new Uint8Array(bytes)), file.name);
}
