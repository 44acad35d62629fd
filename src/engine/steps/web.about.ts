import type { StepDescription } from '../descriptions';
import type { Keys } from '../keys/key';
import { freshDataOnly } from './freshDataOnly';
import { readSchedule, SCHEDULE_ALLOWED } from './schedule';

export const ABOUT = {
  id: 'web',
  name: 'Rising web',
  summary: 'The share of synthetic samples among the new ones rises from generation to generation, as on a web that fills up.',
  keys: ['web'],
} as const satisfies StepDescription;

export const WEB_KEYS = {
  web: {
    type: 'text',
    label: 'Rising web',
    live: { long: 'rising web', short: 'web' },
    applies: () => true,
    refuses: freshDataOnly,
    allows: SCHEDULE_ALLOWED,
    read: readSchedule,
    fallback: () => '',
  },
} as const satisfies Keys;
