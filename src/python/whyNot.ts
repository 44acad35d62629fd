import { kindOf } from '../engine/chosen';
import { curesOn } from '../engine/cures';
import type { Experiment } from '../engine/experiment';
import { valuesOf } from './valuesOf';

/** Why an experiment can't be written down in Python, and what to do; null where it can. */
export function whyNotPython(experiment: Experiment): string | null {
  if (kindOf(experiment).id === 'images')
    return 'The network that learns digits needs more than numpy: there is a program for points and for text. CSV and JSON hold the numbers of this run.';
  if (curesOn(experiment)) return 'The program knows no cures, and this run has one. Switch the cures off, and it is here.';
  if (valuesOf(experiment, 'memory').some((memory) => memory !== 'previous' && memory !== 'all'))
    return 'The program remembers the previous generation, or all of them. Choose one of these as Memory, and it is here.';
  if (experiment.dataset === 'drawn' && experiment.points === '')
    return 'There are no points of your own yet, only an example. Draw some, and the program is here.';
  if (experiment.dataset === 'own-text' && /[\u{10000}-\u{10FFFF}]/u.test(experiment.text))
    return 'Your text holds characters, such as 😀, that the page reads as two letters each. Take them out, and it is here.';
  return null;
}
