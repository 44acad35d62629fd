import type { Experiment } from '../engine/experiment';
import { kinds } from '../engine/kinds';
import { replicatesThatFit } from '../engine/memory';
import { models } from '../engine/models';
import { poolOf, recipesOf } from '../engine/recipe';
import { byId } from '../engine/registry';

/** A block of replicates holds about this many bytes of training data at once. */
const BLOCK_BYTES = 64_000_000;
const LARGEST_BLOCK = 256;

/** Replicates run in blocks, so that memory does not grow with their number. */
export function blockSize(experiment: Experiment): number {
  const bytes = 8 * byId(kinds, byId(models, experiment.model).kind).width(experiment) * mostSamples(experiment) * experiment.loop.length;
  const most = Math.min(LARGEST_BLOCK, experiment.replicates, replicatesThatFit(experiment));
  return Math.max(1, Math.min(most, Math.floor(BLOCK_BYTES / bytes)));
}

/** Samples that a replicate holds at once for a loop, at most: real data of every kind, and what its memory draws on. */
function mostSamples(experiment: Experiment): number {
  const recipeAt = recipesOf({ parts: ['initial', 'fresh', 'synthetic'] }, experiment);
  let most = experiment.initialReal;
  for (let t = 2; t <= experiment.generations; t++) most = Math.max(most, poolOf(recipeAt(t)));
  return most;
}
