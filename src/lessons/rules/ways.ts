/** Which steps follow which. */
import type { Lesson } from '../lesson';

export interface Ways {
  /** by step, the numbers of those that may follow; none: it ends there */
  readonly after: readonly (readonly number[])[];
  /** by step, the numbers of all that may have come before */
  readonly before: readonly ReadonlySet<number>[];
}

/** Where a step says nothing the next one of the file follows, and the last one ends. Branches to no step lead nowhere. */
function followers({ steps }: Lesson): number[][] {
  const numberOf = new Map(steps.map(({ id }, at) => [id, at]));
  return steps.map(({ next }, at) => {
    if (!next) return at + 1 < steps.length ? [at + 1] : [];
    return [...new Set(next.flatMap(({ go }) => numberOf.get(go) ?? []))];
  });
}

export function waysThrough(lesson: Lesson): Ways {
  const after = followers(lesson);
  const before = after.map(() => new Set<number>());
  for (const start of after.keys()) {
    const open = [...after[start]];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (before[at].has(start)) continue;
      before[at].add(start);
      open.push(...after[at]);
    }
  }
  return { after, before };
}
