import { isObject, numberAt, type Read } from '../../engine/checked';
import type { Experiment } from '../../engine/experiment';
import { describe, Refusal } from '../../engine/refusal';
import type { LaneResult } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { lineText } from '../table/rows';
import { assertShape, faultIn } from './jsonShape';
import type { Saved } from './results';
import { backendAt, checkLanes, laneReader, noiseFloorAt, readExperiment, versionAt } from './saved';

/** The version of the table of keys that this page reads (contract Sect. 1). */
const READS = 1;

const elapsed = numberAt({ min: 0, max: 1e10 });

/** What `toJson` wrote; anything else is refused with the place where it differs. Yields often. */
export function* readJson(text: string): Generator<void, Saved> {
  yield* assertShape(text);
  const file = yield* parse(text);
  yield;
  if (!isObject(file) || file.format !== 'mad-lab') throw new Refusal('This JSON file was not saved by MAD Lab: it lacks "format": "mad-lab"');
  if (file.v !== READS) throw new Refusal(`This file is of version ${describe(file.v)} of the format; this page reads version ${READS}`);
  if (!isObject(file.experiment)) throw new Refusal('This file holds no experiment');
  const experiment = readExperiment(file.experiment);
  const version = versionAt(file.version ?? null, 'version');
  const backend = backendAt(file.backend ?? null, 'backend');
  const noise = noiseFloorAt(file.noiseFloor, 'noiseFloor');
  if (!Array.isArray(file.results)) throw new Refusal('This file holds no list of results');
  if (file.results.length > experiment.generations)
    throw new Refusal(`This file holds ${file.results.length} generations, and its experiment has ${experiment.generations}`);
  const frames: Frame[] = [];
  const laneAt = laneReader(experiment);
  for (const result of file.results) frames.push(yield* frameOf(result, frames.length + 1, experiment, laneAt));
  const missing = frames.some(({ lanes }) => lanes.some(({ replicate, shown }) => replicate === 1 && shown?.count === 0));
  const remarks = missing ? ['It holds the samples of some generations only: in the others the panes are empty.'] : [];
  return { experiment, frames, noise, version, backend, remarks };
}

function* parse(text: string): Generator<void, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    const fault = yield* faultIn(text);
    const place = fault === null ? '' : `${lineText(lineOf(text, fault))}: `;
    throw new Refusal(`${place}This is not JSON: the file may be cut off, or of another kind. Allowed is what Export saved`);
  }
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++;
  return line;
}

function* frameOf(result: unknown, generation: number, experiment: Experiment, laneAt: Read<LaneResult>): Generator<void, Frame> {
  const where = `Generation ${generation}`;
  if (!isObject(result) || result.generation !== generation || !Array.isArray(result.lanes))
    throw new Refusal(`${where} is missing, or not in its place`);
  const lanes: LaneResult[] = [];
  for (const lane of result.lanes) {
    lanes.push(laneAt(lane, where));
    yield;
  }
  checkLanes(lanes, experiment, where);
  return { generation, lanes, elapsedMs: elapsed(result.elapsedMs ?? 0, `${where}: elapsedMs`) };
}
