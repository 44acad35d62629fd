import type { Hygiene, LaneResult, TheoryValues } from '../engine/results';

/**
 * Numbers are finite, a `fraction` is one from 0 to 1; a `choice` is a word out of `options`. `values` (numbers or null) and `reasons` (texts) are by
 * name; `shares` of modes and `samples` stand in no table.
 */
export type FieldType = 'name' | 'text' | 'choice' | 'count' | 'number' | 'fraction' | 'flag' | 'values' | 'reasons' | 'shares' | 'samples';

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
  /** of a choice: its words */
  readonly options?: readonly string[];
  /** of a choice: a line of `simulate` has it as `true` under its word, in this object */
  readonly marks?: string;
  /** the path of what lanes may lack: of the field, or of the object that it stands in */
  readonly optional?: string;
  /** the value that is left out of lines and files */
  readonly unsaid?: unknown;
}

/** Where a lane has a field. */
export type LanePath =
  | Exclude<keyof LaneResult, 'theory' | 'fit' | 'hygiene'>
  | `theory.${keyof TheoryValues}`
  | `fit.${keyof LaneResult['fit']}`
  | `hygiene.${keyof Hygiene}`;

/** A field that only lanes with a step have. In a table the name of its column says so, for a score may have the same. */
const hygiene = (name: keyof Hygiene, type: FieldType, given?: Partial<Description>): Description => ({
  type,
  optional: 'hygiene',
  line: 9,
  column: `hygiene.${name}`,
  ...given,
});

/** The one description of what a lane gives, in the order of JSON and CSV: files, the lines of `simulate` and what is taken from the worker follow it. */
const LANE: Readonly<Record<LanePath, Description>> = {
  loop: { type: 'name', line: 1 },
  replicate: { type: 'count', line: 2, range: [1, 10_000] },
  trainingSize: { type: 'count', line: 3 },
  scores: { type: 'values', line: 4, column: '' },
  undefined: { type: 'reasons', line: 11, column: '', called: 'reasons' },
  truth: { type: 'values', line: 6, column: 'truth.' },
  'theory.theory': { type: 'values', line: 7, json: 'theory', column: 'theory.' },
  'theory.undefined': { type: 'reasons', line: 10, json: 'theoryUndefined', column: 'theory.', called: 'theoryReasons', before: {} },
  'theory.kind': {
    type: 'choice',
    options: ['limit', 'approximate', 'guide'],
    line: 7,
    marks: 'theory',
    json: 'theoryKind',
    column: 'theoryKind',
    optional: 'theory.kind',
  },
  'fit.iterations': { type: 'count', line: 8 },
  'fit.objective': { type: 'number', line: 8 },
  'fit.converged': { type: 'flag', line: 8 },
  'fit.floorReached': { type: 'flag', line: 8 },
  'hygiene.removedReal': hygiene('removedReal', 'count'),
  'hygiene.removedSynthetic': hygiene('removedSynthetic', 'count'),
  'hygiene.realShare': hygiene('realShare', 'fraction'),
  'hygiene.effectiveRealWeight': hygiene('effectiveRealWeight', 'fraction'),
  'hygiene.alarm': hygiene('alarm', 'flag'),
  'hygiene.action': hygiene('action', 'choice', { options: ['none', 'stop', 'rollback', 'archive'] }),
  'hygiene.storeSize': hygiene('storeSize', 'count'),
  'hygiene.remark': hygiene('remark', 'text', { unsaid: '' }),
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

export const RANGE = { count: [0, 1e9], number: [-1e300, 1e300], fraction: [0, 1] } as const;

/** What stands at a path, "fit.converged". */
export function valueAt(whole: object, path: string): unknown {
  const [outer, inner] = path.split('.');
  const value = (whole as Readonly<Record<string, unknown>>)[outer];
  return inner === undefined ? value : (value as Readonly<Record<string, unknown>> | null | undefined)?.[inner];
}

/** Whether a lane has none of a field that it may lack. */
export const lacks = (lane: object, { optional }: LaneField): boolean => optional !== undefined && valueAt(lane, optional) === undefined;

/** What a lane says of a field; undefined where it lacks it, or where nothing has to be said. */
export function saidOf(lane: object, { path, unsaid }: LaneField): unknown {
  const value = valueAt(lane, path);
  return value === unsaid ? undefined : value;
}

/** An object with values at paths; what comes to one path twice is joined, and what is undefined is left out. */
export function objectOf(values: Iterable<readonly [path: string, value: unknown]>): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [path, value] of values) {
    if (value === undefined) continue;
    const [outer, inner] = path.split('.');
    const known = whole[outer];
    if (inner !== undefined) whole[outer] = { ...(known as object), [inner]: value };
    else whole[outer] = known === undefined ? value : { ...(known as object), ...(value as object) };
  }
  return whole;
}
