import type { Host } from './contracts';
import { EngineError } from './errors';
import type { Experiment, Key } from './experiment';
import type { NumberKey } from './keys/key';
import { specOf } from './keyText';
import { exp } from './math/exp';
import { ln } from './math/ln';

import { run } from './run';

/** The values that one key takes. */
export interface Axis {
  readonly key: Key;
  readonly values: readonly number[];
}

/** A map of loops: each cell is a loop of its own, which differs from its neighbours in two keys alone. */
export interface SweepPlan {
  /** what all cells share: one loop, `generations` as far as each is run */
  readonly experiment: Experiment;
  readonly x: Axis;
  readonly y: Axis;
  /** the score, or exact value, that is read off the last generation */
  readonly score: string;
}

export interface Cell {
  readonly x: number;
  readonly y: number;
}

/** A replicate of a cell; `value` is null with its reason. */
export interface CellValue extends Cell {
  readonly replicate: number;
  readonly value: number | null;
  readonly undefined?: string;
}

/** Row by row, x first. */
export const cellsOf = ({ x, y }: Pick<SweepPlan, 'x' | 'y'>): Cell[] => y.values.flatMap((row) => x.values.map((column) => ({ x: column, y: row })));

export const experimentOf = ({ experiment, x, y }: SweepPlan, cell: Cell): Experiment => ({ ...experiment, [x.key]: cell.x, [y.key]: cell.y });

/** Decimals that a range of numbers leaves; what is beyond is rounding. */
const DIGITS = 12;

/**
 * `count` values from `from` to `to`, both among them: in equal steps, or in equal ratios where the key's slider is logarithmic (behind a 0 the
 * ratios begin at the next value). Whole numbers are rounded, and never the same twice.
 * @returns null where there are not so many
 */
export function valuesBetween(spec: Pick<NumberKey, 'type' | 'scale'>, from: number, to: number, count: number): number[] | null {
  if (count < 2 || to <= from || (spec.type === 'integer' && to - from < count - 1)) return null;
  const isLog = spec.scale === 'log' && to > 1;
  const values: number[] = isLog && from <= 0 ? [from] : [];
  const start = isLog && from <= 0 ? 1 : from;
  const steps = count - values.length;
  for (let i = 0; i < steps; i++) {
    const share = steps === 1 ? 1 : i / (steps - 1);
    const value = isLog ? exp(ln(start) + share * (ln(to) - ln(start))) : start + share * (to - start);
    const rounded = spec.type === 'integer' ? Math.round(value) : Number(value.toPrecision(DIGITS));
    const last = values.at(-1);
    // small numbers in small ratios would round to the same
    values.push(i === steps - 1 ? to : spec.type === 'integer' && last !== undefined ? Math.max(rounded, last + 1) : rounded);
  }
  return values.every((value, i) => i === 0 || value > values[i - 1]) ? values : null;
}

/** The range of a key on a map. */
export function axisOf(key: Key, from: number, to: number, count: number): Axis | null {
  const spec = specOf(key);
  if (spec.type !== 'integer' && spec.type !== 'number') return null;
  const values = valuesBetween(spec, from, to, count);
  return values && { key, values };
}

/** Runs the loops of a cell, all replicates; only the last generation is scored. Yields often. */
export async function* runCell(plan: SweepPlan, cell: Cell, host: Host): AsyncGenerator<void, CellValue[]> {
  const experiment = experimentOf(plan, cell);
  const { generations, scores, replicates } = experiment;
  const about = (replicate: number) => ({ ...cell, replicate });
  try {
    for await (const event of run(experiment, host, { scores: (t) => (t === generations ? scores : null) })) {
      yield;
      if (event.type !== 'generation' || event.generation < generations) continue;
      return event.lanes.map(({ replicate, scores: found, truth, undefined: reasons }) => {
        const value = found[plan.score] ?? truth[plan.score] ?? null;
        return value === null ? { ...about(replicate), value, undefined: reasons[plan.score] ?? 'not computed' } : { ...about(replicate), value };
      });
    }
    return [];
  } catch (error) {
    // a loop that ran out of numbers is an answer, too
    if (!(error instanceof EngineError) || error.code !== 'not-finite') throw error;
    return Array.from({ length: replicates }, (_, at) => ({ ...about(at + 1), value: null, undefined: error.message }));
  }
}
