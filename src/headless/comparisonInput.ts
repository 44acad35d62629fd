import { numberAt, numberText, orElse } from '../engine/checked';
import type { Cloud } from '../engine/contracts';
import { SCHEMA } from '../engine/experiment';
import type { ComparisonOptions } from '../engine/metrics/comparison';
import { randomDirections } from '../engine/metrics/slicedWasserstein';
import { Refusal } from '../engine/refusal';
import { createRng } from '../engine/rng';
import { assertKnown, type Fields, numbers, type Rows, readRows, rowsText } from './fields';

/** Beyond it a distance of Frechet takes more than a minute. */
const MOST_DIM = 1024;
const MOST_PROJECTED = 1_000_000_000;
const DIRECTIONS = 64;
const UNIT_TOLERANCE = '1e-6';
/** Two numbers that differ by less have a difference whose square is not a normal double. */
const CLOSEST = 1e-150;
/** Different doubles above it differ by more than `CLOSEST`. */
const NEAR_ZERO = 1e-133;

const POINTS = `${rowsText(MOST_DIM)}; different numbers at least 1e-150 apart`;
const K = { min: SCHEMA.k.min, max: SCHEMA.k.max, whole: true };
const DEFAULT_K = SCHEMA.k.fallback();
const BANDWIDTH = { min: 1e-150, max: 1e150 };

export const COMPARISON_FIELDS: Fields = {
  real: { help: 'real points', allowed: POINTS, fallback: null },
  synthetic: { help: 'generated points, with as many numbers each', allowed: POINTS, fallback: null },
  k: { help: 'neighbours in precision, recall, density and coverage', allowed: numberText(K), fallback: String(DEFAULT_K) },
  bandwidth: {
    help: 'standard deviation of the Gaussian kernel in the Vendi scores and the MMD',
    allowed: numberText(BANDWIDTH),
    fallback: 'half the median distance between real points',
  },
  projections: {
    help: 'directions of the sliced Wasserstein distance',
    allowed: `a list of unit vectors (to ${UNIT_TOLERANCE}), with as many numbers each as a point; projections × points at most ${MOST_PROJECTED}`,
    fallback: `${DIRECTIONS} random ones, the same at every call`,
  },
};

export interface Comparison {
  readonly real: Cloud;
  readonly synthetic: Cloud;
  readonly options: ComparisonOptions;
}

/** What the score command compares, or a `Refusal` that says where the input is wrong. */
export function readComparison(input: Readonly<Record<string, unknown>>): Comparison {
  assertKnown(input, COMPARISON_FIELDS);
  const rows = { real: readRows(input.real, 'real', MOST_DIM), synthetic: readRows(input.synthetic, 'synthetic', MOST_DIM) };
  const k = orElse(numberAt(K), DEFAULT_K)(input.k, 'k');
  const bandwidth = orElse<number | null>(numberAt(BANDWIDTH), null)(input.bandwidth, 'bandwidth');
  const given = input.projections === undefined ? null : readRows(input.projections, 'projections', MOST_DIM);
  const dim = commonDimension(given ? { ...rows, projections: given } : rows);
  const [real, synthetic] = [rows.real, rows.synthetic].map((side): Cloud => ({ ...side, dim }));
  const projections = given ? { ...given, dim } : randomDirections(DIRECTIONS, dim, createRng(0).fork('projections'));
  assertUnit(projections);
  if (projections.count * (real.count + synthetic.count) > MOST_PROJECTED) {
    const what = `${projections.count} projections × ${real.count + synthetic.count} points`;
    throw new Refusal(`${what} are too many; allowed are ${MOST_PROJECTED}, so fewer projections or a random part of the points`);
  }
  assertResolved([real, synthetic]);
  return { real, synthetic, options: { k, bandwidth, projections } };
}

/** Empty sets take the dimension of the others. */
function commonDimension(sets: Readonly<Record<string, Rows>>): number {
  const [first, ...others] = Object.entries(sets).filter(([, { dim }]) => dim !== null);
  if (first === undefined) throw new Refusal(`${Object.keys(sets).join(' and ')} are empty; at least one of them has to have a point`);
  const [name, { dim }] = first;
  for (const [other, rows] of others) {
    if (rows.dim !== dim) throw new Refusal(`${other}[0] has ${numbers(rows.dim ?? 0)}, but ${name}[0] has ${dim}`);
  }
  return dim as number;
}

function assertUnit({ count, dim, values }: Cloud): void {
  for (let p = 0; p < count; p++) {
    const norm = Math.sqrt(values.subarray(p * dim, (p + 1) * dim).reduce((sum, value) => sum + value * value, 0));
    if (!(Math.abs(norm - 1) <= Number(UNIT_TOLERANCE)))
      throw new Refusal(`projections[${p}] has the norm ${norm}, and not 1 (to ${UNIT_TOLERANCE})`);
  }
}

/** Refuses coordinates so close together that squares of their differences would vanish: neighbours would be found where there are none. */
function assertResolved(clouds: readonly Cloud[]): void {
  for (let a = 0; a < clouds[0].dim; a++) {
    const small: number[] = [];
    let hasZero = false;
    for (const { dim, values } of clouds) {
      for (let i = a; i < values.length; i += dim) {
        if (values[i] === 0) hasZero = true;
        else if (Math.abs(values[i]) < NEAR_ZERO) small.push(values[i]);
      }
    }
    if (small.length === 0) continue;
    const sorted = Float64Array.from(hasZero ? [0, ...small] : small).sort();
    for (let i = 1; i < sorted.length; i++) {
      const [low, high] = [sorted[i - 1], sorted[i]];
      if (high > low && high - low < CLOSEST) {
        throw new Refusal(`Coordinate ${a} of real and synthetic holds ${low} and ${high}; different numbers have to differ by ${CLOSEST} at least`);
      }
    }
  }
}
