import type { Look } from '../palette';

/** How to draw, whatever is drawn. */
export interface Brush {
  readonly look: Look;
  readonly dark: boolean;
  /** CSS pixels to canvas pixels */
  readonly ratio: number;
  /** bigger marks, for a projector */
  readonly bold: boolean;
}
