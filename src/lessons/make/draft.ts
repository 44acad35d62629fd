/** A lesson while it is made: changed place by place, whether or not it is right yet. What is not right stands in it as it was typed. */
import { checkLesson } from '../checkLesson';
import { compile } from '../compile';
import type { Fault, Path } from '../fault';
import type { Lesson, Step } from '../lesson';
import { longestWay } from '../rules/pace';
import { waysThrough } from '../rules/ways';

/** In the shape of a lesson; that its texts and numbers are what they have to be is not said. */
export type Draft = Lesson;

type Holder = Readonly<Record<string | number, unknown>>;

/** What stands at a path; undefined where nothing does. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((holder, key) => (typeof holder === 'object' && holder !== null ? (holder as Holder)[key] : undefined), value);

/** The same with something else at a path; undefined takes the field away. */
export function withAt<Whole>(whole: Whole, path: Path, value: unknown): Whole {
  const [key, ...rest] = path;
  if (key === undefined) return value as Whole;
  const inner = rest.length > 0 ? withAt((whole as Holder)[key] ?? {}, rest, value) : value;
  if (Array.isArray(whole)) return whole.map((item, at) => (at === key ? inner : item)) as Whole;
  const { [key]: before, ...others } = whole as Holder;
  if (inner === undefined) return others as Whole;
  // a field that is there keeps its place
  return (before === undefined ? { ...others, [key]: inner } : { ...whole, [key]: inner }) as Whole;
}

const listAt = (draft: unknown, path: Path): readonly unknown[] => {
  const found = valueAt(draft, path);
  return Array.isArray(found) ? found : [];
};

/** With something more in the list at a path, at the end of it unless its place is said; the list is made where there is none. */
export function withItem<Whole>(whole: Whole, path: Path, item: unknown, at = Number.POSITIVE_INFINITY): Whole {
  const list = listAt(whole, path);
  return withAt(whole, path, [...list.slice(0, at), item, ...list.slice(at)]);
}

/** Without an item of a list; without the list, too, where it was the only one. */
export function withoutItem<Whole>(whole: Whole, path: Path, at: number, keepsEmpty = false): Whole {
  const list = listAt(whole, path).filter((_, other) => other !== at);
  return withAt(whole, path, list.length > 0 || keepsEmpty ? list : undefined);
}

/** An item of a list one place up or down. */
export function withMoved<Whole>(whole: Whole, path: Path, at: number, by: -1 | 1): Whole {
  const list = [...listAt(whole, path)];
  const other = at + by;
  if (other < 0 || other >= list.length) return whole;
  [list[at], list[other]] = [list[other], list[at]];
  return withAt(whole, path, list);
}

/** Whether a path lies within another one, or is it. */
export const isWithin = (path: Path, holder: Path): boolean => holder.every((key, at) => path[at] === key);

/** All that keeps a draft from being a lesson: what its schema says first, then what its rules do. */
export function faultsIn(draft: Draft, controls: readonly string[]): readonly Fault[] {
  const checked = checkLesson(draft);
  return 'lesson' in checked ? compile(checked.lesson, controls) : checked.faults;
}

/** The minutes of the longest way through its steps; null where they can't be added up. */
export function minutesOf(draft: Draft): number | null {
  if (draft.steps.some(({ minutes }) => typeof minutes !== 'number')) return null;
  const { after, before } = waysThrough(draft);
  return longestWay(draft, after, before);
}

/** A lesson takes as long as its steps do. */
export function inTime(draft: Draft): Draft {
  const minutes = minutesOf(draft);
  return minutes === null || minutes === draft.minutes ? draft : { ...draft, minutes };
}

/** All names that answers are kept under, and steps. */
function namesIn({ steps }: Draft): ReadonlySet<string> {
  const asked = ({ predict = [], observe = [], explain, quiz = [] }: Step) => [...predict, ...observe, ...(explain ? [explain] : []), ...quiz];
  return new Set(steps.flatMap((step) => [step.id, ...asked(step).map(({ id }) => id)]));
}

/** A name that nothing in the draft has yet: `step-3`. */
export function freshName(draft: Draft, begin: string): string {
  const taken = namesIn(draft);
  let at = 1;
  while (taken.has(`${begin}-${at}`)) at++;
  return `${begin}-${at}`;
}

/** A name that is no other one's in a list: `a`, `b`, … */
export function freshLetter(items: readonly { readonly id: string }[]): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  return letters.find((letter) => !items.some(({ id }) => id === letter)) ?? `z${items.length}`;
}
