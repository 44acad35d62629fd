import { catalogue } from '#catalogue';
import type { Experiment } from '../../engine/experiment';
import type { Badge } from '../../protocol/messages';
import type { Frame } from '../../results/frame';

/** Measured on one core without a GPU, seconds. */
const MIXTURE_FIT = 8e-3; // 200 samples, 8 components
const POINT_SCORES = 17e-3; // 1,000 evaluation samples in two dimensions
const OPTIMISER_STEP = 3.2e-3; // 14 x 14 pixels, 128 units
const DIGIT_SCORES = 0.25; // 1,000 evaluation samples
/** A GPU takes over the training, not the scores. */
const GPU_GAIN = 3;

function fitSeconds({ model, synthetic, components, steps, units, resolution }: Experiment): number {
  if (model === 'vae') return OPTIMISER_STEP * steps * (units / 128) * (resolution / 14) ** 2;
  return model === 'gaussian-mixture' ? MIXTURE_FIT * (synthetic / 200) * (components / 8) : 0;
}

function scoreSeconds({ model, evaluation, dim }: Experiment): number {
  const squared = (evaluation / 1000) ** 2;
  return squared * (model === 'vae' ? DIGIT_SCORES : POINT_SCORES * (1 + Math.max(0, dim - 2) / 18));
}

/** Seconds that a whole run will take to compute, before anything of it was measured. */
export function estimateSeconds(experiment: Experiment, badge: Badge | null): number {
  const { loop, replicates, generations, model } = experiment;
  const known = catalogue.loops.filter(({ id }) => loop.includes(id)).length;
  const lanes = replicates * (1 + known * (generations - 1));
  const gain = badge?.rung === 'webgl' && model !== 'gaussian' ? GPU_GAIN : 1;
  return lanes * (fitSeconds(experiment) / gain + scoreSeconds(experiment));
}

/** Median of the last generations, leaving out the first, which warms up; null before there is one. */
export function secondsPerGeneration(frames: readonly Frame[]): number | null {
  const recent = frames.slice(Math.max(1, frames.length - 9)).map(({ elapsedMs }) => elapsedMs);
  if (recent.length === 0) return null;
  return recent.sort((a, b) => a - b)[recent.length >> 1] / 1000;
}
