import type { PartOfRun } from './blocks';
import type { Dataset, GenerativeModel, Host, Modes, Rng } from './contracts';
import { datasets } from './datasets';
import type { Experiment } from './experiment';
import { kinds } from './kinds';
import type { Kind } from './kinds/kind';
import { type Lane, lanesOf, openReplicate, type Replicate } from './lanes';
import { loopsOf } from './loops/named';
import { models } from './models';
import { byId } from './registry';
import { createRng } from './rng';
import { createScorer, type Scorer } from './scorer';

/** What stays the same over a run. */
export interface Laboratory {
  readonly experiment: Experiment;
  readonly host: Host;
  readonly model: GenerativeModel;
  readonly dataset: Dataset;
  readonly kind: Kind;
  readonly density: Modes | null;
  /** the density's centres are modes */
  readonly hasModes: boolean;
  /** what everything random of the experiment draws from */
  readonly root: Rng;
  readonly scorer: Scorer;
  readonly replicates: readonly Replicate[];
  /** by loop, then replicate */
  readonly lanes: readonly Lane[];
}

/** One fit: in generation 1 a replicate's, shared by its loops; from then on a lane's. */
export interface Strand {
  readonly lanes: readonly Lane[];
  readonly replicate: Replicate;
  readonly rng: Rng;
}

export async function openLaboratory(experiment: Experiment, host: Host, part: PartOfRun = {}): Promise<Laboratory> {
  const model = byId(models, experiment.model);
  const dataset = byId(datasets, experiment.dataset);
  const { first, last } = part.replicates ?? { first: 1, last: experiment.replicates };
  const isWanted = (loop: string | null, number: number) =>
    !part.lanes || part.lanes.some((lane) => lane.replicate === number && (loop === null || lane.loop === loop));
  const root = createRng(experiment.seed);
  const replicates: Replicate[] = [];
  for (let number = first; number <= last; number++)
    if (isWanted(null, number)) replicates.push(await openReplicate(number, root, experiment, dataset, host));
  return {
    experiment,
    host,
    model,
    dataset,
    kind: byId(kinds, model.kind),
    density: dataset.density?.(experiment) ?? null,
    hasModes: dataset.modes > 0,
    root,
    scorer: await createScorer(experiment, dataset, host),
    replicates,
    lanes: lanesOf(replicates, loopsOf(experiment)).filter(({ loop, replicate }) => isWanted(loop.id, replicate.number)),
  };
}

/** What is fitted in generation t. */
export const strandsAt = ({ replicates, lanes }: Pick<Laboratory, 'replicates' | 'lanes'>, t: number): Strand[] =>
  t === 1
    ? replicates.map((replicate) => ({ replicate, rng: replicate.rng, lanes: lanes.filter((lane) => lane.replicate === replicate) }))
    : lanes.map((lane) => ({ replicate: lane.replicate, rng: lane.rng, lanes: [lane] }));
