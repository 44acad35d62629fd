import { catalogue } from '#catalogue';
import type { Experiment } from '../../engine/experiment';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../store/state';
import { number } from '../text/format';
import { kindsOf, steadyOf, whyNoTheory } from './theory';

const nameOf = (loop: string) => catalogue.loops.find(({ id }) => id === loop)?.name ?? loop;

/** What the noise floor of a score is, in a sentence for its note; null where the score has none to speak of. */
export function noiseNote(noise: NoiseFloor | null, id: string): string | null {
  const band = noise?.bands[id];
  if (band) {
    return `Grey band: this score between two sets of real samples, from ${number(band.low)} to ${number(band.high)} (5–95 % of 20 pairs). Inside it no model can be told from a perfect one.`;
  }
  const reason = noise?.undefined[id];
  return reason === undefined ? null : `No noise floor: ${reason}.`;
}

/** What theory says of a value at the generation shown: where it settles, or why there is none. */
export function theoryNotes(frame: Frame | undefined, loops: readonly string[], id: string): string[] {
  if (!frame) return [];
  const settles = loops.flatMap((loop) => {
    const steady = steadyOf(frame, loop, id);
    return steady === null ? [] : [`${nameOf(loop)}: by theory the mean over runs settles at ${number(steady)}.`];
  });
  if (kindsOf([frame], loops, id).length === 0 && loops.every((loop) => whyNoTheory(frame, loop, id) === null)) return settles;
  const reasons = loops.flatMap((loop) => {
    const reason = whyNoTheory(frame, loop, id);
    return reason === null ? [] : [`${nameOf(loop)}: no theory, ${reason}.`];
  });
  return [...settles, ...reasons];
}

/** Why median and mean of a Gaussian's variance part ways, said under its chart; null where that is not the story. */
export function varianceRemark({ model, replicates, loop }: Pick<Experiment, 'model' | 'replicates' | 'loop'>, hasTheory: boolean): string | null {
  if (model !== 'gaussian' || !loop.includes('fully-synthetic')) return null;
  const why = 'when fully synthetic, a few very wide runs hold the mean up while most collapse';
  if (replicates === 1)
    return `One run.${hasTheory ? ' Dashed: the mean over very many.' : ''} They part because, ${why}; raise Replicates to see it.`;
  return `Lines: the median of ${replicates} runs.${hasTheory ? ' Dashed: the mean over very many.' : ''} They part because, ${why}: so the axis is logarithmic.`;
}
