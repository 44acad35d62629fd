import { type Json, orNull, textAt } from '../../engine/checked';
import type { Experiment } from '../../engine/experiment';
import { parseExperiment } from '../../engine/experimentText';
import { allowedText, keyNamed } from '../../engine/keyText';
import { isReadable } from '../../engine/readable';
import { excerpt, Refusal, refuse } from '../../engine/refusal';

export const versionAt = orNull(textAt(60));
export const backendAt = orNull(textAt(20));

const LONGEST_PROBLEM = 200;

/** Results belong to one experiment: one that has to be repaired would be another. `whereIs`: the place of a key in the file, as a message starts. */
export function readExperiment(raw: Json, whereIs: (key: string) => string = () => ''): Experiment {
  for (const [name, value] of Object.entries(raw)) {
    const key = keyNamed(name);
    if (key === undefined) throw new Refusal(`${whereIs(name)}The experiment of this file has an unknown key “${excerpt(name)}”`);
    if (!isReadable(key, value)) refuse(`${whereIs(name)}experiment.${key}`, value, allowedText(key));
  }
  const { experiment, notes } = parseExperiment(raw);
  const [first] = notes;
  if (first) throw new Refusal(`${whereIs(first.key)}The experiment of this file is not valid here: ${excerpt(first.problem, LONGEST_PROBLEM)}`);
  return experiment;
}
