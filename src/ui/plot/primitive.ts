/** A step of a path to a place, as in SVG. */
export type Step = readonly ['M' | 'L', number, number] | readonly ['H' | 'V', number] | readonly ['z'];

/** Around a centre: the radius of a circle, or polygons, x, y of each corner. */
export type Outline = number | readonly (readonly number[])[];

/** As React names what SVG has; on the page a colour may be a CSS variable, elsewhere it can't. */
export interface Paint {
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeOpacity?: number;
  readonly strokeWidth?: number;
  /** '' = solid */
  readonly strokeDasharray?: string;
  readonly strokeLinejoin?: 'round';
  readonly strokeLinecap?: 'round' | undefined;
}

interface Found {
  /** by what it is found in a picture */
  readonly data?: readonly [name: string, value: string | number];
}

export interface Path extends Paint, Found {
  readonly kind: 'path';
  readonly steps: readonly Step[];
}

/** One outline in many places. */
export interface Marks extends Paint, Found {
  readonly kind: 'marks';
  readonly outline: Outline;
  /** x, y of each */
  readonly places: readonly number[];
}

export interface Ellipse extends Paint, Found {
  readonly kind: 'ellipse';
  readonly x: number;
  readonly y: number;
  /** half axes */
  readonly rx: number;
  readonly ry: number;
  /** of the first axis, degrees clockwise */
  readonly turn: number;
}

/** Words in one line, from the foot of their letters. */
export interface Words extends Paint, Found {
  readonly kind: 'words';
  readonly x: number;
  readonly y: number;
  readonly textAnchor?: 'middle' | 'end';
  /** `y` is the middle of the line */
  readonly dominantBaseline?: 'central';
  /** px; else as its surroundings are */
  readonly fontSize?: number | undefined;
  readonly fontWeight?: number | undefined;
  readonly fontFamily?: string | undefined;
  /** px; the letters are made just so wide, whatever type there is */
  readonly length?: number | undefined;
  /** the stroke is a halo behind the words */
  readonly paintOrder?: 'stroke';
  readonly parts: readonly { readonly text: string; readonly fontWeight?: number }[];
}

/** A picture of one colour ("#rrggbb") by the opacity of its pixels, row by row, stretched over a square from (0, 0). */
export interface Raster extends Found {
  readonly kind: 'raster';
  readonly width: number;
  readonly height: number;
  /** the same array as before is taken to hold the same picture, in the same colour */
  readonly opacity: Uint8Array;
  readonly colour: string;
  readonly side: number;
  /** whether its pixels stay squares */
  readonly isPixelated: boolean;
}

/** What charts are made of. */
export type Shape = Path | Marks | Words;

/** What pictures of samples are made of, too: plain data, printed as elements (`Shapes.tsx`) or text (`print.ts`) of SVG, or painted on a canvas (`canvas.ts`). */
export type Primitive = Shape | Ellipse | Raster;

export const polyline = (places: readonly (readonly [number, number])[]): Step[] => places.map(([x, y], i) => [i === 0 ? 'M' : 'L', x, y]);

export const box = (x: number, y: number, width: number, height: number): Step[] => [
  ['M', x, y],
  ['H', x + width],
  ['V', y + height],
  ['H', x],
  ['z'],
];
