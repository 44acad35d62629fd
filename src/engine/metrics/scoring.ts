import type { Cloud, Modes, Score } from '../contracts';
import type { SampleKind } from '../descriptions';
import { metrics } from './index';
import { finiteScore, outOfRange } from './range';
import { PreparedCloud, type RealSide, Scene } from './scene';
import { classFrequencies } from './shares';

export interface ReferenceOptions {
  readonly kind: SampleKind;
  /** neighbours in precision, recall, density, coverage */
  readonly k: number;
  /** the modes of the truth (points), or null */
  readonly modes: Modes | null;
  /** the class of each row of features (digits), or null */
  readonly classOf: ((features: Cloud) => Uint8Array) | null;
  readonly classes: number;
  /** ids of the scores to compute, or `all` */
  readonly scores: readonly string[];
}

/** Held-out real samples, prepared once for every scoring of a replicate. */
export interface RealReference extends RealSide {
  readonly scores: readonly string[];
}

/** The scores of one set of samples. */
export interface ScoreSheet {
  /** by id; null where undefined */
  readonly scores: Record<string, number | null>;
  /** why, by id */
  readonly undefined: Record<string, string>;
  /** share of samples per mode or class; null where the truth has neither */
  readonly shares: { readonly share: number[]; readonly alive: boolean[] } | null;
}

/** Prepare held-out real samples. What only some scores need is computed when the first of them asks for it. */
export function* prepareReference(real: Cloud, options: ReferenceOptions): Generator<void, RealReference> {
  const { kind, k, modes, classOf, classes } = options;
  const asked = metrics.filter((metric) => metric.kinds.includes(kind) && (options.scores.includes('all') || options.scores.includes(metric.id)));
  const trueClasses = asked.length > 0 && classOf ? { shares: classFrequencies(classOf(real), classes) } : null;
  yield;
  return {
    kind,
    k,
    modes: asked.length > 0 ? modes : null,
    classes: trueClasses,
    classOf,
    prepared: new PreparedCloud(real, 'real', k),
    scores: asked.map(({ id }) => id),
  };
}

/** Whether one of the scores reads encodings of the generated samples. */
export function needEncodings(scores: readonly string[]): boolean {
  return metrics.some(({ id, needsEncodings }) => needsEncodings && scores.includes(id));
}

/**
 * Every asked score of `synthetic` against the reference, in steps short enough to answer a cancel between two.
 * @param encodings `synthetic` as the encoder of generation 1 sees them, where a score asks for that and the model has one
 */
export function* scoreSamples(reference: RealReference, synthetic: Cloud, encodings: Cloud | null = null): Generator<void, ScoreSheet> {
  const sheet: ScoreSheet = { scores: {}, undefined: {}, shares: null };
  const put = (id: string, score: Score) => {
    sheet.scores[id] = 'undefined' in score ? null : score.value;
    if ('undefined' in score) sheet.undefined[id] = score.undefined;
  };
  const reason = outOfRange(synthetic);
  if (reason !== null) {
    for (const id of reference.scores) put(id, { undefined: reason });
    return sheet;
  }

  const scene = new Scene(reference, synthetic, encodings);
  for (const metric of metrics) {
    if (!reference.scores.includes(metric.id)) continue;
    yield;
    const computed = metric.compute(scene);
    put(metric.id, finiteScore('next' in computed ? yield* computed : computed));
  }
  return scene.shares ? { ...sheet, shares: { share: [...scene.shares.share], alive: [...scene.shares.alive] } } : sheet;
}
