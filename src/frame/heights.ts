/** How high the figure is, so that a host can keep the room before anything is loaded. Measured; a journey holds the figure to it. */

export type Shown = 'samples' | 'scores' | 'both';

/** Charts that stand open beside one another at a width. */
export const chartsAt = (width: number): number => (width < 450 ? 1 : 4);

/**
 * From widths below `below`: height of everything but the pictures themselves, and how much of it the panes' and the scores' parts are, px; and
 * what text takes besides: its sentences, which are longer, and what stands under its pictures.
 */
interface Step {
  readonly below: number;
  readonly all: number;
  readonly panes: number;
  readonly scores: number;
  readonly text: { readonly story: number; readonly panes: number };
}

const STEPS: readonly Step[] = [
  { below: 350, all: 1223, panes: 148, scores: 392, text: { story: 100, panes: 160 } },
  { below: 450, all: 1192, panes: 149, scores: 392, text: { story: 75, panes: 160 } },
  // no room for two charts beside each other yet
  { below: 457, all: 2002, panes: 223, scores: 1246, text: { story: 75, panes: 155 } },
  { below: 540, all: 1449, panes: 223, scores: 693, text: { story: 75, panes: 155 } },
  { below: 660, all: 1430, panes: 223, scores: 693, text: { story: 52, panes: 118 } },
  { below: 700, all: 1391, panes: 203, scores: 678, text: { story: 30, panes: 120 } },
  { below: 768, all: 1336, panes: 203, scores: 678, text: { story: 54, panes: 121 } },
  { below: 980, all: 1225, panes: 134, scores: 678, text: { story: 54, panes: 122 } },
  { below: Number.POSITIVE_INFINITY, all: 929, panes: 134, scores: 409, text: { story: 5, panes: 138 } },
];

const PADDING = 24;
const GAPS = 32;
const LARGEST_PANE = 272;

/** Height of the figure at a width, px, with three loops. */
export function heightOf(width: number, shown: Shown, isText = false): number {
  const { all, panes, scores, text } = STEPS.find(({ below }) => width < below) ?? STEPS[STEPS.length - 1];
  const pane = Math.max(0, Math.min(LARGEST_PANE, (width - PADDING - GAPS) / 3));
  const story = isText ? text.story : 0;
  if (shown === 'scores') return Math.round(all - panes + story);
  return Math.round(all + pane + story + (isText ? text.panes : 0) - (shown === 'samples' ? scores : 0));
}

/** The poster from widths below `below`: height of all but its samples, how much of it are its curves, and what is left and right of the samples; all of it with four charts, px. */
const POSTER_STEPS = [
  { below: 350, all: 496, curves: 147, beside: 40, charts: 905 },
  { below: 450, all: 465, curves: 147, beside: 40, charts: 866 },
  { below: 540, all: 434, curves: 147, beside: 40, charts: 845 },
  { below: 601, all: 408, curves: 147, beside: 40, charts: 825 },
  { below: 900, all: 335, curves: 147, beside: 88, charts: 506 },
  { below: Number.POSITIVE_INFINITY, all: 335, curves: 147, beside: 88, charts: 586 },
];
const HIGHEST_SAMPLES = 320;

/** Height of the poster at a width, px: as high as what it shows. */
export function posterHeightOf(width: number, shown: Shown): number {
  const { all, curves, beside, charts } = POSTER_STEPS.find(({ below }) => width < below) ?? POSTER_STEPS[POSTER_STEPS.length - 1];
  if (shown === 'scores') return charts;
  return Math.round(all + Math.min(HIGHEST_SAMPLES, Math.max(0, width - beside) / 3) - (shown === 'samples' ? curves : 0));
}
