import type { LaneResult, TheoryValues } from '../engine/results';

/** Numbers are finite. `values` (numbers or null) and `reasons` (texts) are by name; `shares` of modes and `samples` stand in no table. */
export type FieldType = 'name' | 'count' | 'number' | 'flag' | 'values' | 'reasons' | 'shares' | 'samples';

interface Description {
  readonly type: FieldType;
  /** where JSON has it; absent: where the lane has it */
  readonly json?: string;
  /** in CSV: its column, or how the names of its columns, or of its reasons, begin; absent: the end of its path */
  readonly column?: string;
  /** its place in a line of `simulate`, where all reasons are one; absent: not there */
  readonly line?: number;
  /** in a refusal; absent: as in JSON */
  readonly called?: string;
  /** of a count, where they are not 0 and a billion */
  readonly range?: readonly [min: number, max: number];
  /** what stands for it in a file that was saved before there was such a field; absent: without it a file is refused */
  readonly before?: unknown;
}

/** Where a lane has a field. */
export type LanePath = Exclude<keyof LaneResult, 'theory' | 'fit'> | `theory.${keyof TheoryValues}` | `fit.${keyof LaneResult['fit']}`;

/** The one description of what a lane gives, in the order of JSON and CSV: files, the lines of `simulate` and what is taken from the worker follow it. */
const LANE: Readonly<Record<LanePath, Description>> = {
  loop: { type: 'name', line: 1 },
  replicate: { type: 'count', line: 2, range: [1, 10_000] },
  trainingSize: { type: 'count', line: 3 },
  scores: { type: 'values', line: 4, column: '' },
  undefined: { type: 'reasons', line: 10, column: '', called: 'reasons' },
  truth: { type: 'values', line: 6, column: 'truth.' },
  'theory.theory': { type: 'values', line: 7, json: 'theory', column: 'theory.' },
  'theory.undefined': { type: 'reasons', line: 9, json: 'theoryUndefined', column: 'theory.', called: 'theoryReasons', before: {} },
  'fit.iterations': { type: 'count', line: 8 },
  'fit.objective': { type: 'number', line: 8 },
  'fit.converged': { type: 'flag', line: 8 },
  'fit.floorReached': { type: 'flag', line: 8 },
  shares: { type: 'shares', line: 5 },
  shown: { type: 'samples' },
};

export interface LaneField extends Description {
  readonly path: string;
  readonly json: string;
  readonly column: string;
  readonly called: string;
}

export const LANE_FIELDS: readonly LaneField[] = Object.entries(LANE).map(([path, field]) => {
  const json = field.json ?? path;
  return { column: path.slice(path.indexOf('.') + 1), called: json, ...field, path, json };
});

export const RANGE = { count: [0, 1e9], number: [-1e300, 1e300] } as const;

/** What stands at a path, "fit.converged". */
export function valueAt(whole: object, path: string): unknown {
  const [outer, inner] = path.split('.');
  const value = (whole as Readonly<Record<string, unknown>>)[outer];
  return inner === undefined ? value : (value as Readonly<Record<string, unknown>> | null | undefined)?.[inner];
}

/** An object with values at paths; what comes to one path twice is joined. */
export function objectOf(values: Iterable<readonly [path: string, value: unknown]>): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [path, value] of values) {
    const [outer, inner] = path.split('.');
    const known = whole[outer];
    if (inner !== undefined) whole[outer] = { ...(known as object), [inner]: value };
    else whole[outer] = known === undefined ? value : { ...(known as object), ...(value as object) };
  }
  return whole;
}
