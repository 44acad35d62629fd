import type { Json } from '../../engine/checked';
import type { LaneResult } from '../../protocol/messages';
import { LANE_FIELDS, saidOf } from '../../results/lane';
import { type Column, columnsOf, GENERATION, headOf, marked, rowText } from './csvColumns';
import { remarksOf } from './csvRemarks';
import type { Results } from './results';

function cellOf(generation: number, lane: LaneResult, { field, name }: Column): unknown {
  const value = field === GENERATION ? generation : saidOf(lane, field);
  if (name !== null) return (value as Json)[name];
  return field.type === 'text' && value !== undefined ? marked(String(value)) : value;
}

/** One row for each generation, loop and replicate; the experiment, its link and what else `readCsv` needs in `#` lines on top. */
export function toCsv(results: Results): string {
  const columns = [GENERATION, ...LANE_FIELDS].flatMap((field) => columnsOf(field, results.frames));
  const rows = results.frames.flatMap(({ generation, lanes }) => lanes.map((lane) => columns.map((column) => cellOf(generation, lane, column))));
  return [...remarksOf(results), ...[columns.map(headOf), ...rows].map(rowText)].join('\n').concat('\n');
}
