import { dataWords, modelOf } from '../../engine/chosen';
import { loopsOf } from '../../engine/loops/named';
import { listed, thousands } from '../../format';
import { presetOf } from '../../presets/presetOf';
import type { Results } from '../files/results';
import { plainText } from '../text/pieces';
import { narrate } from '../text/telling';

/** What a screen reader calls the figure, and what it says of the picture that stands in for it. */
export function embedWords({ experiment, frames, noise }: Results, shown: number): { readonly title: string; readonly alt: string } {
  const { loop, generations } = experiment;
  const loops = loopsOf({ loop }).map(({ name }) => name.toLowerCase());
  const subject = presetOf(experiment)?.title ?? `${modelOf(experiment).name}, data ${dataWords(experiment)}`;
  return {
    title: `MAD Lab: ${subject.replace(/\.$/, '')}. ${loops.length === 1 ? 'Loop' : 'Loops'}: ${listed(loops)}; ${thousands(generations)} generations`,
    alt: plainText(narrate(frames.slice(0, shown), experiment, frames.length > 0, noise).now),
  };
}
