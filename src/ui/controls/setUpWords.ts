import { datasetOf, modelOf } from '../../engine/catalogue';
import { type Experiment, SCHEMA } from '../../engine/experiment';

const count = (value: number) => value.toLocaleString('en');

/** What an experiment is made of, in a line: what a closed *Set up* says of itself. */
export function setUpWords(experiment: Experiment): string {
  const { memory, initialReal, generations, replicates, seed } = experiment;
  return [
    datasetOf(experiment).name,
    modelOf(experiment).name,
    `${count(initialReal)} real to start`,
    `${count(generations)} generations`,
    ...(memory === 'previous' ? [] : [SCHEMA.memory.options.find(({ id }) => id === memory)?.name.toLowerCase() ?? memory]),
    ...(replicates === 1 ? [] : [`${count(replicates)} runs`]),
    `seed ${seed}`,
  ].join(' · ');
}
