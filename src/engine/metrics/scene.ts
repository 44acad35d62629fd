import type { Cloud, Modes, Samples, Score, Shares } from '../contracts';
import type { MetricDescription, SampleKind } from '../descriptions';
import type { Reader } from '../kinds/kind';
import { centredFactor } from '../math/centredFactor';
import { covarianceOf, meanOf } from '../math/moments';
import { type BallCounts, countInBalls, squaredRadii } from '../math/neighbours';
import { medianPairwiseDistance } from '../math/pairwiseMedian';
import { coordinateSizes, isSpread, ROUNDINGS } from '../math/resolution';
import { once } from '../math/steps';
import { classShares, modeShares } from './shares';

/** Above this many points a score that compares all pairs is undefined. */
export const PAIR_LIMIT = 20_000;

export type Undefined = { readonly undefined: string };

/** A score: its description and how it is computed, at once or, where that takes long, in steps. */
export interface Metric extends MetricDescription {
  /** Reads `Scene.encodings`, which are not made otherwise. */
  readonly needsEncodings?: true;
  compute(scene: Scene): Score | Generator<void, Score>;
}

export function isUndefined(result: object): result is Undefined {
  return 'undefined' in result;
}

/** A cloud with the work that several scores share, each done when first asked for. */
export class PreparedCloud {
  private keptMean: Float64Array | undefined;
  private keptRest: Float64Array | undefined;
  private keptCovariance: Float64Array | undefined;

  constructor(
    readonly cloud: Cloud,
    readonly name: 'real' | 'generated',
    private readonly k: number,
    /** why there are none, where there are none */
    readonly whyNone: string | null = null,
  ) {}

  get count(): number {
    return this.cloud.count;
  }

  get mean(): Float64Array {
    this.keptMean ??= meanOf(this.cloud.values, this.cloud.count, this.cloud.dim);
    return this.keptMean;
  }

  /** unbiased, [dim, dim] */
  get covariance(): Float64Array {
    const { values, count, dim } = this.cloud;
    this.keptCovariance ??= covarianceOf(values, count, dim, this.mean, count - 1);
    return this.keptCovariance;
  }

  /** What rounding left of the mean, [dim]. */
  get meanRest(): Float64Array {
    this.keptRest ??= this.findMeanRest();
    return this.keptRest;
  }

  /** What is said where something needs more samples than there are; null where there are enough. */
  missing(least: number, words: string = `${least}`): Undefined | null {
    if (this.count >= least) return null;
    return { undefined: (this.count === 0 && this.whyNone) || `needs ${words} ${this.name} samples, has ${this.count}` };
  }

  /** A with A'A = covariance; needs two samples */
  readonly factor = once(() => centredFactor(this.cloud, this.mean, this.meanRest));

  /** Trace of the covariance, or why it has none: 0 of samples that coincide, and no value of a spread that may be rounding. */
  trace(): { readonly value: number } | Undefined {
    const missing = this.missing(2);
    if (missing) return missing;
    const { values, dim } = this.cloud;
    let trace = 0;
    for (let a = 0; a < dim; a++) trace += this.covariance[a * dim + a];
    const sizes = coordinateSizes(values, dim);
    // no number is no spread either, but has a reason of its own
    if (isSpread(trace, sizes) || Number.isNaN(trace)) return { value: trace };
    if (sizes.every((size) => size === 0)) return { value: 0 };
    return { undefined: `the ${this.name} samples spread by less than ${ROUNDINGS} roundings of their coordinates: that may be rounding, not data` };
  }

  /** Squared distances to the k-th nearest neighbours [count], or why there are none. */
  readonly radii = once(() => this.findRadii());

  /** Half the median pairwise distance: the bandwidth of the Vendi score. */
  readonly bandwidth = once(() => this.findBandwidth());

  private findMeanRest(): Float64Array {
    const { values, count, dim } = this.cloud;
    const rest = new Float64Array(dim);
    for (let i = 0; i < values.length; i++) rest[i % dim] += (values[i] - this.mean[i % dim]) / count;
    return rest;
  }

  private *findRadii(): Generator<void, { readonly squared: Float64Array } | Undefined> {
    if (this.count > PAIR_LIMIT) return tooMany(this.name, this.count);
    return this.missing(this.k + 1, `k + 1 = ${this.k + 1}`) ?? { squared: yield* squaredRadii(this.cloud, this.k) };
  }

  private *findBandwidth(): Generator<void, { readonly value: number } | Undefined> {
    if (this.count > PAIR_LIMIT) return tooMany(this.name, this.count);
    const missing = this.missing(2);
    if (missing) return missing;
    const value = (yield* medianPairwiseDistance(this.cloud)) / 2;
    return value > 0 ? { value } : { undefined: `at least half of the pairs of ${this.name} samples coincide: no bandwidth` };
  }
}

export function tooMany(name: string, count: number): Undefined {
  return { undefined: `compares all pairs: at most ${PAIR_LIMIT} samples, has ${count} ${name} ones` };
}

/** The true shares of modes (points) or classes (digits). */
export interface Truth {
  readonly modes: Modes | null;
  readonly classes: { readonly shares: Float64Array } | null;
}

/** Held-out real samples and all that the scores of a replicate share. */
export interface RealSide extends Truth {
  readonly kind: SampleKind;
  readonly k: number;
  readonly prepared: PreparedCloud;
  readonly reader: Reader | null;
  readonly initial: Samples | null;
}

/** What some scores ask for besides features. */
export interface Beside {
  /** the generated samples as the encoder of generation 1 sees them */
  readonly encodings?: Cloud | null | undefined;
  /** the generated samples themselves, where features stand for them */
  readonly samples?: Samples | undefined;
  /** parameters of the model that made them, and of generation 1's */
  readonly models?: { readonly now: unknown; readonly first: unknown } | undefined;
}

/** One set of generated samples beside the held-out real ones. */
export class Scene {
  readonly kind: SampleKind;
  readonly k: number;
  readonly real: PreparedCloud;
  readonly synthetic: PreparedCloud;
  /** share per mode or class; null where the truth has neither or there are no samples */
  readonly shares: Shares | null;
  /** what `shares` would be for a perfect model */
  readonly trueShares: Float64Array | null;
  readonly reader: Reader | null;
  /** the generated samples as the encoder of generation 1 sees them; null where there is none */
  readonly encodings: PreparedCloud | null;
  /** the generated samples themselves, where `synthetic` is their features */
  readonly samples: Samples | null;
  /** the fitted models of now and of generation 1; null where none made the samples */
  readonly models: NonNullable<Beside['models']> | null;
  /** D_1; null where there is none */
  readonly initial: Samples | null;

  constructor(side: RealSide, synthetic: Cloud, { encodings, samples, models }: Beside = {}) {
    this.kind = side.kind;
    this.k = side.k;
    this.real = side.prepared;
    this.synthetic = new PreparedCloud(synthetic, 'generated', side.k);
    this.trueShares = side.modes?.weights ?? side.classes?.shares ?? null;
    this.shares = sharesOf(side, synthetic, samples);
    this.reader = side.reader;
    this.encodings = encodings ? new PreparedCloud(encodings, 'generated', side.k) : null;
    this.samples = samples ?? null;
    this.models = models ?? null;
    this.initial = side.initial;
  }

  /** Generated samples in the balls of the real ones: precision, density and coverage. */
  readonly realBalls = once(() => ballCounts(this.real, this.synthetic));

  /** Real samples in the balls of the generated ones: recall. */
  readonly syntheticBalls = once(() => ballCounts(this.synthetic, this.real));
}

function sharesOf(side: RealSide, synthetic: Cloud, samples: Samples | undefined): Shares | null {
  if (synthetic.count === 0) return null;
  if (side.modes) return modeShares(synthetic, side.modes);
  if (side.classes && side.reader?.classify) return classShares(side.reader.classify(synthetic, samples), side.classes.shares);
  return null;
}

function* ballCounts(centres: PreparedCloud, points: PreparedCloud): Generator<void, BallCounts | Undefined> {
  if (points.count > PAIR_LIMIT) return tooMany(points.name, points.count);
  const radii = yield* centres.radii();
  if (isUndefined(radii)) return radii;
  if (points.count === 0) return { undefined: points.whyNone ?? `there are no ${points.name} samples` };
  return yield* countInBalls(centres.cloud, radii.squared, points.cloud);
}
