import type { ShownPoints } from '../../../engine/kinds/points';
import type { KindView } from '../kindView';
import { cloud } from './cloud';
import { histogram } from './histogram';
import { modeWidth } from './modeWidth';
import { watchedModes } from './watchedModes';

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
    if (outside === 0) return null;
    return outside === count ? `all ${count} outside` : `${outside} outside`;
  },
  modeWidth,
};
