import { lazy } from 'react';
import type { ShownImages } from '../../../engine/kinds/images';
import type { KindView } from '../kindView';
import { ClassHistogram } from './ClassHistogram';
import { drawDigits } from './drawDigits';

export const imagesView: KindView<ShownImages> = {
  id: 'images',
  paint: (context, samples, _, brush) => drawDigits(context, samples, brush),
  hidden: () => null,
  Overlay: lazy(() => import('./Wall').then(({ Wall }) => ({ default: Wall }))),
  Below: ClassHistogram,
};
