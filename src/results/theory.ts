import { catalogue } from '../engine/catalogue';
import { isScore, truthName } from '../engine/laneValue';
import type { TheoryValues } from '../engine/results';
import type { Frame } from './frame';

/** How a value of theory stands to the curve beside it. */
export type TheoryKind = 'exact' | 'approximate' | 'limit' | 'guide' | 'typical';

/** The keys of theory that belong to a score or a truth value (MODEL.md, theory): its mean over runs, a law close to it, a geometric mean. */
export const THEORY_SUFFIX: Record<Exclude<TheoryKind, 'limit' | 'guide'>, string> = { exact: '', approximate: 'Approximate', typical: 'Geometric' };

/** What theory says of a loop at a generation. */
export const sheetOf = (frame: Frame, loop: string): TheoryValues | undefined => frame.lanes.find((lane) => lane.loop === loop)?.theory;

const means = new WeakMap<Frame, Map<string, number | null>>();

/** A value of theory of a loop: the mean over its runs, where each has a law of its own; null where one of them has none. Kept per frame. */
export function theoryValue(frame: Frame, loop: string, name: string): number | null {
  const kept = means.get(frame) ?? new Map<string, number | null>();
  means.set(frame, kept);
  const key = `${name} ${loop}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const values = frame.lanes.flatMap((lane) => (lane.loop === loop ? [lane.theory.theory[name] ?? null] : []));
  const found = meanOf(values);
  kept.set(key, found);
  return found;
}

function meanOf(values: readonly (number | null)[]): number | null {
  const [first = null] = values;
  // the same law for all, to the bit
  if (values.every((value) => value === first)) return first;
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum / values.length;
}

export interface Theory {
  /** of the value over runs, and how that stands to it: exact where such a law is known */
  readonly mean: number | null;
  readonly kind: Exclude<TheoryKind, 'typical'>;
  /** its geometric mean over runs */
  readonly typical: number | null;
}

/** Exact values of which no law is exact. */
const NO_MORE_THAN = new Map(catalogue.truths.flatMap(({ id, law }) => (law ? [[id, law] as const] : [])));

/** What theory says of a score or a truth value at a generation. */
export function theoryOf(frame: Frame, loop: string, id: string): Theory {
  const name = truthName(id);
  // of a score only what is made for it: exact laws are of exact values, of which one may have its name
  const exact = isScore(id) ? null : theoryValue(frame, loop, name + THEORY_SUFFIX.exact);
  const approximate = theoryValue(frame, loop, name + THEORY_SUFFIX.approximate);
  return {
    mean: exact ?? approximate,
    kind: exact === null ? 'approximate' : (NO_MORE_THAN.get(id) ?? sheetOf(frame, loop)?.kind ?? 'exact'),
    typical: theoryValue(frame, loop, name + THEORY_SUFFIX.typical),
  };
}
