import type { Shape } from '../../plot/primitive';
import type { Plane } from '../geometry';
import { type ChartData, type Layer, plot } from '../layer';
import type { Pen } from '../pen';
import { areas } from './areas';
import { bands } from './bands';
import { runs } from './runs';
import { theoryLines } from './theoryLines';

const CURVES = [areas, bands, theoryLines, runs];

/** A chart with its axes and curves. */
export const plotWhole = (data: ChartData, layers: readonly Layer[], plane: Plane, pen: Pen): Shape[] => [
  ...plot(layers, ['ground'], plane, pen),
  ...pen.axes(plane),
  ...plot(layers, ['under'], plane, pen),
  ...CURVES.flatMap((curve) => curve(data, plane, pen)),
  ...plot(layers, ['over'], plane, pen),
];
