import { dataWords, kindOf, modelOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { loopsOf } from '../../engine/loops/named';
import { listed, thousands } from '../../format';
import { presetOf } from '../../presets/presetOf';
import { wrap, wrapLink } from '../figures/figurePage';
import type { Results } from '../files/results';
import { viewOf } from '../kinds';
import { isSpoken } from '../listen/spoken';
import { meaningOfSamples } from '../text/captions';
import { experimentLine } from '../text/experimentLine';
import { plainText } from '../text/pieces';
import { headlineOf } from '../text/telling';

/** Letters in a line of small type, and of an address, which has more wide ones. */
const LETTERS = 108;
const LINK_LETTERS = 96;
const MOST_LINK_LINES = 2;

export const titleOf = (experiment: Experiment): string =>
  presetOf(experiment)?.title ?? `${modelOf(experiment).name}, data: ${dataWords(experiment)}`;

export const generationWords = (generation: number, { generations }: Experiment): string =>
  generation === 0 ? 'Real data' : `Generation ${thousands(generation)} of ${thousands(generations)}`;

/** Which generations there are to see, in a sentence: all of them, or how they were chosen. */
function chosenWords(generations: readonly number[], all: readonly number[]): string {
  const made = (some: readonly number[]) => some.filter((generation) => generation > 0);
  const [shown, last] = [made(generations).length, all[all.length - 1]];
  const before = generations[0] === 0 ? 'the real data, then ' : '';
  if (shown < made(all).length)
    return `${before}${shown} of the ${thousands(made(all).length)} generations computed, evenly, the first and the last among them`;
  return shown === last
    ? `${before}${last === 1 ? 'the one generation' : `all ${thousands(last)} generations`} computed`
    : `${before}the ${thousands(shown)} generations that have kept their samples`;
}

/** The link in the picture; what is too long for it stands in the file alone, and the picture says so. */
function linkLines(link: string): readonly string[] {
  const lines = wrapLink(link, LINK_LETTERS);
  return lines.length <= MOST_LINK_LINES ? lines : [`${link.replace(/[?#].*$/, '')} (the link to this very run stands in the file’s comment)`];
}

/** What the marks in the pictures mean. */
function marksWords(experiment: Experiment): string {
  const { isPlotted, words } = kindOf(experiment);
  const signs = viewOf(experiment).legend?.(experiment) ?? [];
  const ellipses = experiment.dim === 1 ? '' : 'Ellipses: what the model has learned, 2 standard deviations wide.';
  return [
    ...(isPlotted || isSpoken(experiment) ? [meaningOfSamples(experiment)] : []),
    ...(isPlotted ? [words.figure, ellipses] : []),
    ...signs.map(({ sign, words: meaning }) => `${sign[0].toUpperCase()}${sign.slice(1)}: ${meaning}.`),
    ...(experiment.replicates > 1 ? [`Pictures are of replicate 1; curves are the median of ${experiment.replicates}, bands their 10–90 %.`] : []),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** What stands below all pictures: what they are, the experiment, which generations, seed, version and link. */
export function footLines(results: Results, generations: readonly number[], all: readonly number[]): readonly string[] {
  const { experiment, version, link } = results;
  return [
    ...wrap(`A model learns, generation after generation, from what models made before it. ${marksWords(experiment)}`.trim(), LETTERS),
    ...wrap(experimentLine(experiment), LETTERS),
    ...wrap(`Shown: ${chosenWords(generations, all)}. Seed ${experiment.seed}. MAD Lab ${version}.`, LETTERS),
    ...linkLines(link),
  ];
}

/** What is seen, in plain sentences, for those who can’t see it: what mails and posts call alt text. */
export function altText({ experiment, frames, noise }: Results, generations: readonly number[]): string {
  const last = generations[generations.length - 1];
  const loops = loopsOf(experiment).map(({ name }) => name.toLowerCase());
  const end = plainText(headlineOf(frames.slice(0, last), experiment, noise, true));
  const panes = loops.length === 1 ? `one picture, ${loops[0]}` : `${loops.length} pictures side by side, ${listed(loops)}`;
  return `Animated picture: ${titleOf(experiment)}. A model learns, generation after generation, from what models made before it; ${panes}${generations[0] === 0 ? ', from the real data' : ''} up to generation ${last}. At the end: ${end}`;
}

/** What the file says of itself: title, seed, and the whole link. */
export function commentOf({ experiment, version, link }: Results, generations: readonly number[]): string {
  return `${titleOf(experiment)}. ${generations.length} pictures, seed ${experiment.seed}, MAD Lab ${version}. ${link}`;
}
