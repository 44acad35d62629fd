import type { MouseEvent } from 'react';
import { parseQuery } from '../../engine/experimentText';
import type { Preset } from '../../presets/preset';
import { labStore } from '../../store/labStore';
import { choosePreset } from './presetOnScreen';

export const presetAddress = ({ query }: Preset): string => `?v=1${query === '' ? '' : `&${query}`}`;

/** Opens a preset's link in place; false where the reader wants it in a tab of its own, as with any link. */
export function openPreset(event: MouseEvent, preset: Preset): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return false;
  event.preventDefault();
  const { experiment, notes } = parseQuery(preset.query);
  labStore.getState().open(experiment, notes);
  choosePreset(preset);
  return true;
}
