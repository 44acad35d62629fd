/** How high the figure is, so that a host can keep the room before anything is loaded. Measured; a journey holds the figure to it. */

export type Shown = 'samples' | 'scores' | 'both';

/** Charts that stand open beside one another at a width. */
export const chartsAt = (width: number): number => (width < 450 ? 1 : 4);

/**
 * From widths below the first number: height of everything but the pictures themselves, and how much of it the panes' and the scores' parts are,
 * px; then what text takes besides, its sentences, which are longer, and what stands under its pictures. Without names: it is part of every embed.
 */
type Step = readonly [below: number, all: number, panes: number, scores: number, textStory: number, textPanes: number];

const STEPS: readonly Step[] = [
  [350, 1223, 148, 392, 100, 160],
  [450, 1192, 149, 392, 75, 160],
  // no room for two charts beside each other yet
  [457, 2002, 223, 1246, 75, 155],
  [540, 1449, 223, 693, 75, 155],
  [660, 1430, 223, 693, 52, 118],
  [700, 1391, 203, 678, 30, 120],
  [768, 1336, 203, 678, 54, 121],
  [980, 1225, 134, 678, 54, 122],
  [Number.POSITIVE_INFINITY, 929, 134, 409, 5, 138],
];

const PADDING = 24;
const GAPS = 32;
const LARGEST_PANE = 272;

/** Height of the figure at a width, px, with three loops. */
export function heightOf(width: number, shown: Shown, isText = false): number {
  const [, all, panes, scores, textStory, textPanes] = STEPS.find(([below]) => width < below) ?? STEPS[STEPS.length - 1];
  const pane = Math.max(0, Math.min(LARGEST_PANE, (width - PADDING - GAPS) / 3));
  const story = isText ? textStory : 0;
  if (shown === 'scores') return Math.round(all - panes + story);
  return Math.round(all + pane + story + (isText ? textPanes : 0) - (shown === 'samples' ? scores : 0));
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
