/**
 * What the page and its engine worker say to each other, types only. Every message of a run carries its `runId`; the page drops those
 * of an older run. Flow control: the worker computes up to generation `upTo` and no further; the page raises it as it takes
 * generations in (an acknowledgement window), and leaves it where it is while the reader has paused.
 */
import type { Phase, Rung } from '../engine/contracts';
import type { Experiment } from '../engine/experiment';
import type { LaneResult, NearestDigit, NearestQuery, NoiseFloor, Preview, ShownSamples } from '../engine/results';

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
  /** First of all: where the files of public/ are; null where the worker may fetch none (sandboxed frames, files opened from disk) and asks the page. */
  | { readonly type: 'open'; readonly baseUrl: string | null }
  /** A file that the worker wanted: code as it is, with an address to import it from, anything else in base64; null: it could not be had, and why. */
  | { readonly type: 'file'; readonly path: string; readonly text: string | null; readonly address: string | null; readonly problem: string }
  | { readonly type: 'ping' }
  | { readonly type: 'preview'; readonly previewId: number; readonly experiment: Experiment }
  /**
   * Start from generation 1, or with `from` go on behind generation `from` of the previous run; where that is not kept, from an earlier one,
   * and earlier generations come again. `goesBack`: whether a later run may do so; models are kept for it.
   */
  | {
      readonly type: 'run';
      readonly runId: number;
      readonly experiment: Experiment;
      readonly from: number;
      readonly upTo: number;
      readonly goesBack: boolean;
    }
  | { readonly type: 'allow'; readonly runId: number; readonly upTo: number }
  /** Ends the run, and frees what was kept of it. */
  | { readonly type: 'cancel'; readonly runId: number }
  /** The real digits nearest to generated ones. A newer question takes the place of an older one, which is then not answered. */
  | { readonly type: 'nearest'; readonly requestId: number; readonly experiment: Experiment; readonly queries: readonly NearestQuery[] }
  | { readonly type: 'forgetNearest'; readonly requestId: number };

/**
 * What a run is at. Three phases are announced before they begin, because the worker may not be able to answer in them: `warm-up` (it
 * looks at what there is to compute on), `start` (tfjs and its backend), `shaders` (the GPU's programs are compiled).
 */
export type WorkPhase = Phase | 'warm-up' | 'start' | 'shaders';

export type FailureCode = 'bad-experiment' | 'too-large' | 'backend-lost' | 'asset-missing' | 'not-finite' | 'worker-died' | 'no-engine' | 'unknown';

export type FromWorker =
  | { readonly type: 'pong' }
  /** Something failed that no run, preview or question answers for. */
  | { readonly type: 'crashed'; readonly message: string }
  | { readonly type: 'wanted'; readonly path: string }
  | { readonly type: 'preview'; readonly previewId: number; readonly preview: Preview }
  | { readonly type: 'previewFailed'; readonly previewId: number; readonly message: string }
  | { readonly type: 'badge'; readonly badge: Badge }
  | {
      readonly type: 'progress';
      readonly runId: number;
      readonly generation: number;
      readonly phase: WorkPhase;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly type: 'generation';
      readonly runId: number;
      readonly generation: number;
      readonly lanes: readonly LaneResult[];
      readonly elapsedMs: number;
    }
  | { readonly type: 'nearest'; readonly requestId: number; readonly answers: readonly NearestDigit[] }
  | { readonly type: 'nearestFailed'; readonly requestId: number; readonly message: string }
  | { readonly type: 'noise'; readonly runId: number; readonly noise: NoiseFloor }
  | { readonly type: 'ended'; readonly runId: number }
  | { readonly type: 'cancelled'; readonly runId: number }
  | { readonly type: 'failed'; readonly runId: number; readonly code: FailureCode; readonly message: string };

export type { LaneResult, NearestDigit, NearestQuery, NoiseFloor, Preview, ShownSamples };
