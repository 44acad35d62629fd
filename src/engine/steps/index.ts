import type { Step } from '../contracts';
import { archive } from './archive';
import { curation } from './curation';
import { detector } from './detector';
import { monitor } from './monitor';
import { web } from './web';
import { weights } from './weights';

/** What may stand between sampling and training, in the order in which it acts. */
export const steps: readonly Step[] = [web, curation, detector, archive, weights, monitor];
