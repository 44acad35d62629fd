import type { StepDescription } from '../descriptions';
import type { Keys } from '../keys/key';
import { ARCHIVE_KEYS, ABOUT as archive } from './archive.about';
import { CURATION_KEYS, ABOUT as curation } from './curation.about';
import { DETECTOR_KEYS, ABOUT as detector } from './detector.about';
import { MONITOR_KEYS, ABOUT as monitor } from './monitor.about';
import { WEB_KEYS, ABOUT as web } from './web.about';
import { WEIGHT_KEYS, ABOUT as weights } from './weights.about';

/** What each step is, without its code: page, links, files and docs read this. In the order in which they act, that of `index.ts`. */
export const STEPS: readonly StepDescription[] = [web, curation, detector, archive, weights, monitor];

/** The keys that steps bring, in the order of links. */
export const STEP_KEYS = {
  ...DETECTOR_KEYS,
  ...CURATION_KEYS,
  ...ARCHIVE_KEYS,
  ...WEIGHT_KEYS,
  ...WEB_KEYS,
  ...MONITOR_KEYS,
} as const satisfies Keys;
