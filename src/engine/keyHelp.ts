import { DATASET_HELP } from './datasets/about';
import type { Key } from './experiment';
import { CHOICE_HELP } from './keys/choices';
import type { HelpOf } from './keys/key';
import { LOOP_HELP } from './keys/loop';
import { RUN_HELP } from './keys/run';
import { MODEL_HELP } from './models/about';
import { STEP_HELP } from './steps/about';

/** What each key is, in words for shells and docs. The page has its own explanations, and no room for these in its first bytes. */
export const KEY_HELP: HelpOf<Record<Key, unknown>> = { ...CHOICE_HELP, ...DATASET_HELP, ...LOOP_HELP, ...STEP_HELP, ...RUN_HELP, ...MODEL_HELP };
