import type { Experiment } from '../../engine/experiment';
import type { ToldLine } from '../../presets/told';
import type { Behind } from '../compare/behind';
import type { Shape } from '../plot/primitive';
import { type Extent, joined } from './extent';
import type { Plane } from './geometry';
import type { GuessLine } from './guessStore';
import type { Pen } from './pen';
import type { NoiseBand, Series } from './series';

/** What a chart can show of a run; of what it is not to show there is none. */
export interface ChartData {
  readonly experiment: Experiment;
  readonly series: Series;
  readonly noise: NoiseBand | null;
  readonly behind: readonly Behind[];
  readonly told: readonly ToldLine[];
  /** what somebody expected of it */
  readonly guess?: GuessLine | null;
}

/** One thing that a chart shows beside its curves, wherever it is drawn. */
export interface Layer {
  /** `ground`: below the axes. `under`: below the curves. `over`: above all. */
  readonly level: 'ground' | 'under' | 'over';
  /** its values, which the axis has to cover */
  readonly extent: Extent | null;
  /** whether it draws no axis alone */
  readonly isBackground?: boolean;
  draw(plane: Plane, pen: Pen): readonly Shape[];
}

/** What the axis of a chart covers. */
export function extentOfChart(series: Extent, layers: readonly Layer[]): Extent {
  const extents = (isBackground: boolean) => layers.flatMap((layer) => (layer.extent && !layer.isBackground === !isBackground ? layer.extent : []));
  const lines = joined([series, ...extents(false)]);
  return lines.extent === null ? lines : joined([lines, ...extents(true)]);
}

/** The layers of these levels, what comes first lowest. */
export const plot = (layers: readonly Layer[], levels: readonly Layer['level'][], plane: Plane, pen: Pen): Shape[] =>
  layers.filter(({ level }) => levels.includes(level)).flatMap((layer) => layer.draw(plane, pen));
