/** What the numbers of a lesson are, and in how many seeds its statements hold. Made by `npm run lessons:expect`, committed beside the lessons. */
import { quantile } from '../engine/math/quantile';
import { excerpt } from '../engine/refusal';
import { readingOf, type Seen, verdictOn } from './checks';
import type { Lesson, Reading } from './lesson';
import { runsOf, seedOf } from './lessonRuns';
import { printReading } from './placeholders';
import { rangeFault } from './rangeTest';
import type { RunSeen } from './runSeen';
import { scoresBehind } from './scoreBehind';
import { readingsIn, type Stated, statedIn } from './sentences';
import type { Told } from './told';

/** The seeds over which statements have to hold, in nearly all of them, and the ends of the band of their numbers. */
export const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const MOST_HOLD = 0.95;
const BAND = [0.05, 0.95] as const;

/** A number over the seeds. */
interface ExpectedNumber {
  /** at the lesson's own seed, and at another one, which a test repeats; null where there is none */
  readonly value: number | null;
  readonly another: number | null;
  /** why there is none at its own seed */
  readonly why?: string;
  /** the 5 and 95 % quantiles over the seeds that have one, and how many have none */
  readonly low: number | null;
  readonly high: number | null;
  readonly without: number;
}

interface ExpectedSentence {
  readonly where: string;
  readonly says: string;
  /** at the lesson's own seed; null where it can't be told */
  readonly holds: boolean | null;
  /** in how many of the seeds it is as it has to be: a claim holds, an option is as right or wrong as at the lesson's own seed */
  readonly seeds: number;
}

export interface Expected {
  readonly lesson: string;
  /** the lesson's own, and the other one */
  readonly seed: number;
  readonly another: number;
  readonly numbers: Readonly<Record<string, ExpectedNumber>>;
  readonly sentences: readonly ExpectedSentence[];
  /** what is wrong with it, in sentences */
  readonly faults: readonly string[];
}

/** What has to be computed, and what is read off it. */
export interface Plan {
  readonly lesson: Lesson;
  readonly runs: ReturnType<typeof runsOf>;
  /** the scores that are read off a run */
  readonly wanted: (run: string) => readonly string[];
  readonly stated: Stated;
  /** by their words, in the order of these */
  readonly readings: ReadonlyMap<string, Reading>;
}

/** The name of a number: `value` goes without saying. */
export const nameOf = ({ stat, ...reading }: Reading): string =>
  printReading(stat === undefined || stat === 'value' ? reading : { ...reading, stat });

/** @param stated a part of what it states: of one step alone */
export function planOf(lesson: Lesson, stated = statedIn(lesson)): Plan {
  const named = stated.sentences.flatMap(({ check }) => readingsIn(check));
  const readings = new Map([...stated.readings, ...named].map((reading) => [nameOf(reading), reading]));
  const sorted = [...readings].sort(([a], [b]) => (a < b ? -1 : 1));
  const wanted = (run: string) => {
    const ofRun = [...readings.values()].filter((reading) => reading.run === run).map(({ score }) => score);
    return [...scoresBehind(ofRun)].sort();
  };
  return { lesson, runs: runsOf(lesson), wanted, stated, readings: new Map(sorted) };
}

/** What one seed gives. */
export interface Sheet {
  readonly numbers: ReadonlyMap<string, Told<number>>;
  readonly verdicts: readonly Told<boolean>[];
  /** of the range test */
  readonly faults: readonly string[];
}

export function sheetOf({ stated, readings }: Plan, runs: ReadonlyMap<string, RunSeen>): Sheet {
  // nobody has predicted anything here
  const seen: Seen = { run: (name) => runs.get(name ?? '') ?? null, predicted: () => null };
  const asked = new Map(stated.questions.map(({ where, reading }) => [`${reading.run} ${reading.score}`, { where, reading }]));
  const faults = [...asked.values()].flatMap(({ where, reading }) => {
    const run = seen.run(reading.run);
    const fault = run && rangeFault(run, reading.score);
    return fault ? [`${where}: ${reading.score} can’t carry a question in the run ${reading.run}: ${fault}.`] : [];
  });
  return {
    numbers: new Map([...readings].map(([words, reading]) => [words, readingOf(reading, seen)])),
    verdicts: stated.sentences.map(({ check }) => verdictOn(check, seen)),
    faults,
  };
}

/** The seed that is repeated beside the lesson's own. */
export const anotherSeed = (lesson: Lesson): number => SEEDS.filter((seed) => seed !== seedOf(lesson)).at(-1) as number;

/** @param sheets those of all seeds, and of the lesson's own */
export function expectedOf({ lesson, stated, readings }: Plan, sheets: ReadonlyMap<number, Sheet>, seeds: readonly number[] = SEEDS): Expected {
  const [seed, another] = [seedOf(lesson), anotherSeed(lesson)];
  const own = sheets.get(seed) as Sheet;
  const all = seeds.map((one) => sheets.get(one) as Sheet);
  const numbers = Object.fromEntries(
    [...readings.keys()].map((words) => {
      const value = own.numbers.get(words) as Told<number>;
      const found = all.map((sheet) => sheet.numbers.get(words)?.value ?? null);
      return [words, { ...value, another: sheets.get(another)?.numbers.get(words)?.value ?? null, ...spread(found) }];
    }),
  );
  const sentences = stated.sentences.map(({ where, says, either }, at) => {
    const holds = own.verdicts[at].value;
    const right = either ? holds : true;
    return { where, says, holds, seeds: right === null ? 0 : all.filter(({ verdicts }) => verdicts[at].value === right).length };
  });
  const faults = [
    ...stated.unread.map((words) => `“${excerpt(words, 80)}” is no reading for {{…}}.`),
    ...own.faults,
    ...sentences.flatMap((sentence, at) => faultOf(sentence, own.verdicts[at], stated.sentences[at].either, all.length)),
  ];
  return { lesson: lesson.id, seed, another, numbers, sentences, faults };
}

function spread(found: readonly (number | null)[]): Pick<ExpectedNumber, 'low' | 'high' | 'without'> {
  const sorted = found.filter((value) => value !== null).sort((a, b) => a - b);
  const without = found.length - sorted.length;
  const [low, high] = sorted.length === 0 ? [null, null] : BAND.map((share) => quantile(sorted, share));
  // between two counts lies none
  if (low !== null && high !== null && sorted.every(Number.isInteger)) return { low: Math.floor(low), high: Math.ceil(high), without };
  return { low, high, without };
}

function faultOf({ where, says, seeds }: ExpectedSentence, own: Told<boolean>, either: boolean, of: number): string[] {
  const most = Math.ceil(MOST_HOLD * of);
  if (seeds >= most) return [];
  const why = own.value === null ? ` It can’t be told at the lesson’s own seed: ${own.why}.` : '';
  const what = either ? 'is as right or wrong as at the lesson’s own seed' : 'holds';
  return [`${where}: “${says}” ${what} in ${seeds} of ${of} seeds; ${most} are needed.${why}`];
}
