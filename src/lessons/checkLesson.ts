/** A value against the schema: the lesson, or each fault with its path. */
import * as v from 'valibot';
import { excerpt } from '../engine/refusal';
import type { Fault, Path } from './fault';
import { type Lesson, lessonSchema } from './lesson';

/** A lesson nests ten levels deep; more would be no lesson and may be too many for what reads it. */
export const DEEPEST = 40;
const MOST_FAULTS = 50;

type Issue = v.BaseIssue<unknown>;

const pathOf = (issue: Issue): Path => (issue.path ?? []).map(({ key }) => key as string | number);

/** Where one of several forms is meant, what is wrong inside one tells more than that none fits. */
function faultsOf(issue: Issue, before: Path): Fault[] {
  const path = [...before, ...pathOf(issue)];
  const inside = issue.type === 'union' ? (issue.issues ?? []).filter(({ path: within }) => within !== undefined) : [];
  return inside.length > 0 ? inside.flatMap((sub) => faultsOf(sub, path)) : [{ path, message: issue.message }];
}

/** Names that every object has, so that the schema would take them for known; and what nests too deep. */
function strangeIn(value: unknown, path: Path = []): Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.length > DEEPEST) return [{ path, message: `nests deeper than ${DEEPEST} levels` }];
  if (Array.isArray(value)) return value.flatMap((item, at) => strangeIn(item, [...path, at]));
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key in Object.prototype) return [{ path, message: `has a field “${excerpt(key)}”, which is not known here` }];
    return strangeIn(inner, [...path, key]);
  });
}

export type Checked = { readonly lesson: Lesson } | { readonly faults: readonly Fault[] };

export function checkLesson(value: unknown): Checked {
  const strange = strangeIn(value);
  if (strange.length > 0) return { faults: strange.slice(0, MOST_FAULTS) };
  const { success, output, issues } = v.safeParse(lessonSchema, value);
  return success ? { lesson: output } : { faults: issues.flatMap((issue) => faultsOf(issue, [])).slice(0, MOST_FAULTS) };
}
