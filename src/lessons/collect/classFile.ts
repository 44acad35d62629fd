/** The works of a class in one file, to be opened again. */
import type { Work } from '../work';
import type { Gathered } from './gather';

export const CLASS_FORMAT = 'mad-lesson-class/1';

interface ClassFile {
  readonly format: typeof CLASS_FORMAT;
  /** each as its own file has it */
  readonly works: readonly Work[];
  /** places among these of the ones that a teacher chose of several from a desk */
  readonly counting: readonly number[];
}

/** Always in the same order. */
export function classFileOf(gathered: readonly Gathered[], counting: ReadonlySet<string>): ClassFile {
  const byLesson = [...gathered].sort((a, b) => (a.lesson < b.lesson ? -1 : 1));
  const entries = byLesson.flatMap(({ seats }) => seats.flatMap((seat) => seat.entries));
  return {
    format: CLASS_FORMAT,
    works: entries.map(({ work }) => work),
    counting: entries.flatMap(({ key }, at) => (counting.has(key) ? [at] : [])),
  };
}

/** What a file has of works, unread, and which of them count; null where it is no such file. */
export function readClassFile(content: unknown): { readonly works: readonly unknown[]; readonly counting: readonly number[] } | null {
  if (typeof content !== 'object' || content === null) return null;
  const { format, works, counting } = content as { readonly [Name in keyof ClassFile]?: unknown };
  if (format !== CLASS_FORMAT || !Array.isArray(works)) return null;
  return { works, counting: Array.isArray(counting) ? counting.filter((at): at is number => Number.isInteger(at)) : [] };
}
