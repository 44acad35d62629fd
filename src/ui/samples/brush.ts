import type { Look } from '../palette';

/** Where samples are drawn, which decides how bold their marks are. */
export type Surface = 'page' | 'projector' | 'figure' | 'thumbnail';

/** How to draw samples, whatever they are. */
export interface Brush {
  /** of the loop that made them; null = real data */
  readonly look: Look | null;
  readonly dark: boolean;
  readonly surface: Surface;
  /** of the square that they are drawn in, px */
  readonly side: number;
  /** of the box, as high as the square, that a view fills which fills its pane, px */
  readonly width?: number;
  /** the one ink of words, where the ground is not known */
  readonly ink?: string;
}
