import { inkVariable } from '../palette';
import { shortName } from '../text/loopNames';
import type { EndPen } from './layers/ends';
import type { Pen } from './pen';

/** Charts on the page. `em` is the size of small type, px. */
export const pagePen = (em: number): Pen => ({
  mute: 'var(--mute)',
  noise: 'var(--noise)',
  ink: inkVariable,
  change: { strokeDasharray: '2 2', rise: 3, words: { rise: 7, character: 0.57 * em } },
});

/** `line`: the height of a line of words, px. */
export const pageEnds = (line: number): EndPen => ({
  ink: inkVariable,
  name: shortName,
  fontWeight: 600,
  valueWeight: 400,
  gap: line,
  foot: line / 4,
  away: 8,
  halo: { paintOrder: 'stroke', stroke: 'var(--ground)', strokeWidth: 4, strokeLinejoin: 'round' },
});
