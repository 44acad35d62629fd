import { type Json, numberAt } from '../../engine/checked';
import { type Experiment, KEYS, SCHEMA } from '../../engine/experiment';
import { excerpt, Refusal, refuse } from '../../engine/refusal';
import type { LaneResult } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { LANE_FIELDS, type LaneField, objectOf } from '../../results/lane';
import { isEmpty, lineText, type Row, rowsFrom } from '../table/rows';
import { CELLS, type Cell, type Column, columnNamed, GENERATION, unmarked } from './csvColumns';
import { noiseIn, type Remarks, readRemarks, reasonsIn, valueOfRemark } from './csvRemarks';
import type { Saved } from './results';
import { backendAt, checkLanes, laneReader, noiseFloorAt, readExperiment, versionAt } from './saved';

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
  return readExperiment(Object.fromEntries(said.map(([key, { value }]) => [key, valueOfRemark(key, value)])), (key) => {
    const line = remarks.find(key)?.line;
    return line === undefined ? '' : `${lineText(line)}: `;
  });
}

function* lanesByGeneration(text: string, remarks: Remarks, experiment: Experiment): Generator<void, Map<number, LaneResult[]>> {
  const reasons = yield* reasonsIn(remarks, experiment);
  const laneAt = laneReader(experiment);
  const byGeneration = new Map<number, LaneResult[]>();
  let head: Head | null = null;
  for (const row of rowsFrom(text, remarks.end, ',', remarks.nextLine)) {
    yield;
    if (isEmpty(row)) continue;
    if (head === null) {
      head = headIn(row);
      continue;
    }
    const where = lineText(row.line);
    const cells = cellsOf(row, head, where);
    const generation = generationAt(cells.find(({ field }) => field === GENERATION)?.value, `${where}: generation`);
    const loop = cells.find(({ field }) => field.path === 'loop')?.value;
    const lane = laneAt(rawLane([...cells, ...(reasons.get(`${loop} ${generation}`) ?? [])]), where);
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
  readonly columns: readonly Column[];
}

function headIn({ line, cells }: Row): Head {
  const where = lineText(line);
  const misses = CELLS.find(({ column, before, optional }) => before === undefined && optional === undefined && !cells.includes(column))?.column;
  if (misses) {
    const other = [';', '\t'].find((mark) => cells.some((cell) => cell.includes(mark)));
    const why = other
      ? `a spreadsheet put ${other === ';' ? 'semicolons' : 'tabs'} for the commas, and may have changed the numbers`
      : 'it was changed';
    throw new Refusal(`${where} names the columns, and ${misses} is not among them: ${why}. Open the file as it was saved, or the JSON`);
  }
  const twice = cells.find((name, column) => cells.indexOf(name) !== column);
  if (twice !== undefined) throw new Refusal(`${where} names the column “${excerpt(twice)}” twice`);
  const names = cells.map(unmarked);
  return { where, names, columns: names.map(columnNamed) };
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A spreadsheet writes TRUE. */
function valueIn(cell: string, { type, optional }: LaneField, place: string): unknown {
  if (cell === '' && optional !== undefined) return undefined;
  if (type === 'text') return unmarked(cell);
  if (type === 'name' || type === 'choice') return cell;
  if (type === 'flag') return /^(true|false)$/i.test(cell) ? cell.toLowerCase() === 'true' : cell;
  if (cell === '') return null;
  return NUMBER.test(cell) ? Number(cell) : refuse(place, cell, 'a number, or nothing where it has no value');
}

function cellsOf({ cells }: Row, { names, columns, where: head }: Head, where: string): Cell[] {
  if (cells.length !== names.length)
    throw new Refusal(`${where} has ${cells.length} cells instead of ${names.length}, one for each column of ${head}`);
  return columns.map((column, at) => ({ ...column, value: valueIn(cells[at], column.field, `${where}: ${excerpt(names[at])}`) }));
}

/** A lane as JSON holds it; what a table does not hold is null, or left out where a lane may lack it. */
function rawLane(cells: readonly Cell[]): Json {
  return objectOf(
    LANE_FIELDS.map((field) => {
      const own = cells.filter((cell) => cell.field === field);
      const isNamed = field.type === 'values' || field.type === 'reasons';
      return [
        field.json,
        isNamed
          ? Object.fromEntries(own.map(({ name, value }) => [name, value]))
          : (own[0]?.value ?? (field.optional === undefined ? null : undefined)),
      ];
    }),
  );
}
