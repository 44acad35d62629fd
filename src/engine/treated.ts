import type { Loop } from './descriptions';
import { type Experiment, SCHEMA, type Settings } from './experiment';
import { treatments } from './loops/treatments';
import { STEPS } from './steps/about';

/** The step that is part of the disease: it acts whatever the treatment. */
const OF_THE_WORLD = 'web';

const known = new WeakMap<Experiment, Map<string, Experiment>>();

/** The experiment as a loop with a treatment sees it: the keys of all other cures at their defaults, from the start and behind every change. */
export function treated(experiment: Experiment, { treatment: id }: Pick<Loop, 'treatment'>): Experiment {
  const treatment = treatments.find((one) => one.id === id);
  if (!treatment) return experiment;
  const ofExperiment = known.get(experiment) ?? new Map<string, Experiment>();
  known.set(experiment, ofExperiment);
  const found = ofExperiment.get(treatment.id);
  if (found) return found;
  const set = treatment.set ?? {};
  const off = STEPS.filter((step) => step.id !== OF_THE_WORLD && step.id !== treatment.step).flatMap(
    ({ keys = [] }) => keys as readonly (keyof Settings)[],
  );
  const fixed = { ...Object.fromEntries(off.map((key) => [key, SCHEMA[key].fallback(experiment)])), ...set };
  const changes = experiment.changes.map(({ generation, settings }) => ({
    generation,
    settings: Object.fromEntries(Object.entries(settings).filter(([key]) => !(key in fixed))),
  }));
  const own = { ...experiment, ...fixed, changes: changes.filter(({ settings }) => Object.keys(settings).length > 0) };
  ofExperiment.set(treatment.id, own);
  return own;
}
