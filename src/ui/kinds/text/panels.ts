import { lazy } from 'react';
import type { KindPanels } from '../kindView';

export const textPanels: KindPanels = {
  id: 'text',
  Follow: lazy(() => import('./TextFilm').then(({ TextFilm }) => ({ default: TextFilm }))),
  Shares: lazy(() => import('./LetterShares').then(({ LetterShares }) => ({ default: LetterShares }))),
};
