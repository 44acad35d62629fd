import { lazy } from 'react';
import type { KindPanels } from '../kindView';

export const imagesPanels: KindPanels = {
  id: 'images',
  Follow: lazy(() => import('./Digits').then(({ DigitFilm }) => ({ default: DigitFilm }))),
  Shares: lazy(() => import('./Digits').then(({ DigitShares }) => ({ default: DigitShares }))),
};
