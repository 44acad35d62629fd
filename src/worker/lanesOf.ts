import { type LaneName, laneNames } from '../engine/blocks';
import type { Job } from '../protocol/messages';

/** The lanes that a job computes, in the order of its results. */
export function lanesOf({
  experiment: { loop, replicates },
  replicates: block,
  lanes,
}: Pick<Job, 'experiment' | 'replicates' | 'lanes'>): readonly LaneName[] {
  return lanes ?? laneNames(loop, block ?? { first: 1, last: replicates });
}
