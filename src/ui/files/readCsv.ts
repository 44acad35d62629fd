import { type Json, numberAt } from '../../engine/checked';
import { type Experiment, KEYS, SCHEMA } from '../../engine/experiment';
import { excerpt, Refusal, refuse } from '../../engine/refusal';
import type { LaneResult } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { isEmpty, lineText, type Row, rowsFrom } from '../table/rows';
import { FIT_COLUMNS, LANE_COLUMNS, nameInHead, scoreInColumn, THEORY, TRUTH } from './csv';
import { noiseIn, type Reason, type Remarks, readRemarks, reasonsIn } from './csvRemarks';
import type { Saved } from './saved';
import { backendAt, readExperiment, versionAt } from './savedExperiment';
import { checkLanes, laneAt, noiseFloorAt } from './savedLane';

const generationAt = numberAt({ min: 1, max: SCHEMA.generations.max, whole: true });

/** What `toCsv` wrote; anything else is refused with the place where it differs. Yields often. */
export function* readCsv(text: string): Generator<void, Saved> {
  const remarks = yield* readRemarks(text);
  const experiment = experimentIn(remarks);
  const noise = noiseFloorAt(noiseIn(remarks), 'The noise floor');
  const said = (name: string) => remarks.find(name)?.value ?? null;
  const [version, backend] = [versionAt(said('version'), 'version'), backendAt(said('computed on'), 'computed on')];
  const byGeneration = yield* lanesByGeneration(text, remarks, experiment);
  if (byGeneration.size > experiment.generations)
    throw new Refusal(`This table holds ${byGeneration.size} generations, and its experiment has ${experiment.generations}`);
  const frames: Frame[] = [];
  for (let generation = 1; generation <= byGeneration.size; generation++) {
    const lanes = byGeneration.get(generation);
    if (!lanes) throw new Refusal(`Generation ${generation} is missing`);
    checkLanes(lanes, experiment, `Generation ${generation}`);
    frames.push({ generation, lanes, elapsedMs: 0 });
    yield;
  }
  return {
    experiment,
    frames,
    noise,
    version,
    backend: backend === 'nothing yet' ? null : backend,
    remarks: frames.length > 0 ? ['A table holds no samples, so the panes are empty.'] : [],
  };
}

function experimentIn(remarks: Remarks): Experiment {
  const said = KEYS.flatMap((key) => {
    const found = remarks.find(key);
    return found ? [[key, found] as const] : [];
  });
  if (!said.some(([key]) => key === 'model')) throw new Refusal('This table does not say its experiment in lines that start with #');
  return readExperiment(Object.fromEntries(said.map(([key, { value }]) => [key, value])), (key) => {
    const line = remarks.find(key)?.line;
    return line === undefined ? '' : `${lineText(line)}: `;
  });
}

function* lanesByGeneration(text: string, remarks: Remarks, experiment: Experiment): Generator<void, Map<number, LaneResult[]>> {
  const reasons = yield* reasonsIn(remarks, experiment);
  const byGeneration = new Map<number, LaneResult[]>();
  let head: Head | null = null;
  for (const row of rowsFrom(text, remarks.end, ',', remarks.nextLine)) {
    yield;
    if (isEmpty(row)) continue;
    if (head === null) {
      head = headOf(row);
      continue;
    }
    const where = lineText(row.line);
    if (row.cells.length !== head.names.length) {
      throw new Refusal(`${where} has ${row.cells.length} cells instead of ${head.names.length}, one for each column of ${head.where}`);
    }
    const raw = rawLane(row, head, where);
    const generation = generationAt(raw.generation, `${where}: generation`);
    const lane = laneAt({ ...raw, ...reasonsOf(reasons.get(`${raw.loop} ${generation}`) ?? []) }, where, experiment);
    const lanes = byGeneration.get(generation);
    if (lanes) lanes.push(lane);
    else byGeneration.set(generation, [lane]);
  }
  if (head === null) throw new Refusal('This table has no line that names its columns');
  return byGeneration;
}

interface Head {
  readonly where: string;
  readonly names: readonly string[];
}

function headOf({ line, cells }: Row): Head {
  const where = lineText(line);
  const misses = [...LANE_COLUMNS, ...FIT_COLUMNS].find((name) => !cells.includes(name));
  if (misses) {
    const other = [';', '\t'].find((mark) => cells.some((cell) => cell.includes(mark)));
    const why = other
      ? `a spreadsheet put ${other === ';' ? 'semicolons' : 'tabs'} for the commas, and may have changed the numbers`
      : 'it was changed';
    throw new Refusal(`${where} names the columns, and ${misses} is not among them: ${why}. Open the file as it was saved, or the JSON`);
  }
  const twice = cells.find((name, column) => cells.indexOf(name) !== column);
  if (twice !== undefined) throw new Refusal(`${where} names the column “${excerpt(twice)}” twice`);
  return { where, names: cells.map(nameInHead) };
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A row as the lane that JSON holds; a spreadsheet writes TRUE. */
function rawLane({ cells }: Row, { names }: Head, where: string): Json {
  const lane: Record<string, unknown> = { scores: {}, truth: {}, theory: {}, fit: {}, shares: null };
  const [scores, truth, theory, fit] = ['scores', 'truth', 'theory', 'fit'].map((part) => lane[part] as Record<string, unknown>);
  for (const [column, name] of names.entries()) {
    const text = cells[column];
    const number = () => {
      if (text === '') return null;
      return NUMBER.test(text) ? Number(text) : refuse(`${where}: ${excerpt(name)}`, text, 'a number, or nothing where it has no value');
    };
    if (name === 'loop') lane.loop = text;
    else if (LANE_COLUMNS.includes(name)) lane[name] = number();
    else if (name === 'converged' || name === 'floorReached') fit[name] = /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
    else if (FIT_COLUMNS.includes(name)) fit[name] = number();
    else if (name.startsWith(TRUTH)) truth[name.slice(TRUTH.length)] = number();
    else if (name.startsWith(THEORY)) theory[name.slice(THEORY.length)] = number();
    else scores[scoreInColumn(name)] = number();
  }
  return lane;
}

function reasonsOf(list: readonly Reason[]) {
  const isTheory = ({ key }: Reason) => key.startsWith(THEORY);
  return {
    undefined: Object.fromEntries(list.filter((reason) => !isTheory(reason)).map(({ key, reason }) => [key, reason])),
    theoryUndefined: Object.fromEntries(list.filter(isTheory).map(({ key, reason }) => [key.slice(THEORY.length), reason])),
  };
}
