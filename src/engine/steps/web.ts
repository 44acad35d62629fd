import type { Step } from '../contracts';
import { ABOUT, type WEB_KEYS } from './web.about';

/** How many of the new samples are synthetic rises by a schedule: `recipe.ts` counts them before anything is drawn, and so does every law. */
export const web: Step<typeof WEB_KEYS> = {
  ...ABOUT,
  isOn: (settings) => settings.web !== '',
  law: (recipe) => recipe,
};
