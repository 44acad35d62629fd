import type { Frame } from '../../store/state';

/** How a value of theory stands to the curve beside it. */
export type TheoryKind = 'exact' | 'approximate' | 'typical';

/** The keys of theory that belong to a score or a truth value (MODEL.md, theory): its mean over runs, a law close to it, a geometric mean. */
const SUFFIX: Record<TheoryKind, string> = { exact: '', approximate: 'Approximate', typical: 'Geometric' };
const KINDS = Object.keys(SUFFIX) as TheoryKind[];

/** SVG dash arrays of thin lines: no loop's own line is thin. */
export const THEORY_DASH: Record<TheoryKind, string> = { exact: '5 4', approximate: '5 4', typical: '1 3' };

export const KIND_WORDS: Record<TheoryKind, string> = {
  exact: 'theory: the mean over runs, exact',
  approximate: 'theory: the mean over runs, approximate',
  typical: 'theory: the typical run',
};

function theoriesOf(frame: Frame, loop: string) {
  return frame.lanes.find((lane) => lane.loop === loop)?.theory;
}

export function theoryAt(frame: Frame, loop: string, id: string, kind: TheoryKind): number | null {
  return theoriesOf(frame, loop)?.theory[id + SUFFIX[kind]] ?? null;
}

/** Which kinds of theory these generations have for a value, in any loop. An approximation steps aside where something exact is known. */
export function kindsOf(frames: readonly Frame[], loops: readonly string[], id: string): readonly TheoryKind[] {
  const known = KINDS.filter((kind) => frames.some((frame) => loops.some((loop) => theoryAt(frame, loop, id, kind) !== null)));
  return known.includes('exact') ? known.filter((kind) => kind !== 'approximate') : known;
}

/** Why no theory is drawn for a loop; null where there is one, or where none is spoken of. */
export function whyNoTheory(frame: Frame, loop: string, id: string): string | null {
  if (KINDS.some((kind) => theoryAt(frame, loop, id, kind) !== null)) return null;
  const reasons = theoriesOf(frame, loop)?.undefined ?? {};
  return reasons[id + SUFFIX.approximate] ?? reasons[id] ?? null;
}

/** Where theory says that a value settles; null where it does not, or nobody knows. */
export const steadyOf = (frame: Frame, loop: string, id: string): number | null => theoriesOf(frame, loop)?.theory[`${id}Steady`] ?? null;
