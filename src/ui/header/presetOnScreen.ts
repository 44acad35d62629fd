import { createStore, useStore } from 'zustand';
import type { Experiment } from '../../engine/experiment';
import type { Brief } from '../../presets/preset';
import { presetOf } from '../../presets/presetOf';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';

/** Titles of the preset chosen last, and of the one whose words were sent away. */
const wordsStore = createStore<{ chosen: string | null; dismissed: string | null }>(() => ({ chosen: null, dismissed: null }));

export const choosePreset = ({ title }: Pick<Brief, 'title'>): void => wordsStore.setState({ chosen: title, dismissed: null });
export const dismissPreset = ({ title }: Pick<Brief, 'title'>): void => wordsStore.setState({ dismissed: title });

/** Before an experiment that a control asks for: if it happens to be a preset's, nobody has asked for that preset's words. */
export const passPresetBy = (experiment: Experiment): void => wordsStore.setState({ chosen: null, dismissed: presetOf(experiment)?.title ?? null });

/** The preset whose words belong on the screen: not the default experiment's, unless it was chosen, for the page opens with it. */
export function usePresetOnScreen(): Brief | null {
  const preset = useLab((state) => presetOf(experimentOnScreen(state)));
  const { chosen, dismissed } = useStore(wordsStore);
  if (!preset || preset.title === dismissed || (preset.query === '' && preset.title !== chosen)) return null;
  return preset;
}
