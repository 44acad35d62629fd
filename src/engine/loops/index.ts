import type { Loop } from '../descriptions';
import { freshData } from './freshData';
import { fullySynthetic } from './fullySynthetic';
import { syntheticAugmentation } from './syntheticAugmentation';

/** Adding a loop: one file here, one line below. */
export const loops: readonly Loop[] = [fullySynthetic, syntheticAugmentation, freshData];
