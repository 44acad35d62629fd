import { DATASET_WORDS } from './datasets/about';
import type { Key, SCHEMA } from './experiment';
import { CHOICE_WORDS } from './keys/choices';
import type { WordsOf } from './keys/key';
import { LOOP_WORDS } from './keys/loop';
import { RUN_WORDS } from './keys/run';
import { MODEL_WORDS } from './models/about';
import { STEP_WORDS } from './steps/about';

/** Keys that no control of the page sets. */
type WithoutControl = 'v' | 'scores' | 'changes';

/** The page's explanations. A key without one compiles nowhere. */
export const KEY_WORDS: WordsOf<Pick<typeof SCHEMA, Exclude<Key, WithoutControl>>> = {
  ...CHOICE_WORDS,
  ...DATASET_WORDS,
  ...LOOP_WORDS,
  ...STEP_WORDS,
  ...RUN_WORDS,
  ...MODEL_WORDS,
};
