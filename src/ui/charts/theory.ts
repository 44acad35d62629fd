import { catalogue } from '../../engine/catalogue';
import { isScore, truthName } from '../../engine/laneValue';
import type { TheoryValues } from '../../engine/results';
import type { Frame } from '../../results/frame';

/** How a value of theory stands to the curve beside it. */
export type TheoryKind = 'exact' | 'approximate' | 'limit' | 'guide' | 'typical';

/** What theory says of one loop, in one way: one thin line, one column. A mean is no better than the worst of its values. */
export interface TheoryLine {
  readonly loop: string;
  readonly kind: TheoryKind;
}

/** The keys of theory that belong to a score or a truth value (MODEL.md, theory): its mean over runs, a law close to it, a geometric mean. */
export const THEORY_SUFFIX: Record<Exclude<TheoryKind, 'limit' | 'guide'>, string> = { exact: '', approximate: 'Approximate', typical: 'Geometric' };
export const KINDS: readonly TheoryKind[] = ['exact', 'approximate', 'limit', 'guide', 'typical'];

/** SVG dash arrays of thin lines: no loop's own line is thin. */
export const THEORY_DASH: Record<TheoryKind, string> = { exact: '5 4', approximate: '6 3 1 3', limit: '9 4', guide: '4 2 1 2 1 2', typical: '1 3' };

export const KIND_WORDS: Record<TheoryKind, string> = {
  exact: 'theory: the mean over runs, exact',
  approximate: 'theory: the mean over runs, approximate',
  limit: 'theory: the mean over runs, for very many samples',
  guide: 'theory: a guide to the mean over runs, not exact',
  typical: 'theory: the typical run (geometric mean)',
};

const sheetOf = (frame: Frame, loop: string): TheoryValues | undefined => frame.lanes.find((lane) => lane.loop === loop)?.theory;

const means = new WeakMap<Frame, Map<string, number | null>>();

/** A value of theory of a loop: the mean over its runs, where each has a law of its own; null where one of them has none. Kept per frame. */
function valueIn(frame: Frame, loop: string, name: string): number | null {
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
  const exact = isScore(id) ? null : valueIn(frame, loop, name + THEORY_SUFFIX.exact);
  const approximate = valueIn(frame, loop, name + THEORY_SUFFIX.approximate);
  return {
    mean: exact ?? approximate,
    kind: exact === null ? 'approximate' : (NO_MORE_THAN.get(id) ?? sheetOf(frame, loop)?.kind ?? 'exact'),
    typical: valueIn(frame, loop, name + THEORY_SUFFIX.typical),
  };
}

export const valueOn = ({ kind }: TheoryLine, { mean, typical }: Theory): number | null => (kind === 'typical' ? typical : mean);

/** The lines that a loop's theory makes over generations; a single value makes none. */
export function linesOf(loop: string, theories: readonly Theory[]): TheoryLine[] {
  const isLine = (values: readonly (number | null)[]) => values.filter((value) => value !== null).length > 1;
  const lines: TheoryLine[] = [];
  if (isLine(theories.map(({ mean }) => mean))) {
    const known = theories.filter(({ mean }) => mean !== null).map(({ kind }) => kind);
    const worst: TheoryKind = known.includes('guide')
      ? 'guide'
      : known.includes('limit')
        ? 'limit'
        : known.includes('approximate')
          ? 'approximate'
          : 'exact';
    lines.push({ loop, kind: worst });
  }
  if (isLine(theories.map(({ typical }) => typical))) lines.push({ loop, kind: 'typical' });
  return lines;
}

/** Why no theory is drawn for a loop; null where there is one, or where none is spoken of. */
export function whyNoTheory(frame: Frame, loop: string, id: string): string | null {
  const { mean, typical } = theoryOf(frame, loop, id);
  if (mean !== null || typical !== null) return null;
  const reasons = sheetOf(frame, loop)?.undefined ?? {};
  const name = truthName(id);
  return reasons[name + THEORY_SUFFIX.approximate] ?? (isScore(id) ? null : (reasons[name] ?? null));
}

/** Where theory says that a value settles; null where it does not, or nobody knows. */
export const steadyOf = (frame: Frame, loop: string, id: string): number | null => valueIn(frame, loop, `${truthName(id)}Steady`);
