/** The answers of a class as one table. */
import type { Seen } from '../checks';
import type { Lesson, Step } from '../lesson';
import { COLUMNS, type Row, rowsOf } from '../rows';
import { broughtOver, type Work } from '../work';
import type { Seat } from './gather';

/** A row of a pupil's own table, with the work that it is of, and whether that counts. */
export interface ClassRow extends Row {
  /** tells works apart that have no desk, or one desk */
  readonly work: number;
  readonly counts: 'yes' | 'no';
}

export const CLASS_COLUMNS = ['work', 'counts', ...COLUMNS] as const satisfies readonly (keyof ClassRow)[];

/** Of all seats in their order, what does not count too. */
export const classRows = (
  lesson: Lesson,
  edition: string,
  seats: readonly Seat[],
  seenOf: (work: Work) => (step: Step) => Seen,
): readonly ClassRow[] =>
  seats
    .flatMap(({ entry, entries }) => entries.map(({ key, work }) => ({ work, counts: key === entry.key ? ('yes' as const) : ('no' as const) })))
    .flatMap(({ work, counts }, at) => {
      // what has no question any more has no row
      const { work: here } = broughtOver(work, lesson, edition);
      return rowsOf(lesson, { ...here, edition: work.edition }, seenOf(here)).map((row) => ({ work: at + 1, counts, ...row }));
    });
