import type { Primitive } from '../plot/primitive';

/** What is drawn in one place of a film’s picture. */
export interface Part {
  readonly x: number;
  readonly y: number;
  /** of the box that it is cut to, px; absent: it is not */
  readonly box?: { readonly width: number; readonly height: number };
  readonly shapes: readonly Primitive[];
}
