import { printJson } from '../../engine/experimentText';
import { cellsOf } from '../../engine/sweepPlan';
import type { MapRuns } from '../../store/maps';
import { version } from '../../version';
import { rowText } from '../files/csvColumns';
import { remarkText } from '../files/csvRemarks';

/** A line for each replicate of each square that is computed; the experiment and its link in `#` lines on top. */
export function mapCsv({ plan, cells }: MapRuns, link: string, today: string): string {
  const { experiment, x, y, score } = plan;
  const shared = Object.entries(printJson(experiment)).filter(([key]) => key !== x.key && key !== y.key);
  const remarks = [
    'MAD Lab, a map',
    `version: ${version}`,
    `link: ${link}`,
    `exported: ${today}`,
    `computed on: ${experiment.backend}`,
    `value: ${score} at generation ${experiment.generations}`,
    ...shared.map(([key, value]) => `${key}: ${value}`),
  ];
  const rows = cellsOf(plan).flatMap((_, at) =>
    (cells.get(at) ?? []).map(({ x: across, y: up, replicate, value, undefined: reason }) => [across, up, replicate, value, reason]),
  );
  return [...remarks.map(remarkText), ...[[x.key, y.key, 'replicate', 'value', 'undefined'], ...rows].map(rowText)].join('\n').concat('\n');
}

export const mapFileName = ({ x, y, score }: MapRuns['plan']): string => `mad-lab-map-${score}-${x.key}-${y.key}`;
