/**
 * What the page and its engine worker say to each other, types only. Every message of a run carries its `runId`; the page drops those
 * of an older run. Flow control: the worker computes up to generation `upTo` and no further; the page raises it as it takes
 * generations in (an acknowledgement window), and leaves it where it is while the reader has paused.
 */
import type { Block, LaneName } from '../engine/blocks';
import type { Phase, Rung } from '../engine/contracts';
import type { LaterScores } from '../engine/examine';
import type { Experiment } from '../engine/experiment';
import type {
  InTraining,
  LaneResult,
  LaneScores,
  NearestImage,
  NearestQuery,
  NoiseFloor,
  PieceQuery,
  Preview,
  ShownSamples,
  TextFound,
} from '../engine/results';
import type { Cell, CellValue, SweepPlan } from '../engine/sweepPlan';

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

/**
 * What may be wanted of a job beside scores, truth and theory of every generation: samples for the screen (of replicate 1), the noise
 * floor, and the models, which the worker keeps, so that a later job can go on behind a generation.
 */
export type Wish = 'shown' | 'noise' | 'models';

/** What a worker computes at a time: replicates and generations of an experiment. */
export interface Job {
  readonly experiment: Experiment;
  /** all of the experiment's where it is not there */
  readonly replicates?: Block;
  /** of these replicates; all of them where it is not there */
  readonly lanes?: readonly LaneName[];
  /** Behind which generation to go on, of the same replicates, in the job before; 0: from the start. Where its models are not kept, earlier generations come again. */
  readonly from: number;
  /** no generation beyond it is computed until the page allows it */
  readonly upTo: number;
  readonly want: readonly Wish[];
  /** the scores that somebody looks at; all of the experiment's where it is not there */
  readonly scores?: readonly string[];
}

export type ToWorker =
  /** First of all: where the files of public/ are; null where the worker may fetch none (sandboxed frames, files opened from disk) and asks the page. */
  | { readonly type: 'open'; readonly baseUrl: string | null }
  /** A file that the worker wanted: code as it is, with an address to import it from, anything else in base64; null: it could not be had, and why. */
  | { readonly type: 'file'; readonly path: string; readonly text: string | null; readonly address: string | null; readonly problem: string }
  | { readonly type: 'ping' }
  /** On which rung it would compute: the answer is a badge. */
  | { readonly type: 'choose'; readonly backend: Experiment['backend'] }
  | { readonly type: 'preview'; readonly previewId: number; readonly experiment: Experiment }
  /** Takes the place of the job before. */
  | { readonly type: 'run'; readonly runId: number; readonly job: Job }
  | { readonly type: 'allow'; readonly runId: number; readonly upTo: number }
  /** Somebody looks at these scores now: they are computed from the next generation on. */
  | { readonly type: 'look'; readonly runId: number; readonly scores: readonly string[] }
  /** Ends the run, and frees what was kept of it. */
  | { readonly type: 'cancel'; readonly runId: number }
  /** The real digits nearest to generated ones, or what the real text has of generated pieces. A newer question takes the place of an older one, which is then not answered. */
  | {
      readonly type: 'nearest';
      readonly requestId: number;
      readonly experiment: Experiment;
      readonly queries: readonly NearestQuery[] | readonly PieceQuery[];
    }
  | { readonly type: 'forgetNearest'; readonly requestId: number }
  /**
   * Scores that nobody looked at when these generations of a run were computed, in this order. A newer question takes the place of an older
   * one, which is then not answered; so does another run.
   */
  | {
      readonly type: 'score';
      readonly requestId: number;
      readonly ofRun: number;
      readonly experiment: Experiment;
      /** as in the job */
      readonly lanes?: readonly LaneName[];
      readonly scores: readonly string[];
      readonly generations: readonly number[];
      /** scores of which the noise floor is wanted, too */
      readonly noise: readonly string[];
    }
  | { readonly type: 'forgetScores'; readonly requestId: number }
  /** A cell of a map, to be computed by a worker that has nothing else to do. */
  | { readonly type: 'cell'; readonly requestId: number; readonly plan: SweepPlan; readonly cell: Cell };

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
      /** at most four times a second */
      readonly inTraining?: InTraining;
    }
  | {
      readonly type: 'generation';
      readonly runId: number;
      readonly generation: number;
      readonly lanes: readonly LaneResult[];
      readonly elapsedMs: number;
    }
  | { readonly type: 'nearest'; readonly requestId: number; readonly answers: readonly NearestAnswer[] }
  | { readonly type: 'nearestFailed'; readonly requestId: number; readonly message: string }
  /** Of the scores wanted by now; others may come in another message. */
  | { readonly type: 'noise'; readonly runId: number; readonly noise: NoiseFloor }
  | {
      readonly type: 'scored';
      readonly requestId: number;
      readonly ofRun: number;
      readonly generation: number;
      readonly lanes: readonly LaterScores[];
    }
  | { readonly type: 'noiseScored'; readonly requestId: number; readonly ofRun: number; readonly noise: NoiseFloor }
  /** What has to start before scores or a cell can be computed, announced as a run announces it. */
  | { readonly type: 'starting'; readonly requestId: number; readonly phase: WorkPhase }
  | { readonly type: 'scoredAll'; readonly requestId: number }
  | { readonly type: 'scoringFailed'; readonly requestId: number; readonly message: string }
  /** Its replicates. */
  | { readonly type: 'cell'; readonly requestId: number; readonly values: readonly CellValue[] }
  | { readonly type: 'cellFailed'; readonly requestId: number; readonly code: FailureCode; readonly message: string }
  | { readonly type: 'ended'; readonly runId: number }
  | { readonly type: 'cancelled'; readonly runId: number }
  | { readonly type: 'failed'; readonly runId: number; readonly code: FailureCode; readonly message: string };

/** What is found of a generated sample among the real ones. */
export type NearestAnswer = NearestImage | TextFound;

export type { InTraining, LaneResult, LaneScores, LaterScores, NearestImage, NearestQuery, NoiseFloor, PieceQuery, Preview, ShownSamples, TextFound };
