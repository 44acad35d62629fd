import { createStore } from 'zustand/vanilla';
import { valuesIn } from '../../engine/query';
import { type Gathered, gather } from '../../lessons/collect/gather';
import { runsOfClass } from '../../lessons/collect/runsOfClass';
import type { Expected } from '../../lessons/expected';
import type { Work } from '../../lessons/work';
import { createAheadRuns } from '../../store/aheadRuns';
import { queryHere } from '../../store/pageAddress';
import { fetchLesson, LESSON_IDS, type LessonModule } from '../lesson/bundled';
import { textOf } from '../table/textOf';
import { fetchExpected } from './expectedHere';
import { type Handed, readHanded, together } from './readHanded';

/** A lesson, and what is expected of its numbers where that was computed. */
interface LessonHere {
  readonly module: LessonModule;
  readonly expected: Expected | null;
}

interface CollectState {
  /** all that came in, in the order in which it came */
  readonly works: readonly Work[];
  /** what comes of it, in an order of its own */
  readonly gathered: readonly Gathered[];
  readonly problems: readonly string[];
  /** keys of works that the teacher chose of several from one desk */
  readonly counting: ReadonlySet<string>;
  /** null: there is no such lesson here */
  readonly lessons: ReadonlyMap<string, LessonHere | null>;
  /** the one that is looked at */
  readonly lesson: string | null;
  /** the place of the question that is looked at; null: the first */
  readonly place: string | null;
  /** places of questions whose run is shown */
  readonly shown: ReadonlySet<string>;
  /** files and texts that are being read */
  readonly reading: number;
}

/** What is here is here as long as the page is: it is kept nowhere. */
export const collectStore = createStore<CollectState>(() => ({
  works: [],
  gathered: [],
  problems: [],
  counting: new Set(),
  lessons: new Map(),
  lesson: null,
  place: null,
  shown: new Set(),
  reading: 0,
}));

const ahead = createAheadRuns(['noise']);
export const classRuns = ahead.runs;

/** Larger ones are no work of anybody's. */
const MOST_BYTES = 20e6;

async function readFile(file: File): Promise<Handed> {
  const refuse = (words: string): Handed => ({ works: [], counting: [], problems: [`${file.name} ${words}`] });
  if (/\.zip$/i.test(file.name)) return refuse('is an archive: unpack it, and drop what is in it.');
  if (file.size > MOST_BYTES) return refuse(`has ${Math.round(file.size / 1e6)} MB; no work of a lesson is larger than ${MOST_BYTES / 1e6} MB.`);
  try {
    return await readHanded(file.name, textOf(new Uint8Array(await file.arrayBuffer())));
  } catch {
    return refuse('can’t be read: it is a folder, or it is gone.');
  }
}

async function take(reading: Promise<Handed>): Promise<void> {
  collectStore.setState(({ reading: before }) => ({ reading: before + 1 }));
  const { works, counting, problems } = await reading;
  collectStore.setState((state) => ({
    works: [...state.works, ...works],
    counting: new Set([...state.counting, ...counting]),
    problems: [...state.problems, ...problems],
    reading: state.reading - 1,
  }));
  await lookAt(works);
}

/** Takes files that were dropped or chosen. */
export const takeFiles = (files: readonly File[]): Promise<void> => take(Promise.all(files.map(readFile)).then(together));

/** Takes what was pasted. */
export const takeText = (text: string): Promise<void> => take(readHanded('What was pasted', text));

/** What of a lesson is known here. */
async function lessonNamed(id: string): Promise<LessonHere | null> {
  const [module, expected] = await Promise.all([fetchLesson(id), fetchExpected(id).catch(() => null)]);
  return module && { module, expected };
}

/** Brings works together anew, with their lessons. */
async function lookAt(added: readonly Work[]): Promise<void> {
  const missing = [...new Set(added.map(({ lesson }) => lesson))].filter((id) => !collectStore.getState().lessons.has(id));
  for (const id of missing) {
    let problem: string | null = null;
    const found = await lessonNamed(id).catch(() => {
      problem = `The lesson “${id}” could not be fetched: its work is here, and can be saved. Try again when there is a connection.`;
      return undefined;
    });
    if (found === null) problem = `There is no lesson “${id}” here; lessons: ${LESSON_IDS.join(', ')}. Its work is kept, and saved with the class.`;
    collectStore.setState(({ lessons, problems }) => ({
      ...(found !== undefined && { lessons: new Map(lessons).set(id, found) }),
      ...(problem !== null && { problems: [...problems, problem] }),
    }));
  }
  bringTogether();
}

function bringTogether(): void {
  const { works, counting, lesson: before, lessons } = collectStore.getState();
  const gathered = gather(works, counting);
  const known = gathered.filter(({ lesson }) => lessons.get(lesson));
  const asked = valuesIn(queryHere()).get('collect');
  const lesson = [before, asked, known[0]?.lesson].find((id) => known.some((one) => one.lesson === id)) ?? null;
  collectStore.setState({ gathered, lesson });
  compute();
}

/** Computes what the answers are beside; nobody sees it before it is asked for. */
export function compute(): void {
  const { lesson, lessons, gathered } = collectStore.getState();
  const here = lesson === null ? null : lessons.get(lesson);
  const of = gathered.find((one) => one.lesson === lesson);
  if (!here || !of) return;
  const desks = of.seats.flatMap(({ entry: { work } }) => work.desk ?? []);
  const named = runsOfClass(here.module.lesson, [...new Set(desks)]);
  ahead.have(named.map(([name, experiment]) => [`${here.module.lesson.id} ${name}`, experiment]));
}

export function chooseLesson(lesson: string): void {
  collectStore.setState({ lesson, place: null });
  compute();
}

export const lookAtQuestion = (place: string): void => collectStore.setState({ place });

/** Of several works from one desk this one counts. */
export function letCount(key: string, others: readonly string[]): void {
  collectStore.setState(({ counting }) => ({ counting: new Set([...[...counting].filter((one) => !others.includes(one)), key]) }));
  bringTogether();
}

export const showRun = (place: string, isShown: boolean): void =>
  collectStore.setState(({ shown }) => ({ shown: new Set(isShown ? [...shown, place] : [...shown].filter((one) => one !== place)) }));

export const dismissProblems = (): void => collectStore.setState({ problems: [] });

/** What is computed is no use to anybody who has left. */
export const endRuns = (): void => ahead.clear();
