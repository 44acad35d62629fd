import { kindOf } from '../engine/chosen';
import { curesOn } from '../engine/cures';
import { type Experiment, KEYS, type Key, SCHEMA } from '../engine/experiment';
import { valuesOf } from './valuesOf';

/** What the programs do as the engine does. `backend` changes no number of points and text. */
const KNOWN: readonly Key[] = [
  ...(['model', 'dataset', 'dim', 'points', 'text', 'form', 'loop', 'memory', 'initialReal', 'real', 'synthetic', 'bias', 'changes'] as const),
  ...([
    'evaluation',
    'generations',
    'replicates',
    'seed',
    'scores',
    'k',
    'covariance',
    'components',
    'unit',
    'order',
    'smoothing',
    'backend',
  ] as const),
];

/** A key that a program would pass over: one that is newer than it. */
const passedOver = (experiment: Experiment): Key | undefined =>
  KEYS.find((key) => !KNOWN.includes(key) && SCHEMA[key].applies(experiment) && isOff(experiment, key));

const isOff = (experiment: Experiment, key: Key) => {
  const spec = SCHEMA[key];
  return 'fallback' in spec && experiment[key] !== spec.fallback(experiment);
};

/** Why an experiment can't be written down in Python, and what to do; null where it can. */
export function whyNotPython(experiment: Experiment): string | null {
  if (kindOf(experiment).id === 'images')
    return 'The network that learns digits needs more than numpy: there is a program for points and for text. CSV and JSON hold the numbers of this run.';
  if (curesOn(experiment)) return 'The program knows no cures, and this run has one. Switch the cures off, and it is here.';
  if (valuesOf(experiment, 'memory').some((memory) => memory !== 'previous' && memory !== 'all'))
    return 'The program remembers the previous generation, or all of them. Choose one of these as Memory, and it is here.';
  const unknown = passedOver(experiment);
  if (unknown) return `The program knows nothing of ${unknown}, which is not at its default here. Set it back, and the program is here.`;
  if (experiment.dataset === 'drawn' && experiment.points === '')
    return 'There are no points of your own yet, only an example. Draw some, and the program is here.';
  if (experiment.dataset === 'own-text' && /[\u{10000}-\u{10FFFF}]/u.test(experiment.text))
    return 'Your text holds characters, such as 😀, that the page reads as two letters each. Take them out, and it is here.';
  return null;
}
