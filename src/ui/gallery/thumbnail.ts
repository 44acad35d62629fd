import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { parseQuery, printQuery } from '../../engine/experimentText';
import { listed, thousands } from '../../format';
import type { Preset } from '../../presets/preset';
import { presetId } from '../../presets/presetId';
import { toldScore } from '../../presets/toldScore';
import { metricsOf, truthsOf } from '../charts/metricsOf';
import { shortName } from '../text/loopNames';

/** One small picture: the samples of a loop's model of one generation. */
export interface PanePlan {
  readonly loop: string;
  readonly generation: number;
}

/** What a preset's thumbnail shows of its run. */
export type ThumbnailPlan = { readonly kind: 'panes'; readonly panes: readonly PanePlan[] } | { readonly kind: 'curve'; readonly value: string };

export const thumbnailPath = (preset: Pick<Preset, 'title'>): string => `presets/${presetId(preset)}.svg`;

/** What a thumbnail says of the run that it was drawn from: a preset that says something else needs a new one. */
export function thumbnailSource(preset: Preset): string {
  const { experiment } = parseQuery(preset.query);
  return `?${printQuery(experiment)} seed ${experiment.seed}`;
}

/** Clouds and digits are shown as they are, many runs or many dimensions by the curve that the preset is about. */
export function planOf(preset: Preset): ThumbnailPlan {
  const { experiment } = parseQuery(preset.query);
  const { dim, replicates, generations, loop } = experiment;
  if (kindOf(experiment).isPlotted && (dim !== 2 || replicates > 1)) return { kind: 'curve', value: toldScore(preset) };
  if (loop.length > 1) return { kind: 'panes', panes: loop.map((id) => ({ loop: id, generation: generations })) };
  return { kind: 'panes', panes: [1, turnOf(preset, experiment), generations].map((generation) => ({ loop: loop[0], generation })) };
}

/** The generation in the middle of the story: the last before a change, one that the preset tells of, or half-way. */
function turnOf({ published }: Preset, { changes, generations }: Experiment): number {
  const told = (published?.readings ?? []).map(({ generations: [, last] }) => last).filter((last) => last > 1 && last < generations);
  return changes[0] ? changes[0].generation - 1 : (told[0] ?? Math.round(generations / 2));
}

/** The line under a thumbnail. */
export function thumbnailWords(preset: Preset): string {
  const { experiment } = parseQuery(preset.query);
  const { replicates, loop } = experiment;
  const plan = planOf(preset);
  if (plan.kind === 'curve') {
    const value = [...metricsOf(experiment), ...truthsOf(experiment)].find(({ id }) => id === plan.value);
    return [value?.name ?? plan.value, loop.map(shortName).join(', '), ...(replicates > 1 ? [`${replicates} runs`] : [])].join(' · ');
  }
  const generations = [...new Set(plan.panes.map(({ generation }) => thousands(generation)))];
  const loops = [...new Set(plan.panes.map((pane) => shortName(pane.loop)))];
  return `${loops.join(', ')} · generation${generations.length === 1 ? '' : 's'} ${listed(generations)}`;
}

/** For those who can't see a thumbnail. */
export const pictureWords = (preset: Preset): string => `Picture of a real run: ${thumbnailWords(preset)}`;
