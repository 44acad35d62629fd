import { numberAt, numberText, orElse } from '../engine/checked';
import { SCHEMA } from '../engine/experiment';
import { choleskyLower } from '../engine/math/cholesky';
import type { CovarianceStructure, FixedEmTask } from '../engine/models/gaussianMixture/fixedEm';
import { Refusal, refuse } from '../engine/refusal';
import { assertKnown, type Fields, numbers, type Rows, readRows, rowsText } from './fields';

const MOST_COMPONENTS = 1000;
const MOST_DIM = SCHEMA.dim.max;
const MOST_ITERATIONS = 10_000;
/** points x components: their responsibilities are held at once */
const MOST_RESPONSIBILITIES = 20_000_000;
/** points x components x (coordinates + 2)^2: the tensors of an iteration, which are freed together, take about 1 GB */
const MOST_TENSOR_ELEMENTS = 50_000_000;
/** float32 sums over more lose the three digits that hold against double precision */
const MOST_TENSOR_POINTS = 1_000_000;
const MOST_VARIANCE = 1e300;
const WEIGHT_TOLERANCE = '1e-6';
const SYMMETRY_TOLERANCE = 1e-9;

const FLOOR = { min: 0, max: MOST_VARIANCE };
const ITERATIONS = { min: 1, max: MOST_ITERATIONS, whole: true };
const weightAt = numberAt({ min: 0, max: 1, above: true });
const varianceAt = numberAt({ min: 0, max: MOST_VARIANCE, above: true });
const entryAt = numberAt({ min: -MOST_VARIANCE, max: MOST_VARIANCE });
const PATHS = 'float64 or tfjs';
const DEFAULTS = { covarianceFloor: 1e-6, iterations: 20, path: 'float64' } as const;

export const FIT_FIELDS: Fields = {
  points: {
    help: 'what the mixture is fitted to',
    allowed: `${rowsText(MOST_DIM)}; at least one; points × components at most ${MOST_RESPONSIBILITIES}`,
    fallback: null,
  },
  weights: {
    help: 'of the components at the start',
    allowed: `a list of 1 to ${MOST_COMPONENTS} numbers above 0 that sum to 1 (to ${WEIGHT_TOLERANCE})`,
    fallback: null,
  },
  means: { help: 'of the components at the start', allowed: 'a list of points, as many as there are weights', fallback: null },
  covariances: {
    help: 'of the components at the start; their form is kept',
    allowed:
      'a list of as many as there are weights; each a matrix (full), symmetric and positive definite, or a list of variances (diagonal), or one variance (spherical); entries up to 1e300',
    fallback: null,
  },
  covarianceFloor: {
    help: 'added to the diagonal of every covariance in every M step, in the units of the points squared, as scikit-learn’s reg_covar',
    allowed: numberText(FLOOR),
    fallback: '1e-6',
  },
  iterations: { help: 'of EM, neither more nor fewer', allowed: numberText(ITERATIONS), fallback: String(DEFAULTS.iterations) },
  path: {
    help: 'in which arithmetic: double precision, or single precision on TensorFlow.js (wasm)',
    allowed: `${PATHS}; tfjs takes up to ${MOST_TENSOR_POINTS} points, and points × components × (coordinates + 2)² up to ${MOST_TENSOR_ELEMENTS}`,
    fallback: DEFAULTS.path,
  },
};

/** What the fit command runs, or a `Refusal` that says where the input is wrong. */
export function readFixedEmTask(input: Readonly<Record<string, unknown>>): FixedEmTask {
  assertKnown(input, FIT_FIELDS);
  const points = readRows(input.points, 'points', MOST_DIM);
  const weights = readWeights(input.weights);
  const means = readRows(input.means, 'means', MOST_DIM);
  const dim = commonDimension(points, means, weights.length);
  const { structure, covariances } = readCovariances(input.covariances, weights.length, dim);
  const floor = orElse(numberAt(FLOOR), DEFAULTS.covarianceFloor)(input.covarianceFloor, 'covarianceFloor');
  const iterations = orElse(numberAt(ITERATIONS), DEFAULTS.iterations)(input.iterations, 'iterations');
  const path = input.path === undefined ? DEFAULTS.path : readPath(input.path);
  assertSize(points.count, weights.length, dim, path);
  return {
    values: points.values,
    count: points.count,
    start: { dim, weights, means: means.values, covariances },
    structure,
    floor,
    iterations,
    path,
  };
}

function readPath(value: unknown): FixedEmTask['path'] {
  return value === 'float64' || value === 'tfjs' ? value : refuse('path', value, PATHS);
}

function readWeights(value: unknown): Float64Array {
  if (!Array.isArray(value) || value.length < 1 || value.length > MOST_COMPONENTS) refuse('weights', value, FIT_FIELDS.weights.allowed);
  const list: readonly unknown[] = value;
  const weights = Float64Array.from(list, (entry, k) => weightAt(entry, `weights[${k}]`));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > Number(WEIGHT_TOLERANCE)) throw new Refusal(`weights sum to ${sum}; they have to sum to 1 (to ${WEIGHT_TOLERANCE})`);
  return weights;
}

function commonDimension(points: Rows, means: Rows, components: number): number {
  if (points.dim === null) throw new Refusal('points is an empty list; EM needs at least one point');
  if (means.count !== components) throw new Refusal(`means has ${means.count} entries, but weights has ${components}`);
  if (means.dim !== points.dim) throw new Refusal(`means[0] has ${numbers(means.dim ?? 0)}, but points[0] has ${points.dim}`);
  return points.dim;
}

/** Full matrices [K, dim, dim] from any of the three forms, and which it was. */
function readCovariances(value: unknown, components: number, dim: number): { structure: CovarianceStructure; covariances: Float64Array } {
  if (!Array.isArray(value)) refuse('covariances', value, FIT_FIELDS.covariances.allowed);
  const list: readonly unknown[] = value;
  if (list.length !== components) throw new Refusal(`covariances has ${list.length} entries, but weights has ${components}`);
  const [first] = list;
  const structure = !Array.isArray(first) ? 'spherical' : Array.isArray(first[0]) ? 'full' : 'diagonal';
  const covariances = new Float64Array(components * dim * dim);
  for (const [k, entry] of list.entries()) {
    const matrix = covariances.subarray(k * dim * dim, (k + 1) * dim * dim);
    if (structure === 'full') readMatrix(entry, `covariances[${k}]`, dim, matrix);
    else readDiagonal(entry, `covariances[${k}]`, dim, structure, matrix);
  }
  return { structure, covariances };
}

function readDiagonal(value: unknown, place: string, dim: number, structure: 'diagonal' | 'spherical', into: Float64Array): void {
  const isList = structure === 'diagonal';
  const list = isList ? listOf(value, place, dim, 'variances') : [];
  for (let i = 0; i < dim; i++) into[i * dim + i] = isList ? varianceAt(list[i], `${place}[${i}]`) : varianceAt(value, place);
}

function readMatrix(value: unknown, place: string, dim: number, into: Float64Array): void {
  for (const [i, row] of listOf(value, place, dim, 'rows').entries()) {
    for (const [j, entry] of listOf(row, `${place}[${i}]`, dim, 'numbers').entries()) {
      into[i * dim + j] = entryAt(entry, `${place}[${i}][${j}]`);
    }
  }
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j < i; j++) {
      const [below, above] = [into[i * dim + j], into[j * dim + i]];
      if (Math.abs(below - above) > SYMMETRY_TOLERANCE * Math.max(Math.abs(below), Math.abs(above))) {
        throw new Refusal(`${place} is not symmetric: [${i}][${j}] = ${below}, but [${j}][${i}] = ${above}`);
      }
    }
  }
  const factor = choleskyLower(into, dim);
  for (let i = 0; i < dim; i++) {
    if (!(factor[i * dim + i] > 0)) throw new Refusal(`${place} is not positive definite; raise its diagonal, [${i}][${i}] = ${into[i * dim + i]}`);
  }
}

function listOf(value: unknown, place: string, length: number, what: string): readonly unknown[] {
  if (!Array.isArray(value)) refuse(place, value, `a list of ${length} ${what}`);
  if (value.length !== length) throw new Refusal(`${place} has ${value.length} ${what}, and not ${length}`);
  return value;
}

function assertSize(count: number, components: number, dim: number, path: FixedEmTask['path']): void {
  const responsibilities = count * components;
  const what = `${count} points for ${components} components`;
  if (responsibilities > MOST_RESPONSIBILITIES) throw new Refusal(`${what} are too many: their product may be ${MOST_RESPONSIBILITIES} at most`);
  const elements = responsibilities * (dim + 2) * (dim + 2);
  if (path === 'float64' || (elements <= MOST_TENSOR_ELEMENTS && count <= MOST_TENSOR_POINTS)) return;
  throw new Refusal(`${what} with ${numbers(dim)} each are too many for path=tfjs; allowed: ${FIT_FIELDS.path.allowed}; float64 takes them`);
}
