import type { StepDescription } from '../descriptions';
import type { Keys } from '../keys/key';

/** What each step is, without its code: page, links, files and docs read this. In the order of `index.ts`. */
export const STEPS: readonly StepDescription[] = [];

/** The keys that steps bring, in the order of links. */
export const STEP_KEYS = {} as const satisfies Keys;
