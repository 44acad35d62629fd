import type { ShownPoints } from '../../../engine/kinds/points';
import type { KindView } from '../kindView';
import { drawHistogram } from './drawHistogram';
import { drawPoints } from './drawPoints';
import { drawWatched } from './drawWatched';

/** Share of the samples that may lie outside the picture without a word. */
const UNSAID = 0.1;

export const pointsView: KindView<ShownPoints> = {
  id: 'points',
  paint(context, samples, { preview, shown, watched }, brush) {
    if (samples.dim === 1) return drawHistogram(context, samples, preview, shown !== null, brush);
    drawPoints(context, samples, preview, shown !== null, brush);
    drawWatched(context, preview, watched, brush);
  },
  hidden({ count, dim, values }, { extent }) {
    let outside = 0;
    for (let i = 0; i < count; i++) {
      let isInside = true;
      for (let a = 0; a < dim; a++) isInside &&= Math.abs(values[i * dim + a]) <= extent;
      if (!isInside) outside++;
    }
    if (count > 0 && outside === count) return `all ${count} samples lie outside the picture`;
    return outside > UNSAID * count ? `${outside} of ${count} samples lie outside the picture` : null;
  },
};
