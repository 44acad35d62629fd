import { isScore, truthName } from '../../engine/laneValue';
import type { Frame } from '../../results/frame';
import { sheetOf, THEORY_SUFFIX, type Theory, type TheoryKind, theoryOf, theoryValue } from '../../results/theory';

/** What theory says of one loop, in one way: one thin line, one column. A mean is no better than the worst of its values. */
export interface TheoryLine {
  readonly loop: string;
  readonly kind: TheoryKind;
}

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
export const steadyOf = (frame: Frame, loop: string, id: string): number | null => theoryValue(frame, loop, `${truthName(id)}Steady`);
