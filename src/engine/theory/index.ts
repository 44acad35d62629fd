import { unaccounted } from '../claims';
import type { Modes, Step, TheoryData } from '../contracts';
import type { Loop } from '../descriptions';
import { type Experiment, KEYS, type Key, SCHEMA } from '../experiment';
import { models } from '../models';
import { type Recipe, recipesOf } from '../recipe';
import { byId } from '../registry';
import type { TheoryValues } from '../results';
import { settingsAt } from '../settings';
import { steps as registeredSteps } from '../steps';
import { treated } from '../treated';
import type { Finding } from './law';

/**
 * What theory says about `loop` of `experiment`, generation by generation: of the fitted model, before bias. Keys are those of `truth` where
 * the value is expected of that (MODEL.md, theory).
 * @param density the true density of the data, null where they have none
 * @param hasModes the centres of `density` are modes
 * @param ofReplicate what the model knows of the replicate's D_1, where its laws hang on that
 */
export function theoryOf(
  loop: Loop,
  given: Experiment,
  density: Modes | null,
  hasModes: boolean,
  steps: readonly Step[] = registeredSteps,
  ofReplicate?: unknown,
): (t: number) => TheoryValues {
  const experiment = treated(given, loop);
  const lawful = lawfulRecipes(loop, experiment, steps);
  const known = knownTheory(experiment, lawful.recipeAt, { parts: loop.parts, density, hasModes, given: ofReplicate }, keysOf(steps));
  return (t) => {
    const lawless = lawful.lawless(t);
    return lawless === null ? known(t) : without(`no theory is known with the step “${lawless}”`);
  };
}

/** Keys that steps bring: what these do to a recipe their laws say. */
const keysOf = (steps: readonly Step[]) => KEYS.filter((key) => steps.some(({ keys }) => keys?.includes(key)));

const without = (reason: string): TheoryValues => ({ theory: {}, undefined: { theory: reason } });

function knownTheory(
  experiment: Experiment,
  recipeAt: (t: number) => Recipe,
  data: TheoryData,
  ofSteps: readonly Key[],
): (t: number) => TheoryValues {
  const { theory } = byId(models, experiment.model);
  if (!theory) return () => without('no theory is known for this model');
  const valuesAt = split(theory.laws(experiment, recipeAt, data));
  return (t) => {
    const strange = unaccounted(experiment, t, [...theory.accountsFor, ...ofSteps]);
    return strange === null ? valuesAt(t) : without(`no theory is known with ${SCHEMA[strange].label}`);
  };
}

/** The recipes as the steps leave them, by their laws; and the name of a step without a law that has acted by generation t. */
function lawfulRecipes(loop: Loop, experiment: Experiment, steps: readonly Step[]) {
  const recipeAt = recipesOf(loop, experiment);
  if (steps.length === 0) return { recipeAt, lawless: () => null };
  const known: { readonly recipe: Recipe; readonly lawless: string | null }[] = [];
  const at = (t: number) => {
    while (known.length < t) {
      const generation = known.length + 1;
      const settings = settingsAt(experiment, generation);
      let recipe = recipeAt(generation);
      let lawless = known.at(-1)?.lawless ?? null;
      for (const step of generation > 1 ? steps.filter((each) => each.isOn(settings)) : []) {
        const left = step.law(recipe, settings);
        if (left) recipe = left;
        else lawless ??= step.name;
      }
      known.push({ recipe, lawless });
    }
    return known[t - 1];
  };
  return { recipeAt: (t: number) => at(t).recipe, lawless: (t: number) => at(t).lawless };
}

/** Numbers on one side, on the other why a value is missing. */
function split(findingAt: (t: number) => Finding): (t: number) => TheoryValues {
  return (t) => {
    const finding = findingAt(t);
    if (typeof finding === 'string') return without(finding);
    const { law, kind } = finding;
    const theory: Record<string, number | null> = {};
    const reasons: Record<string, string> = {};
    for (const [key, value] of Object.entries(law)) {
      const isKnown = typeof value === 'number' && Number.isFinite(value);
      theory[key] = isKnown ? value : null;
      if (!isKnown) reasons[key] = typeof value === 'string' ? value : 'grown beyond the range of numbers';
    }
    return { theory, ...(kind ? { kind } : {}), undefined: reasons };
  };
}
