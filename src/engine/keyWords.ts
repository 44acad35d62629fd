import { DATASET_WORDS } from './datasets/words';
import type { Key, SCHEMA } from './experiment';
import type { WordsOf } from './keys/explained';
import { CHOICE_WORDS, LOOP_WORDS, RUN_WORDS } from './keys/words';
import { MODEL_WORDS } from './models/words';
import { STEP_WORDS } from './steps/words';

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
