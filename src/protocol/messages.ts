/**
 * What the page and its engine worker say to each other, types only. Every message of a run carries its `runId`; the page drops those
 * of an older run. Flow control: the worker computes up to generation `upTo` and no further; the page raises it as it takes
 * generations in (an acknowledgement window), and leaves it where it is while the reader has paused.
 */
import type { Phase, Rung, SampleKind } from '../engine/contracts';
import type { Experiment } from '../engine/experiment';

/** Samples for the eye. Points: float32 [count, dim], dim 1 or 2 (more dimensions: the first two). Images: bytes [count, side * side]. */
export type ShownSamples =
  | {
      readonly kind: 'points';
      readonly count: number;
      readonly dim: 1 | 2;
      readonly values: Float32Array;
      /** fitted components [n, 6] = weight, mean x, mean y, var x, cov xy, var y (1-D: weight, mean, 0, var, 0, 0), of the model before bias */
      readonly components: Float32Array;
    }
  | { readonly kind: 'images'; readonly count: number; readonly side: number; readonly values: Uint8Array };

/** The real data, drawn before anything runs. */
export interface Preview {
  /** up to 1,000 samples of D_1 of replicate 1, or 64 digits */
  readonly real: ShownSamples;
  /** true density at cell centres, row-major from the lowest y, scaled to a maximum of 1; height 1 for dim 1; null where the data have none */
  readonly ghost: { readonly width: number; readonly height: number; readonly density: Float32Array } | null;
  /** half the side of the square shown, centred on 0 (points) */
  readonly extent: number;
  /** centres of the true modes, [n, 2] */
  readonly modes: Float32Array;
}

/** Scores of one lane; a score without meaning is null with its reason in `undefined`. Never NaN or Infinity. */
export interface LaneScores {
  readonly scores: Readonly<Record<string, number | null>>;
  readonly undefined: Readonly<Record<string, string>>;
}

export interface LaneResult extends LaneScores {
  readonly loop: string;
  /** from 1 */
  readonly replicate: number;
  readonly trainingSize: number;
  /** exact values of the fitted model against the known truth (contract Sect. 2) */
  readonly truth: Readonly<Record<string, number | null>>;
  readonly fit: { readonly iterations: number; readonly objective: number | null; readonly converged: boolean; readonly floorReached: boolean };
  /** share of the samples in each mode or class, null where the data have none; with which of them are alive */
  readonly shares: { readonly share: readonly number[]; readonly alive: readonly boolean[] } | null;
  /** replicate 1 only, null in others */
  readonly shown: ShownSamples | null;
}

/** What runs, read from the running worker: the badge on the page. */
export interface Badge {
  readonly rung: Rung;
  /** the GPU's unmasked renderer, or '' */
  readonly renderer: string;
  /** tfjs `getBackend()` as read after the first tensor work; null while no tfjs is loaded (float64 paths) */
  readonly tfjsBackend: Rung | null;
  /** why this rung: plain words */
  readonly reason: string;
  /** tensors alive, for tests and bug reports; null without tfjs */
  readonly tensors: number | null;
}

export type ToWorker =
  | { readonly type: 'preview'; readonly previewId: number; readonly experiment: Experiment }
  /** Start from generation 1, or with `from` go on behind the kept generation `from` of the previous run. */
  | { readonly type: 'run'; readonly runId: number; readonly experiment: Experiment; readonly from: number; readonly upTo: number }
  | { readonly type: 'allow'; readonly runId: number; readonly upTo: number }
  | { readonly type: 'cancel'; readonly runId: number };

export type FailureCode = 'bad-experiment' | 'too-large' | 'backend-lost' | 'asset-missing' | 'not-finite' | 'worker-died' | 'unknown';

export type FromWorker =
  | { readonly type: 'preview'; readonly previewId: number; readonly preview: Preview }
  | { readonly type: 'previewFailed'; readonly previewId: number; readonly message: string }
  | { readonly type: 'badge'; readonly badge: Badge }
  | { readonly type: 'progress'; readonly runId: number; readonly generation: number; readonly phase: Phase | 'warm-up'; readonly done: number; readonly total: number }
  | { readonly type: 'generation'; readonly runId: number; readonly generation: number; readonly lanes: readonly LaneResult[]; readonly elapsedMs: number }
  | { readonly type: 'ended'; readonly runId: number }
  | { readonly type: 'cancelled'; readonly runId: number }
  | { readonly type: 'failed'; readonly runId: number; readonly code: FailureCode; readonly message: string };

export type { Phase, SampleKind };
