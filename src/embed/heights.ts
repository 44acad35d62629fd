/** How high the figure is, so that a host can keep the room before anything is loaded: the layout of EmbedApp.module.css in numbers. */

export type Shown = 'samples' | 'scores' | 'both';

const PADDING = 24;
const GAP = 16;
const LARGEST_PANE = 272;

/** Charts that stand open beside one another at a width. */
export const chartsAt = (width: number): number => (width < 480 ? 1 : width < 960 ? 2 : 4);

/** Parts whose height hangs on the width alone, px: title and buttons, caption and names of the panes, timeline, sentences, footer. */
function linesAt(width: number): { head: number; panes: number; timeline: number; story: number; foot: number } {
  if (width < 400) return { head: 152, panes: 118, timeline: 96, story: 224, foot: 112 };
  if (width < 480) return { head: 124, panes: 104, timeline: 84, story: 200, foot: 100 };
  if (width < 720) return { head: 122, panes: 92, timeline: 84, story: 176, foot: 92 };
  return { head: 84, panes: 92, timeline: 84, story: 132, foot: 92 };
}

const CHART = 252;
const MORE_SCORES = 104;

/** Height of the figure at a width, px, with three loops. */
export function heightOf(width: number, shown: Shown): number {
  const lines = linesAt(width);
  const pane = Math.min(LARGEST_PANE, (width - PADDING - 2 * GAP) / 3);
  const samples = shown === 'scores' ? 0 : lines.panes + pane;
  const scores = shown === 'samples' ? 0 : CHART + MORE_SCORES;
  return Math.round(PADDING + lines.head + samples + lines.timeline + lines.story + scores + lines.foot);
}
