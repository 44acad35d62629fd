import type { ShownPoints } from '../../../engine/kinds/points';
import type { KindView } from '../kindView';
import { cloud } from './cloud';
import { histogram } from './histogram';
import { watchedModes } from './watchedModes';

/** Share of the samples that may lie outside the picture without a word. */
const UNSAID = 0.1;

export const pointsView: KindView<ShownPoints> = {
  id: 'points',
  picture(samples, { preview, watched }, brush) {
    if (!preview) return [];
    if (samples.dim === 1) return histogram(samples, preview, brush);
    return [...cloud(samples, preview, brush), ...watchedModes(preview, watched, brush)];
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
