import type { Experiment } from '../../engine/experiment';
import { loopsOf } from '../../engine/loops/named';
import { listed } from '../../format';
import { presetOf } from '../../presets/presetOf';
import type { Results } from '../files/results';
import { experimentLine } from '../text/experimentLine';

function experimentWords(experiment: Experiment): string {
  const title = presetOf(experiment)?.title;
  return title === undefined ? experimentLine(experiment) : `${title}. ${experimentLine(experiment)}`;
}

/** Paragraphs under a figure: what it shows, the experiment, and what computed it. The link stands below. */
export function captionLines(what: readonly string[], { experiment, backend, version, exported }: Results): string[] {
  const loops = loopsOf(experiment).map(({ name }) => name.toLowerCase());
  return [
    [...what, `Loops: ${listed(loops)}.`].join(' '),
    experimentWords(experiment),
    `Seed ${experiment.seed}; MAD Lab ${version}${backend === null ? '' : `, computed on ${backend}`}. Exported on ${exported}.`,
  ];
}
