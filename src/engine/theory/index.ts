import type { Loop, Modes } from '../contracts';
import type { Experiment } from '../experiment';
import type { TheoryValues } from '../results';
import { gaussianTheory } from './gaussian';
import type { Law } from './law';
import { mixtureTheory } from './mixture';

/**
 * What theory says about `loop` of `experiment`, generation by generation: of the fitted model, before bias. Keys are those of `truth` where
 * the value is expected of that (MODEL.md, theory).
 * @param density the true density of the data, null where they have none
 * @param hasModes the centres of `density` are modes
 */
export function theoryOf(loop: Loop, experiment: Experiment, density: Modes | null, hasModes: boolean): (t: number) => TheoryValues {
  if (experiment.model === 'gaussian') return split(gaussianTheory(loop, experiment, density));
  if (experiment.model === 'gaussian-mixture') return split(mixtureTheory(loop, experiment, density, hasModes));
  return () => ({ theory: {}, undefined: { theory: 'no theory is known for this model' } });
}

/** Numbers on one side, on the other why a value is missing. */
function split(lawAt: (t: number) => Law): (t: number) => TheoryValues {
  return (t) => {
    const theory: Record<string, number | null> = {};
    const reasons: Record<string, string> = {};
    for (const [key, value] of Object.entries(lawAt(t))) {
      const isKnown = typeof value === 'number' && Number.isFinite(value);
      theory[key] = isKnown ? value : null;
      if (!isKnown) reasons[key] = typeof value === 'string' ? value : 'grown beyond the range of numbers';
    }
    return { theory, undefined: reasons };
  };
}
