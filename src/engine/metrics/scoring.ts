import type { Cloud, Modes, Samples, Score } from '../contracts';
import type { SampleKind } from '../descriptions';
import type { Reader } from '../kinds/kind';
import { metrics } from './index';
import { finiteScore, outOfRange } from './range';
import { type Beside, PreparedCloud, type RealSide, Scene } from './scene';
import { classFrequencies } from './shares';

export interface ReferenceOptions {
  readonly kind: SampleKind;
  /** neighbours in precision, recall, density, coverage */
  readonly k: number;
  /** the modes of the truth (points), or null */
  readonly modes: Modes | null;
  /** what is read of samples; null where they are compared as they are */
  readonly reader?: Reader | null;
  readonly classes: number;
  /** the samples themselves, where `real` is their features */
  readonly samples?: Samples | undefined;
  /** D_1 of the replicate; none where the reference is of none */
  readonly initial?: Samples | null;
  /** why there are no real samples, where there are none */
  readonly whyNone?: string | null;
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

/**
 * Prepare held-out real samples, once for every scoring of a replicate. What only some scores need is computed when the first of them asks for it.
 */
export function* prepareReference(real: Cloud, options: ReferenceOptions): Generator<void, RealSide> {
  const { kind, k, modes, reader = null, classes, initial = null, samples, whyNone = null } = options;
  const trueClasses = classes > 0 && reader?.classify ? { shares: classFrequencies(reader.classify(real, samples), classes) } : null;
  yield;
  return { kind, k, modes, classes: trueClasses, reader, initial, prepared: new PreparedCloud(real, 'real', k, whyNone) };
}

/** Whether one of the scores reads encodings of the generated samples. */
export function needEncodings(scores: readonly string[]): boolean {
  return metrics.some(({ id, needsEncodings }) => needsEncodings && scores.includes(id));
}

/**
 * Scores of `synthetic` against the reference, in steps short enough to answer a cancel between two. A score is the same whichever others are asked for.
 * @param scores ids, or `all`; those of other kinds are left out
 * @param beside what some scores ask for besides
 */
export function* scoreSamples(reference: RealSide, synthetic: Cloud, scores: readonly string[], beside: Beside = {}): Generator<void, ScoreSheet> {
  const asked = metrics.filter(({ id, kinds }) => kinds.includes(reference.kind) && (scores.includes('all') || scores.includes(id)));
  const sheet: ScoreSheet = { scores: {}, undefined: {}, shares: null };
  const put = (id: string, score: Score) => {
    sheet.scores[id] = 'undefined' in score ? null : score.value;
    if ('undefined' in score) sheet.undefined[id] = score.undefined;
  };
  const reason = outOfRange(synthetic);
  if (reason !== null) {
    for (const { id } of asked) put(id, { undefined: reason });
    return sheet;
  }

  const scene = new Scene(reference, synthetic, beside);
  for (const metric of asked) {
    yield;
    const computed = metric.compute(scene);
    put(metric.id, finiteScore('next' in computed ? yield* computed : computed));
  }
  return scene.shares ? { ...sheet, shares: { share: [...scene.shares.share], alive: [...scene.shares.alive] } } : sheet;
}
