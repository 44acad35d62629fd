import type { HelpOf, WordsOf } from '../keys/explained';
import type { STEP_KEYS } from './about';
import { ARCHIVE_HELP, ARCHIVE_WORDS } from './archive.words';
import { CURATION_HELP, CURATION_WORDS } from './curation.words';
import { DETECTOR_HELP, DETECTOR_WORDS } from './detector.words';
import { MONITOR_HELP, MONITOR_WORDS } from './monitor.words';
import { WEB_HELP, WEB_WORDS } from './web.words';
import { WEIGHT_HELP, WEIGHT_WORDS } from './weights.words';

/** What the page explains, and a line on each key for shells and docs: nothing of it is needed before somebody asks. */

export const STEP_HELP: HelpOf<typeof STEP_KEYS> = {
  ...DETECTOR_HELP,
  ...CURATION_HELP,
  ...ARCHIVE_HELP,
  ...WEIGHT_HELP,
  ...WEB_HELP,
  ...MONITOR_HELP,
};

export const STEP_WORDS: WordsOf<typeof STEP_KEYS> = {
  ...DETECTOR_WORDS,
  ...CURATION_WORDS,
  ...ARCHIVE_WORDS,
  ...WEIGHT_WORDS,
  ...WEB_WORDS,
  ...MONITOR_WORDS,
};
