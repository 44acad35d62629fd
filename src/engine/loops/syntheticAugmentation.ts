import type { Loop } from '../contracts';
import { pool } from '../samples';

/** A fixed set of real data beside generated data (MAD Sect. 2.2). With a random subset, real and generated samples compete for places. */
export const syntheticAugmentation: Loop = {
  id: 'synthetic-augmentation',
  name: 'Synthetic augmentation',
  short: 'augmented',
  summary: 'Each model is trained on the same fixed real samples, with generated ones added.',
  real: 'fixed',
  memories: ['previous', 'all', 'subsample'],
  async compose({ settings, initial, synthetic, subsample }) {
    const everything = pool(initial, await synthetic());
    return settings.memory === 'subsample' ? subsample(everything, settings.synthetic) : everything;
  },
};
