import { catalogue, computesInTensors } from '../../engine/catalogue';
import { kindOf, modelOf } from '../../engine/chosen';
import type { Experiment, Key } from '../../engine/experiment';
import { loopsOf } from '../../engine/loops/named';
import type { Badge } from '../../protocol/messages';
import type { Frame } from '../../results/frame';

/** A GPU takes over the training, not the scores. */
const GPU_GAIN = 3;
/** As in `math/neighbours.ts`: up to here a k-d tree finds them. */
const FEW_DIMENSIONS = 4;

function fitSeconds(experiment: Experiment): number {
  const { seconds, per } = modelOf(experiment).fitCost;
  return per.reduce((sum, [key, value]) => (sum * Number(experiment[key as Key])) / value, seconds);
}

function scoreSeconds(experiment: Experiment): number {
  const { evaluation, dim, scores } = experiment;
  if (!catalogue.metrics.some(({ id, comparesPairs }) => comparesPairs && scores.includes(id))) return 0;
  const thousands = evaluation / 1000;
  const { isPlotted, scoreSeconds: seconds } = kindOf(experiment);
  if (!isPlotted) return seconds * thousands ** 2;
  // in few dimensions neighbours are found without looking at every pair
  return dim <= FEW_DIMENSIONS ? seconds * thousands : seconds * thousands ** 2 * (1 + dim / FEW_DIMENSIONS);
}

/** Seconds that a whole run will take to compute by so many workers, before anything of it was measured. */
export function estimateSeconds(experiment: Experiment, badge: Badge | null, workers: number): number {
  const { loop, replicates, generations, model } = experiment;
  const known = loopsOf({ loop }).length;
  const isOnGpu = badge !== null && computesInTensors(model, badge.rung) && badge.rung === 'webgl';
  const gain = isOnGpu ? GPU_GAIN : 1;
  // those of the worker with the most; generation 1 is one for all loops of a replicate; a GPU takes all lanes at once
  const lanes = Math.ceil((replicates * known) / (isOnGpu ? 1 : workers));
  const fits = Math.ceil(lanes / known) + lanes * (generations - 1);
  return fits * (fitSeconds(experiment) / gain + scoreSeconds(experiment));
}

/** Median of the last generations, leaving out the first, which warms up; null before there is one. */
export function secondsPerGeneration(frames: readonly Frame[]): number | null {
  const recent = frames.slice(Math.max(1, frames.length - 9)).map(({ elapsedMs }) => elapsedMs);
  if (recent.length === 0) return null;
  return recent.sort((a, b) => a - b)[recent.length >> 1] / 1000;
}
