import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { pieceNouns } from '../text/pieceNouns';
import { heardHere, isCalm } from './heard';
import { isSpoken } from './spoken';

function points(experiment: Experiment, modes: number): string {
  const tones =
    modes > 1
      ? 'Each mode is a tone, higher from left to right; a point far from its mode is out of tune. A lost mode is a missing tone.'
      : modes === 1
        ? 'The mode is one tone; a point far from its middle is out of tune. The narrower the samples, the purer the tone.'
        : 'The picture has ten columns with a tone each, higher from left to right. Where no points are, a tone is missing.';
  return `${tones} ${experiment.dim === 1 ? '' : 'Points higher up are brighter, and ring longer.'}`.trim();
}

const BY_KIND: Readonly<Record<string, (experiment: Experiment, modes: number) => string>> = {
  points,
  images: (experiment) =>
    `${isSpoken(experiment) ? 'Press a picture to hear its own sound. ' : ''}Each digit from 0 to 9 is a tone, as the classifier reads it; a grey one is softer and duller. A digit that is no longer made is a missing tone. The real digits are silent: the classifier reads what the models make.`,
  text: () => 'Each first letter is a tone, from a up. What the real data have sounds bright, what is made up dull.',
};

/** What is heard, in words. @param modes how many the picture shows */
export function heardWords(experiment: Experiment, modes: number): string {
  const { id, many } = kindOf(experiment);
  const heard = id === 'text' ? pieceNouns(experiment).many : many;
  const calm = isCalm() ? ' Your device asks for less motion, so there are few notes, and slow ones.' : '';
  const loops = experiment.loop.length > 1 ? ' Each loop has its own voice, and stands where its picture stands.' : '';
  return `Every note is one of the ${heard} on the screen, ${heardHere()} of each generation. ${BY_KIND[id](experiment, modes)}${loops}${calm}`;
}
