import type { Step } from '../contracts';

/** What may stand between sampling and training, in the order in which it acts. Adding a step: one file here, one line below. */
export const steps: readonly Step[] = [];
