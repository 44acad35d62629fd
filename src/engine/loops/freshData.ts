import type { Loop } from '../contracts';
import { pool } from '../samples';

/** New real data every generation beside generated data (MAD Sect. 2.2). */
export const freshData: Loop = {
  id: 'fresh-data',
  name: 'Fresh data',
  short: 'fresh',
  summary: 'Each model is trained on new real samples, drawn for it alone, with generated ones added.',
  real: 'fresh',
  memories: ['previous', 'all'],
  compose: async ({ fresh, synthetic }) => pool(await fresh(), await synthetic()),
};
