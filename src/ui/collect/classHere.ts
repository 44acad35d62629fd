import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Gathered, Seat } from '../../lessons/collect/gather';
import { seenBy } from '../../lessons/collect/runsOfClass';
import type { Pupil } from '../../lessons/collect/tally';
import type { Expected } from '../../lessons/expected';
import type { Lesson } from '../../lessons/lesson';
import type { RunSeen } from '../../lessons/runSeen';
import { broughtOver, type Work } from '../../lessons/work';
import { classRuns, collectStore } from './collectStore';

/** The class as far as it is of one lesson. */
export interface ClassHere {
  readonly lesson: Lesson;
  readonly edition: string;
  readonly expected: Expected | null;
  readonly seats: readonly Seat[];
  readonly copies: number;
  /** work that counts, brought over to this edition of the lesson */
  readonly pupils: readonly Pupil[];
  /** answers that have no question any more, by the desks that gave them */
  readonly left: readonly { readonly label: string; readonly places: readonly string[] }[];
}

function classOf({ seats, copies }: Gathered, lesson: Lesson, edition: string, expected: Expected | null): ClassHere {
  const brought = seats.map(({ label, entry }) => ({ label, ...broughtOver(entry.work, lesson, edition) }));
  return {
    lesson,
    edition,
    expected,
    seats,
    copies,
    pupils: brought.map(({ label, work }) => ({ label, work })),
    left: brought.flatMap(({ label, changed }) => (changed.length > 0 ? [{ label, places: changed }] : [])),
  };
}

/** The class of the lesson that is looked at; null before there is any. */
export function useClass(): ClassHere | null {
  const { gathered, lesson, lessons } = useStore(collectStore);
  return useMemo(() => {
    const of = gathered.find((one) => one.lesson === lesson);
    const here = lesson === null ? null : lessons.get(lesson);
    return of && here ? classOf(of, here.module.lesson, here.module.edition, here.expected) : null;
  }, [gathered, lesson, lessons]);
}

/** A run of the class's lesson, once it is there as a whole. */
export const runOfClass =
  ({ id }: Lesson) =>
  (name: string): RunSeen | null => {
    const run = classRuns.getState().runs.get(`${id} ${name}`);
    return run?.isWhole ? run : null;
  };

/** What statements are about where this work was done. */
export const seenOf = (lesson: Lesson) => (work: Work) => seenBy(lesson, work, runOfClass(lesson));
