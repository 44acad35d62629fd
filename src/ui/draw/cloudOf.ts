import { bandwidthOf } from '../../engine/bandwidth';
import { REAL } from '../palette';

const CELLS = 80;
const REACH = 3;
/** As the panes show the real density. */
/** What a point still has where its density is cut off: below it nothing shows, so that the edge is round. */
const LEAST = Math.exp(-0.5 * REACH ** 2);
const OPACITY = { light: 0.5, dark: 0.6 } as const;

/** The density that the points will stand for, on a grid over [-extent, extent], its highest value 1. [CELLS, CELLS], the top row first */
export function densityOf(points: readonly number[], extent: number): Float32Array {
  const density = new Float32Array(CELLS * CELLS);
  const sigma = bandwidthOf(points);
  const cell = (2 * extent) / CELLS;
  const profile = (centre: number) => {
    const first = Math.max(0, Math.floor((centre - REACH * sigma + extent) / cell));
    const last = Math.min(CELLS - 1, Math.floor((centre + REACH * sigma + extent) / cell));
    const heights: number[] = [];
    for (let i = first; i <= last; i++) heights.push(Math.exp(-0.5 * (((i + 0.5) * cell - extent - centre) / sigma) ** 2));
    return { first, heights };
  };
  for (let n = 0; n < points.length; n += 2) {
    const across = profile(points[n]);
    const down = profile(-points[n + 1]);
    for (const [y, height] of down.heights.entries()) {
      const row = (down.first + y) * CELLS + across.first;
      for (let x = 0; x < across.heights.length; x++) density[row + x] += height * across.heights[x];
    }
  }
  const highest = density.reduce((max, value) => Math.max(max, value), 0);
  return highest > 0 ? density.map((value) => value / highest) : density;
}

/** How much of the colour a density has, from 0 to 1. */
export const shadeOf = (density: number): number => Math.max(0, Math.sqrt(density) - Math.sqrt(LEAST)) / (1 - Math.sqrt(LEAST));

/** The same as a picture in the colour of real data. */
export function cloudOf(points: readonly number[], extent: number, dark: boolean): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = CELLS;
  canvas.height = CELLS;
  const image = new ImageData(CELLS, CELLS);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(REAL.colour.slice(at, at + 2), 16));
  for (const [i, value] of densityOf(points, extent).entries()) {
    image.data.set([red, green, blue, 255 * OPACITY[dark ? 'dark' : 'light'] * shadeOf(value)], 4 * i);
  }
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}
