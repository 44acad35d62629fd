import type { Experiment } from '../../engine/experiment';
import { parseExperiment } from '../../engine/experimentText';
import type { LaneResult, NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../store/state';
import { refuse, type Saved } from './saved';
import { decodeShown, noSamples } from './shownText';

/** The version of the table of keys that this page reads (contract Sect. 1). */
const READS = 1;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What `toJson` wrote; anything else is refused with the place where it differs. */
export function readJson(text: string): Saved {
  const file = parse(text);
  if (!isObject(file) || file.format !== 'mad-lab') refuse('This JSON file was not saved by MAD Lab: it lacks "format": "mad-lab".');
  if (file.v !== READS) refuse(`This file is of version ${JSON.stringify(file.v) ?? 'unknown'} of the format; this page reads version ${READS}.`);
  if (!isObject(file.experiment)) refuse('This file holds no experiment.');
  const experiment = readExperiment(file.experiment);
  if (!Array.isArray(file.results)) refuse('This file holds no list of results.');
  if (file.results.length > experiment.generations) refuse(`This file holds more generations than its experiment has (${experiment.generations}).`);
  const frames = file.results.map((result, at) => frameOf(result, at + 1, experiment));
  const missing = frames.some(({ lanes }) => lanes.some(({ replicate, shown }) => replicate === 1 && shown?.count === 0));
  return {
    experiment,
    frames,
    noise: noiseOf(file.noiseFloor),
    version: typeof file.version === 'string' ? file.version : null,
    backend: typeof file.backend === 'string' ? file.backend : null,
    remarks: missing ? ['It holds the samples of some generations only: in the others the panes are empty.'] : [],
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(`${placeOf(text, error)}This is not JSON: the file may be cut off, or of another kind. Allowed is what Export saved.`);
  }
}

/** "Line 7: ", from what the browser says of a fault: its place as a number of characters, or of lines; Safari says neither. */
function placeOf(text: string, error: unknown): string {
  const said = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(said)?.[1];
  const line = position === undefined ? /line (\d+)/.exec(said)?.[1] : text.slice(0, Number(position)).split('\n').length;
  if (line === undefined) return /end of JSON/i.test(said) ? `Line ${text.split('\n').length}: ` : '';
  return `Line ${line}: `;
}

/** Results belong to one experiment: one that has to be repaired would be another. `whereIs`: the place of a key in the file, as a message starts. */
export function readExperiment(raw: Json, whereIs: (key: string) => string = () => ''): Experiment {
  const { experiment, notes } = parseExperiment(raw);
  if (notes.length > 0) refuse(`${whereIs(notes[0].key)}The experiment of this file is not valid here: ${notes[0].problem}`);
  return experiment;
}

/** Loop and replicate of every lane, as an experiment has them. */
function lanesExpected({ loop, replicates }: Experiment): string[] {
  return loop.flatMap((id) => Array.from({ length: replicates }, (_, i) => `${id} ${i + 1}`));
}

export function checkLanes(lanes: readonly LaneResult[], experiment: Experiment, where: string): void {
  const found = new Set(lanes.map(({ loop, replicate }) => `${loop} ${replicate}`));
  const expected = lanesExpected(experiment);
  const missing = expected.find((lane) => !found.has(lane));
  if (missing) refuse(`${where} lacks the loop ${missing.replace(' ', ', replicate ')}.`);
  if (lanes.length !== expected.length) refuse(`${where} holds ${lanes.length} loops and replicates instead of ${expected.length}.`);
}

function frameOf(result: unknown, generation: number, experiment: Experiment): Frame {
  const where = `Generation ${generation}`;
  if (!isObject(result) || result.generation !== generation || !Array.isArray(result.lanes)) refuse(`${where} is missing, or not in its place.`);
  const lanes = result.lanes.map((lane) => laneOf(lane, experiment, where));
  checkLanes(lanes, experiment, where);
  return { generation, lanes, elapsedMs: typeof result.elapsedMs === 'number' ? result.elapsedMs : 0 };
}

function laneOf(lane: unknown, { model, dim, resolution }: Experiment, where: string): LaneResult {
  if (!isObject(lane) || typeof lane.loop !== 'string' || typeof lane.replicate !== 'number') refuse(`${where}: a loop has no name or replicate.`);
  const { loop, replicate, trainingSize } = lane;
  const place = `${where}, ${loop}, replicate ${replicate}`;
  if (typeof trainingSize !== 'number') refuse(`${place}: trainingSize is ${JSON.stringify(trainingSize)}; allowed is a number.`);
  const kind = model === 'vae' ? 'images' : 'points';
  const shown = decodeShown(lane.shown, place);
  if (shown && shown.kind !== kind) refuse(`${place}: the samples are ${shown.kind}, those of its model are ${kind}.`);
  return {
    loop,
    replicate,
    trainingSize,
    scores: recordOf(lane.scores, isNumberOrNull, `${place}: scores`),
    undefined: recordOf(lane.undefined, isText, `${place}: undefined`, 'a text'),
    truth: recordOf(lane.truth, isNumberOrNull, `${place}: truth`),
    theory: {
      theory: recordOf(lane.theory, isNumberOrNull, `${place}: theory`),
      undefined: recordOf(lane.theoryUndefined ?? {}, isText, `${place}: theoryUndefined`, 'a text'),
    },
    fit: fitOf(lane.fit, place),
    shares: sharesOf(lane.shares, place),
    shown: shown ?? (replicate === 1 ? noSamples(kind, dim, resolution) : null),
  };
}

const isNumberOrNull = (value: unknown): value is number | null => value === null || typeof value === 'number';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

function isListOf<Value>(list: unknown, isValue: (value: unknown) => value is Value): list is Value[] {
  return Array.isArray(list) && list.every(isValue);
}

function recordOf<Value>(
  record: unknown,
  isValue: (value: unknown) => value is Value,
  where: string,
  allowed = 'a number, or null',
): Readonly<Record<string, Value>> {
  if (!isObject(record)) refuse(`${where} is missing.`);
  const wrong = Object.entries(record).find(([, value]) => !isValue(value));
  if (wrong) refuse(`${where}.${wrong[0]} is ${JSON.stringify(wrong[1])}; allowed is ${allowed}.`);
  return record as Readonly<Record<string, Value>>;
}

function fitOf(fit: unknown, where: string): LaneResult['fit'] {
  if (!isObject(fit) || typeof fit.iterations !== 'number' || !isNumberOrNull(fit.objective) || !isFlag(fit.converged) || !isFlag(fit.floorReached)) {
    return refuse(`${where}: fit is not complete.`);
  }
  const { iterations, objective, converged, floorReached } = fit;
  return { iterations, objective, converged, floorReached };
}

function sharesOf(shares: unknown, where: string): LaneResult['shares'] {
  if (shares === null) return null;
  const { share, alive } = isObject(shares) ? shares : {};
  if (!isListOf(share, isNumber) || !isListOf(alive, isFlag) || share.length !== alive.length) {
    return refuse(`${where}: shares are not one number and one yes or no for each mode.`);
  }
  return { share, alive };
}

function noiseOf(noise: unknown): NoiseFloor | null {
  if (noise === null || noise === undefined) return null;
  if (!isObject(noise)) return refuse('The noise floor is not an object.');
  const isBand = (value: unknown): value is NoiseFloor['bands'][string] =>
    isObject(value) && typeof value.low === 'number' && typeof value.high === 'number';
  return {
    bands: recordOf(noise.bands, isBand, 'noiseFloor.bands', 'two numbers, low and high'),
    undefined: recordOf(noise.undefined, isText, 'noiseFloor.undefined', 'a text'),
  };
}
