import { datasetOf, modelOf } from '../../engine/chosen';
import { type Experiment, SCHEMA } from '../../engine/experiment';
import { thousands } from '../../format';

/** What an experiment is made of, in a line: what a closed *Set up* says of itself. */
export function setUpWords(experiment: Experiment): string {
  const { memory, initialReal, generations, replicates, seed } = experiment;
  return [
    datasetOf(experiment).name,
    modelOf(experiment).name,
    `${thousands(initialReal)} real to start`,
    `${thousands(generations)} generations`,
    ...(memory === 'previous' ? [] : [SCHEMA.memory.options.find(({ id }) => id === memory)?.name.toLowerCase() ?? memory]),
    ...(replicates === 1 ? [] : [`${thousands(replicates)} runs`]),
    `seed ${seed}`,
  ].join(' · ');
}
