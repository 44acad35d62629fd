import type { Preview, ShownSamples } from '../../protocol/messages';
import { figureOf } from '../kinds/figures';
import type { Look } from '../palette';
import { COLOURS, px } from './figurePage';

/** What one square shows, as the page's pane does: `look` is null for real data. */
export interface Picture {
  readonly samples: ShownSamples;
  readonly preview: Preview | null;
  readonly look: Look | null;
  /** of the square, px */
  readonly side: number;
}

/** The samples of one loop in a square from (0, 0), made of the run's numbers as the page's canvas is. */
export const pictureSvg = ({ samples, ...picture }: Picture): string => figureOf(samples.kind).svg(samples, picture);

/** The frame around a picture: without it an empty one would be no picture. */
export const frameSvg = (side: number): string => `<rect width="${px(side)}" height="${px(side)}" fill="none" stroke="${COLOURS.hair}"/>`;
