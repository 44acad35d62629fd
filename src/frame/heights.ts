/** How high the figure is, so that a host can keep the room before anything is loaded. Measured; a journey holds the figure to it. */

export type Shown = 'samples' | 'scores' | 'both';

/** Charts that stand open beside one another at a width. */
export const chartsAt = (width: number): number => (width < 450 ? 1 : width < 900 ? 2 : 4);

/** From widths below `below`: height of everything but the pictures themselves, and how much of it the panes' and the scores' parts are, px. */
interface Step {
  readonly below: number;
  readonly all: number;
  readonly panes: number;
  readonly scores: number;
}

const STEPS: readonly Step[] = [
  { below: 350, all: 1164, panes: 155, scores: 392 },
  { below: 450, all: 1140, panes: 154, scores: 392 },
  { below: 540, all: 1213, panes: 317, scores: 409 },
  { below: 700, all: 1103, panes: 229, scores: 409 },
  { below: 900, all: 956, panes: 156, scores: 394 },
  { below: Number.POSITIVE_INFINITY, all: 929, panes: 134, scores: 409 },
];

const PADDING = 24;
const GAPS = 32;
const LARGEST_PANE = 272;

/** Height of the figure at a width, px, with three loops. */
export function heightOf(width: number, shown: Shown): number {
  const { all, panes, scores } = STEPS.find(({ below }) => width < below) ?? STEPS[STEPS.length - 1];
  const pane = Math.max(0, Math.min(LARGEST_PANE, (width - PADDING - GAPS) / 3));
  if (shown === 'scores') return Math.round(all - panes);
  return Math.round(all + pane - (shown === 'samples' ? scores : 0));
}
