import type { Brief, Preset } from './preset';
import { PRESETS } from './presets';

/** All of a preset that is known in brief. It brings all of all presets with it: for parts of the page that are fetched when they are asked for. */
export function wholePreset({ title }: Pick<Brief, 'title'>): Preset {
  const whole = PRESETS.find((preset) => preset.title === title);
  if (!whole) throw new Error(`no preset is called ${title}`);
  return whole;
}
