import { DATASET_HELP } from './datasets/words';
import type { Key } from './experiment';
import type { HelpOf } from './keys/explained';
import { CHOICE_HELP, LOOP_HELP, RUN_HELP } from './keys/words';
import { MODEL_HELP } from './models/words';
import { STEP_HELP } from './steps/words';

/** What each key is, in words for shells and docs. The page has its own explanations, and no room for these in its first bytes. */
export const KEY_HELP: HelpOf<Record<Key, unknown>> = { ...CHOICE_HELP, ...DATASET_HELP, ...LOOP_HELP, ...STEP_HELP, ...RUN_HELP, ...MODEL_HELP };
