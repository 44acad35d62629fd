/**
 * tfjs's core, and then the gradients that the core alone lacks, as one module: as they register, gradients ask for flags of the core,
 * so whichever file arrives first, the core has to be evaluated first.
 */
export * from '@tensorflow/tfjs-core';

import '@tensorflow/tfjs-core/dist/register_all_gradients';
