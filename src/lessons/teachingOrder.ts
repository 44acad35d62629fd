import type { Lesson } from './lesson';

type Listed = Pick<Lesson, 'ages' | 'needs' | 'title'>;

/** Years of age from which on; a school that is named stands behind all of them. */
const youngest = ({ ages }: Listed): number => Number(/^\d+/.exec(ages)?.[0] ?? Number.POSITIVE_INFINITY);

/** For sorting lessons as a teacher meets them: those of the youngest first, of these those that need nothing, then by title. */
export function teachingOrder(a: Listed, b: Listed): number {
  const [first, second] = [youngest(a), youngest(b)];
  if (first !== second) return first < second ? -1 : 1;
  if ((a.needs === undefined) !== (b.needs === undefined)) return a.needs === undefined ? -1 : 1;
  return a.title < b.title ? -1 : 1;
}
