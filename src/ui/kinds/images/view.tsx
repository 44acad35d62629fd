import { lazy } from 'react';
import type { ShownImages } from '../../../engine/kinds/images';
import type { KindView } from '../kindView';
import { wallPicture } from './wallPicture';

export const imagesView: KindView<ShownImages> = {
  id: 'images',
  picture: (samples, _, brush) => wallPicture(samples, brush),
  hidden: () => null,
  Overlay: lazy(() => import('./Wall').then(({ Wall }) => ({ default: Wall }))),
  Below: lazy(() => import('./BelowWall').then(({ BelowWall }) => ({ default: BelowWall }))),
  belowRoom: 'calc(3.125rem + 1.2 * var(--text-mini) + 1px)',
};
