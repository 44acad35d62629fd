import { type LaneName, lanesOf } from '../engine/blocks';
import type { FromWorker, Job } from '../protocol/messages';
import { type FieldType, LANE_FIELDS, type LaneField, lacks, valueAt } from '../results/lane';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isFinite(value);
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const orMissing =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const recordOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);
const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

const isReasons = recordOf(isText);
/** Numbers, or pieces of text. */
const isShown: Check = (value) =>
  fields({ kind: isText, count: isCount })(value) && (fields({ values: ArrayBuffer.isView })(value) || fields({ pieces: listOf(isText) })(value));
const isInTraining = fields({ loops: listOf(isText), objective: isNumber, shown: isShown });
const OF_TYPE: Readonly<Record<FieldType, Check>> = {
  name: isText,
  text: isText,
  choice: isText,
  count: isCount,
  number: orNull(isNumber),
  fraction: isNumber,
  flag: (value) => typeof value === 'boolean',
  values: recordOf(orNull(isNumber)),
  reasons: isReasons,
  shares: orNull(fields({ share: listOf(isNumber), alive: Array.isArray })),
  samples: orNull(isShown),
};
const isFieldOf = (lane: Fields, field: LaneField) => lacks(lane, field) || OF_TYPE[field.type](valueAt(lane, field.path));
const isLane: Check = (lane) => isRecord(lane) && LANE_FIELDS.every((field) => isFieldOf(lane, field));
const isLater = fields({ loop: isText, replicate: isCount, scores: recordOf(orNull(isNumber)), undefined: isReasons });
const isCellValue = fields({ x: isNumber, y: isNumber, replicate: isCount, value: orNull(isNumber), undefined: orMissing(isText) });
const isFloor = fields({ bands: recordOf(fields({ low: isNumber, high: isNumber })), undefined: isReasons });
const isPreview = fields({
  real: isShown,
  ghost: orNull(fields({ width: isCount, height: isCount, density: ArrayBuffer.isView })),
  extent: isNumber,
  modes: ArrayBuffer.isView,
  reach: isNumber,
  weights: listOf(isNumber),
});
const isDigit = fields({
  loop: isText,
  generation: isCount,
  searched: isCount,
  distance: isNumber,
  usual: orNull(isNumber),
  pixels: ArrayBuffer.isView,
});

const isName = fields({ loop: isText, generation: isCount, name: isText });
const isPassage = fields({
  loop: isText,
  generation: isCount,
  copied: isText,
  words: isCount,
  at: isCount,
  of: isCount,
  before: isText,
  after: isText,
});

const CHECKS: Readonly<Record<FromWorker['type'], Check>> = {
  pong: () => true,
  crashed: fields({ message: isText }),
  wanted: fields({ path: isText }),
  preview: fields({ previewId: isCount, preview: isPreview }),
  previewFailed: fields({ previewId: isCount, message: isText }),
  badge: fields({ badge: fields({ rung: isText, renderer: isText, reason: isText, tfjsBackend: orNull(isText), tensors: orNull(isCount) }) }),
  progress: fields({ runId: isCount, generation: isCount, phase: isText, done: isCount, total: isCount, inTraining: orMissing(isInTraining) }),
  generation: fields({ runId: isCount, generation: isCount, lanes: listOf(isLane), elapsedMs: isNumber }),
  nearest: fields({ requestId: isCount, answers: listOf((answer) => isDigit(answer) || isName(answer) || isPassage(answer)) }),
  nearestFailed: fields({ requestId: isCount, message: isText }),
  noise: fields({ runId: isCount, noise: isFloor }),
  scored: fields({ requestId: isCount, ofRun: isCount, generation: isCount, lanes: listOf(isLater) }),
  noiseScored: fields({ requestId: isCount, ofRun: isCount, noise: isFloor }),
  starting: fields({ requestId: isCount, phase: isText }),
  scoredAll: fields({ requestId: isCount }),
  scoringFailed: fields({ requestId: isCount, message: isText }),
  cell: fields({ requestId: isCount, values: listOf(isCellValue) }),
  cellFailed: fields({ requestId: isCount, code: isText, message: isText }),
  ended: fields({ runId: isCount }),
  cancelled: fields({ runId: isCount }),
  failed: fields({ runId: isCount, code: isText, message: isText }),
};

/** Whether the page understands what came from the worker. */
export function isFromWorker(data: unknown): data is FromWorker {
  if (!isRecord(data) || typeof data.type !== 'string' || !Object.hasOwn(CHECKS, data.type)) return false;
  return CHECKS[data.type as FromWorker['type']](data);
}

/** Whether these are the lanes of a job, in order. */
export function areLanesOf(job: Job, lanes: readonly LaneName[]): boolean {
  const wanted = lanesOf(job.experiment, job);
  return lanes.length === wanted.length && lanes.every((lane, at) => lane.loop === wanted[at].loop && lane.replicate === wanted[at].replicate);
}
