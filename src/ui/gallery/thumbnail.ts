import { catalogue } from '#catalogue';
import type { Experiment } from '../../engine/experiment';
import { parseQuery, printQuery } from '../../engine/experimentText';
import { metricsOf, truthsOf } from '../charts/metricsOf';
import { listed } from '../text/format';
import type { Preset } from '../text/presets';

/** One small picture: the samples of a loop's model of one generation. */
export interface PanePlan {
  readonly loop: string;
  readonly generation: number;
}

/** What a preset's thumbnail shows of its run. */
export type ThumbnailPlan =
  | { readonly kind: 'panes'; readonly panes: readonly PanePlan[] }
  | { readonly kind: 'curve'; readonly value: string; readonly log: boolean };

/** "Three loops, one ring" -> "three-loops-one-ring" */
export const presetId = ({ title }: Preset): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

export const thumbnailPath = (preset: Preset): string => `presets/${presetId(preset)}.svg`;

/** What a thumbnail says of the run that it was drawn from: a preset that says something else needs a new one. */
export function thumbnailSource(preset: Preset): string {
  const { experiment } = parseQuery(preset.query);
  return `?${printQuery(experiment)} seed ${experiment.seed}`;
}

/** Clouds and digits are shown as they are, many runs or many dimensions by the curve that the preset is about. */
export function planOf(preset: Preset): ThumbnailPlan {
  const { experiment } = parseQuery(preset.query);
  const { model, dim, replicates, generations, loop } = experiment;
  const images = model === 'vae';
  if (!images && (dim !== 2 || replicates > 1)) return curveOf(preset, experiment);
  if (loop.length > 1) return { kind: 'panes', panes: loop.map((id) => ({ loop: id, generation: generations })) };
  return { kind: 'panes', panes: [1, turnOf(preset, experiment), generations].map((generation) => ({ loop: loop[0], generation })) };
}

function curveOf({ published }: Preset, { model, dataset, components }: Experiment): ThumbnailPlan {
  const about = published?.readings[0]?.value ?? 'recall';
  const value = about === 'modesHeld' ? 'modesAlive' : about;
  const known = [...metricsOf({ model, dataset }), ...truthsOf({ model, dataset, components })].find(({ id }) => id === value);
  return { kind: 'curve', value, log: known?.scale === 'log' };
}

/** The generation in the middle of the story: the last before a change, one that the preset tells of, or half-way. */
function turnOf({ published }: Preset, { changes, generations }: Experiment): number {
  const told = (published?.readings ?? []).map(({ generations: [, last] }) => last).filter((last) => last > 1 && last < generations);
  return changes[0] ? changes[0].generation - 1 : (told[0] ?? Math.round(generations / 2));
}

const nameOf = (id: string) => catalogue.loops.find((loop) => loop.id === id)?.name.toLowerCase() ?? id;

/** The line under a thumbnail. */
export function thumbnailWords(preset: Preset): string {
  const { experiment } = parseQuery(preset.query);
  const plan = planOf(preset);
  if (plan.kind === 'curve') {
    const { model, dataset, components, replicates, loop, generations } = experiment;
    const value = [...metricsOf({ model, dataset }), ...truthsOf({ model, dataset, components })].find(({ id }) => id === plan.value);
    const runs = replicates > 1 ? `, ${replicates} runs` : '';
    return `${value?.name ?? plan.value} to generation ${generations.toLocaleString('en')}: ${listed(loop.map(nameOf))}${runs}`;
  }
  const generations = [...new Set(plan.panes.map(({ generation }) => generation.toLocaleString('en')))];
  if (generations.length === 1) return `Generation ${generations[0]}: ${listed([...new Set(plan.panes.map(({ loop }) => nameOf(loop)))])}`;
  return `${nameOf(plan.panes[0].loop).replace(/^./, (letter) => letter.toUpperCase())} at generations ${listed(generations)}`;
}
