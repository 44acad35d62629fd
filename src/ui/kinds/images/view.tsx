import { lazy } from 'react';
import type { ShownImages } from '../../../engine/kinds/images';
import type { KindView } from '../kindView';
import { ClassHistogram } from './ClassHistogram';
import { drawDigits } from './drawDigits';

export const imagesView: KindView<ShownImages> = {
  id: 'images',
  paint: (context, samples, _, brush) => drawDigits(context, samples, brush),
  hidden: () => null,
  panels: {
    overlay: lazy(() => import('./Wall').then(({ Wall }) => ({ default: Wall }))),
    below: ClassHistogram,
    follow: lazy(() => import('./Digits').then(({ DigitFilm }) => ({ default: DigitFilm }))),
    shares: lazy(() => import('./Digits').then(({ DigitShares }) => ({ default: DigitShares }))),
  },
};
