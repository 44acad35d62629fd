import { parseQuery } from '../../engine/experimentText';
import type { Preset } from '../../presets/preset';
import { presetQuery } from '../../presets/presetQuery';
import { readPlay } from '../../store/playKeys';

/** "25 s", "2 min", never shorter than it is */
function roundSeconds(seconds: number): string {
  return seconds > 90 ? `${Math.ceil(seconds / 30) / 2} min` : `${5 * Math.ceil(seconds / 5)} s`;
}

/** How long a preset runs at its own speed, here at least so long as it takes to compute, and for whom it is: "25 s · for class". */
export function cardWords(preset: Preset): string {
  const { experiment } = parseQuery(preset.query);
  const { speed } = readPlay(presetQuery(preset), experiment.generations);
  const seconds = Math.max(experiment.generations / speed, preset.computes ?? 0);
  return `${roundSeconds(seconds)} · ${preset.forClass ? 'for class' : 'for a seminar'}`;
}
