import { modelOf } from '../../engine/chosen';
import { unaccounted } from '../../engine/claims';
import type { Experiment } from '../../engine/experiment';
import { isScore } from '../../engine/laneValue';
import { settingsAt } from '../../engine/settings';
import { listed, number, span } from '../../format';
import type { ToldLine } from '../../presets/told';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { floorCount, missingOf, reasonOf } from '../../results/stats';
import { quietName } from '../text/loopNames';
import { steadyOf, whyNoTheory } from './theory';

/** What the noise floor of a score is, in a sentence for its note; null where the score has none to speak of. */
export function noiseNote(noise: NoiseFloor | null, id: string, hasStarted: boolean): string | null {
  if (!isScore(id)) return null;
  if (!noise)
    return hasStarted ? 'Its noise floor, the same score between two sets of real samples, is measured along with the first generations.' : null;
  const band = noise.bands[id];
  if (band) {
    return `Grey band: this score between two sets of real samples, ${span(band.low, band.high)} (5–95 % of 20 pairs). Inside it no model can be told from a perfect one.`;
  }
  const reason = noise.undefined[id];
  return reason === undefined ? null : `No noise floor: ${reason}.`;
}

/** Whose the told values are, and that they are means where the line is none; null where nothing is told. */
export function toldNote(told: readonly ToldLine[], replicates: number): string | null {
  if (told.length === 0) return null;
  const line = replicates > 1 ? `the median of ${replicates} runs` : 'one run';
  return `Grey line, ${told.map(({ long, by }) => `${long} (${by})`).join('; ')}: over many runs, where the thick line is ${line}.`;
}

/** What theory says of a value at a generation: where it settles, or why there is none. Loops of which the same is said share a sentence. */
export function theoryNotes(frame: Frame | undefined, loops: readonly string[], id: string): string[] {
  if (!frame) return [];
  const settles = grouped(loops, (loop) => {
    const steady = steadyOf(frame, loop, id);
    return steady === null ? null : number(steady);
  });
  const reasons = grouped(loops, (loop) => whyNoTheory(frame, loop, id));
  const missing = (group: readonly string[]) => (group.length === loops.length ? 'No theory line' : `In the ${loopWords(group)} no theory line`);
  return [
    ...settles.map(([value, group]) => `In the ${loopWords(group)} theory sees the mean over runs settle at ${value}.`),
    ...reasons.map(([reason, group]) => `${missing(group)}: ${reason}.`),
  ];
}

const loopWords = (loops: readonly string[]) => `${listed(loops.map(quietName))} ${loops.length > 1 ? 'loops' : 'loop'}`;

/** Loops by what is said of them, in order; those of which nothing is said are left out. */
function grouped(loops: readonly string[], wordsOf: (loop: string) => string | null): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const loop of loops) {
    const words = wordsOf(loop);
    if (words !== null) groups.set(words, [...(groups.get(words) ?? []), loop]);
  }
  return [...groups];
}

/** Why median and mean of a Gaussian's variance part ways, said under its chart; null where that is not the story. */
export function varianceRemark(experiment: Experiment, hasTheory: boolean): string | null {
  const { replicates, loop, changes, generations } = experiment;
  if (!modelOf(experiment).isOneGaussian || !loop.includes('fully-synthetic')) return null;
  if (unaccounted(experiment, generations, ['memory', 'real', 'synthetic', 'bias']) !== null) return null;
  const inForce = [1, ...changes.map(({ generation }) => generation)].map((generation) => settingsAt(experiment, generation));
  if (inForce.some(({ memory, bias }) => memory !== 'previous' || bias > 1)) return null;
  const why = 'when fully synthetic, most runs collapse while a few very wide ones hold the mean up';
  const mean = hasTheory ? ' Dashed: the mean over infinitely many.' : '';
  if (replicates === 1) return `Thick: one run.${mean} With time they part: ${why}. More replicates show it.`;
  return `Thick: the median of ${replicates} runs.${mean} With time they part: ${why}. Hence the logarithmic axis.`;
}

/** That a variance no longer falls because the model is not allowed to; null where no floor is reached. */
export function floorRemark(frame: Frame | undefined, loops: readonly string[], replicates: number): string | null {
  if (!frame) return null;
  const held = loops.flatMap((loop) => {
    const runs = floorCount(frame, loop);
    return runs === 0 ? [] : [replicates === 1 ? quietName(loop) : `${quietName(loop)}, ${runs} of ${replicates} runs`];
  });
  return held.length === 0 ? null : `Covariance floor reached (${held.join('; ')}): it holds a component up, collapse would go on without it.`;
}

/** That a score is not there yet, or not at all, for generations that were computed when nobody looked at it; null where it is. */
export function laterRemark(frames: readonly Frame[], id: string, later: { readonly isComputing: boolean; readonly problem: string }): string | null {
  if (!isScore(id)) return null;
  const without = frames.filter(({ lanes }) => lanes.length > 0 && !(id in lanes[0].scores)).length;
  if (without === 0) return null;
  const which = without === 1 ? 'one generation' : `${without} generations`;
  if (later.problem !== '') return `Not computed for ${which}: ${later.problem}`;
  return later.isComputing
    ? `Computed only where someone looks, so since now: ${which} to go, back from the one shown.`
    : `Not computed for ${which}.`;
}

/** That a line tells of some runs only, because the value has no meaning in the others; null where it tells of all, or of none. */
export function missingRemark(frame: Frame | undefined, loops: readonly string[], id: string): string | null {
  if (!frame) return null;
  const left = loops.flatMap((loop) => {
    const { runs, without } = missingOf(frame, loop, id);
    return without === 0 || without === runs ? [] : [`${quietName(loop)}, ${without} of ${runs} runs: ${reasonOf(frame, loop, id)}`];
  });
  return left.length === 0
    ? null
    : `Left out in generation ${frame.generation} (${left.join('; ')}): line and band are of the other runs, not of all.`;
}
