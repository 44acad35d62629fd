import { imagesPanels } from './images/panels';
import type { KindPanels } from './kindView';
import { textPanels } from './text/panels';

/** Panels of the kinds that have some of their own. */
export const kindPanels: readonly KindPanels[] = [imagesPanels, textPanels];
