import { computesInTensors } from '../../engine/catalogue';
import type { Experiment } from '../../engine/experiment';

/** The experiment that a shared link holds: for the same numbers everywhere it computes on the processor, else on what each computer has. */
export function sharedExperiment(experiment: Experiment, sameNumbers: boolean): Experiment {
  if (sameNumbers) return { ...experiment, backend: 'wasm' };
  return experiment.backend === 'wasm' ? { ...experiment, backend: 'auto' } : experiment;
}

/** Whether numbers computed on `rung` are other than those of a link for everyone, which computes on wasm: tensors of another rung, or tensors at all. */
export function differsFromShared({ model }: Pick<Experiment, 'model'>, rung: string | null): boolean {
  return rung !== null && rung !== 'wasm' && computesInTensors(model, rung);
}
