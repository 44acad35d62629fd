import type { Experiment } from '../experiment';
import type { TheoryValues } from '../results';
import { type GaussianTheory, gaussianTheory } from './gaussian';
import { type HeterozygosityTheory, heterozygosityTheory } from './heterozygosity';

/**
 * What theory says about `loop` of `experiment`, generation by generation: of the fitted model, before bias.
 * @param weights the true weights of the data's modes, null without modes
 */
export function theoryOf(loop: string, experiment: Experiment, weights: Float64Array | null): (t: number) => TheoryValues {
  if (experiment.model === 'gaussian') return split(gaussianTheory(loop, experiment));
  if (experiment.model === 'gaussian-mixture') return split(heterozygosityTheory(loop, experiment, weights));
  return () => ({ theory: {}, undefined: {} });
}

function split(law: (t: number) => GaussianTheory | HeterozygosityTheory): (t: number) => TheoryValues {
  return (t) => {
    const { undefined: reasons, ...theory } = law(t);
    return { theory, undefined: reasons };
  };
}
