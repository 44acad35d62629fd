import type { Axis as Side } from '../../engine/sweepPlan';
import { number } from '../../format';
import { type Axis, tickText } from '../charts/axis';
import { box, polyline, type Shape, type Step } from '../plot/primitive';
import type { boundaryOf } from './boundary';
import { numberSpec } from './mapChoice';
import { COLOURS, type Square } from './mapValues';

/** What a map is drawn with, on the page and in figures. */
export interface MapPen {
  /** of its words, px */
  readonly em: number;
  readonly ink: string;
  readonly mute: string;
  readonly ground: string;
  /** behind cells without a value */
  readonly empty: string;
}

/** Where its squares lie, px. */
export interface MapPlane {
  readonly left: number;
  readonly top: number;
  /** of one square */
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
}

/** Of a letter of small type, in em. */
const LETTER = 0.56;
/** A coarser cell's colour where a finer one is to come. */
const GUESS = 0.45;
/** The highest map, by its width. */
const TALLEST = 1;

const longest = (words: readonly string[]): number => Math.max(...words.map(({ length }) => length));

/** Squares as large as the width allows, with room for the words around them. */
export function mapPlane(x: Side, y: Side, width: number, most: number, em: number): MapPlane {
  const left = Math.ceil(longest(y.values.map(number)) * LETTER * em + 0.9 * em);
  const [columns, rows] = [x.values.length, y.values.length];
  // whole pixels: no seams. A word half a square wide may stand out at the right
  const across = Math.floor((width - left - Math.ceil(em)) / columns);
  const up = Math.floor(Math.min(across, (TALLEST * width) / rows, most / rows));
  return { left, top: Math.ceil(1.8 * em), width: across, height: up, columns, rows };
}

const floorOf = ({ top, height, rows }: MapPlane): number => top + height * rows;

/** How high the whole picture is, with the words below and the scale. */
export const heightOf = (plane: MapPlane, em: number): number => Math.ceil(floorOf(plane) + 6.4 * em);

/** The square at a place of the picture; null: none. */
export function squareAt({ left, width, height, columns, rows, ...plane }: MapPlane, x: number, y: number): number | null {
  const column = Math.floor((x - left) / width);
  const row = Math.floor((floorOf({ left, width, height, columns, rows, ...plane }) - y) / height);
  return column < 0 || column >= columns || row < 0 || row >= rows ? null : row * columns + column;
}

/** The outline of a square, larger values to the right and up. */
export const outlineOf = (plane: MapPlane, at: number): Step[] => {
  const [column, row] = [at % plane.columns, Math.floor(at / plane.columns)];
  return box(plane.left + column * plane.width, floorOf(plane) - (row + 1) * plane.height, plane.width, plane.height);
};

const placeOf = ({ column, row }: Square, { columns }: MapPlane): number => row * columns + column;

function squareShapes(squares: readonly Square[], plane: MapPlane, { empty, mute }: MapPen): Shape[] {
  const filled = [false, true].flatMap((isGuess) =>
    COLOURS.flatMap((fill, colour): Shape[] => {
      const own = squares.filter((square) => square.colour === colour && square.isGuess === isGuess);
      if (own.length === 0) return [];
      const steps = own.flatMap((square) => outlineOf(plane, placeOf(square, plane)));
      return [{ kind: 'path', steps, fill, ...(isGuess && { fillOpacity: GUESS }), data: ['colour', colour] }];
    }),
  );
  const bare = squares.filter(({ colour, isGuess }) => colour === null && !isGuess);
  if (bare.length === 0) return filled;
  const outlines = bare.map((square) => outlineOf(plane, placeOf(square, plane)));
  // crossed out
  const crosses = bare.flatMap(({ column, row }): Step[] => {
    const [x, y] = [plane.left + column * plane.width, floorOf(plane) - row * plane.height];
    return polyline([
      [x, y],
      [x + plane.width, y - plane.height],
    ]);
  });
  return [
    ...filled,
    { kind: 'path', steps: outlines.flat(), fill: empty },
    { kind: 'path', steps: crosses, fill: 'none', stroke: mute, data: ['empty', bare.length] },
  ];
}

/** As many of the places 0..count-1 as have room, the first and the last among them. */
function ticksOf(count: number, room: number, each: number): number[] {
  const fits = Math.max(2, Math.floor(room / each));
  const stride = Math.ceil((count - 1) / Math.max(1, fits - 1));
  const ticks = Array.from({ length: count }, (_, at) => at).filter((at) => at % stride === 0);
  const last = count - 1;
  if (ticks[ticks.length - 1] === last) return ticks;
  // the last one takes the place of one that would touch it
  return [...ticks.filter((at) => last - at >= stride), last];
}

/** A setting's name, or its short one where there is no room. */
function nameWithin({ key }: Side, room: number, em: number): string {
  const { label, live } = numberSpec(key);
  return live && (label.length + 2) * LETTER * em > room ? live.short : label;
}

function sideShapes(x: Side, y: Side, plane: MapPlane, { em, mute, ink }: MapPen): Shape[] {
  const { left, top, width, height, columns, rows } = plane;
  const floor = floorOf(plane);
  const words = { kind: 'words', fontSize: em, fill: mute } as const;
  const across = ticksOf(columns, columns * width, (longest(x.values.map(number)) * LETTER + 0.8) * em);
  const up = ticksOf(rows, rows * height, 1.3 * em);
  return [
    ...across.map(
      (at): Shape => ({ ...words, x: left + (at + 0.5) * width, y: floor + 1.2 * em, textAnchor: 'middle', parts: [{ text: number(x.values[at]) }] }),
    ),
    ...up.map(
      (at): Shape => ({
        ...words,
        x: left - 0.4 * em,
        y: floor - (at + 0.5) * height + 0.35 * em,
        textAnchor: 'end',
        parts: [{ text: number(y.values[at]) }],
      }),
    ),
    { ...words, fill: ink, x: left, y: top - 0.7 * em, parts: [{ text: `↑ ${nameWithin(y, columns * width, em)}` }] },
    {
      ...words,
      fill: ink,
      x: left + columns * width,
      y: floor + 2.6 * em,
      textAnchor: 'end',
      parts: [{ text: `${nameWithin(x, columns * width, em)} →` }],
    },
  ];
}

function scaleShapes(scale: Axis, plane: MapPlane, { em, mute }: MapPen): Shape[] {
  const { left, width, columns } = plane;
  const y = floorOf(plane) + 3.6 * em;
  const step = (columns * width) / COLOURS.length;
  const [low, high] = scale.domain;
  const words = { kind: 'words', y: y + 2.2 * em, fontSize: em, fill: mute } as const;
  return [
    ...COLOURS.map((fill, at): Shape => ({ kind: 'path', steps: box(left + at * step, y, step, em), fill })),
    { ...words, x: left, parts: [{ text: tickText(low, scale) }] },
    ...(scale.log ? [{ ...words, x: left + (columns * width) / 2, textAnchor: 'middle', parts: [{ text: 'in equal ratios' }] } as const] : []),
    { ...words, x: left + columns * width, textAnchor: 'end', parts: [{ text: tickText(high, scale) }] },
  ];
}

function boundaryShapes(places: NonNullable<ReturnType<typeof boundaryOf>>, plane: MapPlane, { ink, ground }: MapPen): Shape[] {
  const { left, width, height, columns, rows } = plane;
  const steps = polyline(
    places.map(([x, y]) => [left + (0.5 + x * (columns - 1)) * width, floorOf(plane) - (0.5 + y * (rows - 1)) * height] as const),
  );
  const line = { kind: 'path', steps, fill: 'none', strokeLinejoin: 'round' } as const;
  return [
    { ...line, stroke: ground, strokeWidth: 5 },
    { ...line, stroke: ink, strokeWidth: 2, strokeDasharray: '7 4', data: ['boundary', places.length] },
  ];
}

interface MapParts {
  readonly x: Side;
  readonly y: Side;
  readonly squares: readonly Square[];
  readonly scale: Axis;
  readonly boundary: ReturnType<typeof boundaryOf>;
}

/** The whole map: squares, the words of its sides, the scale of its colours, theory's boundary. */
export function mapShapes({ x, y, squares, scale, boundary }: MapParts, plane: MapPlane, pen: MapPen): Shape[] {
  const { left, top, width, height, columns, rows } = plane;
  return [
    ...squareShapes(squares, plane, pen),
    { kind: 'path', steps: box(left, top, columns * width, rows * height), fill: 'none', stroke: pen.mute },
    ...(boundary ? boundaryShapes(boundary, plane, pen) : []),
    ...sideShapes(x, y, plane, pen),
    ...scaleShapes(scale, plane, pen),
  ];
}
