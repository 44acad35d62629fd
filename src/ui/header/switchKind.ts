import type { Experiment } from '../../engine/experiment';
import { parseExperiment } from '../../engine/experimentText';

/** Points or digits: another experiment with its own defaults; loops, memory with its span, bias, seed and backend stay. */
export function switchedTo(model: string, { loop, memory, span, bias, seed, backend }: Experiment): Experiment {
  return parseExperiment({ model, loop: [...loop], memory, ...(memory === 'last' ? { span } : {}), bias, seed, backend }).experiment;
}
