import type { Experiment } from '../../engine/experiment';
import { loopsOf } from '../../engine/loops/named';

/** What there is to compare: loops with treatments. Apart from the verdicts, which are fetched where there are some. */
export const areTreated = (experiment: Experiment): boolean => loopsOf(experiment).some(({ treatment }) => treatment !== undefined);
