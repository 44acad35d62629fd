import { kindOf } from '../../engine/chosen';
import type { Chosen, KindDescription } from '../../engine/descriptions';
import { type Experiment, SCHEMA, type Settings } from '../../engine/experiment';
import { settingsAt } from '../../engine/settings';
import { listed, number } from '../../format';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';
import { lossesOf } from '../../results/losses';
import { medianAlive } from '../../results/stats';
import type { Ghost, Rescue, Run } from '../../store/state';
import { quietName } from '../text/loopNames';
import { monitored } from '../text/monitored';
import { countWords } from '../text/pieceNouns';

/** What a change does from its generation on, clause by clause. */
function clauses({ memory, real, bias, ...cure }: Partial<Settings>, before: Experiment): string[] {
  const { detector, realWeight, monitor, curation } = cure;
  return [
    ...(memory ? ['every model keeps learning from everything that was made'] : []),
    ...(real ? [`${real} fresh real samples come in every generation, not ${before.real === 0 ? 'none' : before.real}`] : []),
    ...(bias ? ['models are sampled faithfully (λ = 1)'] : []),
    ...(detector ? [`a detector finds ${percent(detector)} of the synthetic samples, and real ones take their places`] : []),
    ...(realWeight ? [`the real samples have ${percent(Number(realWeight))} of the weight`] : []),
    ...(monitor ? [`the first real data come back where ${monitored(monitor, before).fall} too far`] : []),
    ...(curation ? ['nobody chooses among the samples any more'] : []),
  ];
}

/** "the first mode was lost" */
const firstLoss = ({ mode, modesDie }: KindDescription): string => (modesDie ? `the first ${mode} was lost` : `any ${mode} was no longer made`);

/** "Back to generation 5, before the first mode was lost; from there on every model …": what the button will do. */
export function proposalWords({ from, settings }: Pick<Rescue, 'from' | 'settings'>, experiment: Experiment): string {
  const whose = experiment.replicates > 1 ? ' in replicate 1' : '';
  const what = listed(clauses(settings, settingsAt(experiment, from + 1)));
  return `Back to generation ${from}, before ${firstLoss(kindOf(experiment))}${whose}; from there on ${what}.`;
}

/** Why there is no such button: "Going back to save it would change Memory. Locked by the link." */
export const refusalWords = (keys: readonly ('real' | 'bias' | 'memory')[], reason: string): string =>
  `Going back to save it would change ${listed(keys.map((key) => SCHEMA[key].label))}. ${reason}.`;

const percent = (share: number): string => `${number(100 * share)} %`;

/** "everything kept and faithful sampling" */
export function changeIn({ memory, real, bias, detector, realWeight, monitor, curation }: Partial<Settings>, experiment: Chosen): string {
  return listed([
    ...(memory ? ['everything kept'] : []),
    ...(real ? [`${real} fresh samples`] : []),
    ...(bias ? ['faithful sampling'] : []),
    ...(detector ? ['a detector with refill'] : []),
    ...(realWeight ? ['more weight for real data'] : []),
    ...(monitor ? [`a monitor on ${monitored(monitor, experiment).name}`] : []),
    ...(curation ? ['no curation'] : []),
  ]);
}

/** "all 8 modes", "5 of 8 modes" */
function leftWords(frame: Frame, loop: string, noun: string): string {
  const left = medianAlive(frame, loop);
  if (!left) return `no ${noun}`;
  return left.count === left.total ? `all ${left.total} ${noun}` : `${countWords(left.count)} of ${left.total} ${noun}`;
}

/** " (without it 5 of 8)", as far as that future was computed. */
function withoutIt(ghost: Ghost | undefined, at: number, loop: string): string {
  const frame = ghost?.frames.find(({ generation }) => generation === at) ?? ghost?.frames.at(-1);
  const left = frame && medianAlive(frame, loop);
  if (!frame || !left) return '';
  return ` (without it ${countWords(left.count)} of ${left.total}${frame.generation === at ? '' : ` in generation ${frame.generation}`})`;
}

/** Whether no loop lacks a mode that real samples would show. */
function isSaved(frames: readonly Frame[], { loop: loops }: Experiment, noise: NoiseFloor | null): boolean {
  const low = noise?.bands.modesAlive?.low;
  const last = frames.at(-1);
  if (low === undefined || !last) return false;
  return loops.every((loop) => lossesOf(frames, loop, noise).length === 0 && (medianAlive(last, loop)?.count ?? 0) >= low);
}

/** What was done, and what became of it by the run's own numbers; `isRunning`: what is still open. */
export function outcomeWords({ from, loops, settings, future }: Rescue, run: Run, ghosts: readonly Ghost[], isRunning: boolean): string {
  const { experiment, frames, shown, noise } = run;
  const since = `with ${changeIn(settings, experiment)} from generation ${from + 1} on`;
  const ghost = ghosts.find(({ id }) => id === future);
  if (isRunning || shown <= from) {
    return `From generation ${from + 1} on ${listed(clauses(settings, settingsAt(experiment, from)))}.${ghost ? ' Faint: what came without that.' : ''}`;
  }
  const { modes } = kindOf(experiment);
  const isEnd = shown === experiment.generations;
  const verdict = !isEnd ? 'So far' : isSaved(frames, experiment, noise) ? 'Saved' : 'Not all is saved';
  const each = loops.map((loop) => {
    const verb = isEnd ? 'ends with' : 'makes';
    return `${quietName(loop)} ${verb} ${leftWords(frames[shown - 1], loop, modes)}${withoutIt(ghost, shown, loop)}`;
  });
  return `${verdict}: ${since}, ${listed(each)}.`;
}
