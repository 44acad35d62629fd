import type { HelpOf, WordsOf } from '../keys/explained';
import type { STEP_KEYS } from './about';

export const STEP_HELP: HelpOf<typeof STEP_KEYS> = {};

export const STEP_WORDS: WordsOf<typeof STEP_KEYS> = {};
