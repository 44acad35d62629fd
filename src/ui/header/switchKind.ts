import type { Experiment } from '../../engine/experiment';
import { parseExperiment } from '../../engine/experimentText';

/** Points or digits: another experiment with its own defaults; loops, memory, bias, seed and backend stay. */
export function switchedTo(kind: 'points' | 'images', { loop, memory, span, bias, seed, backend }: Experiment): Experiment {
  const model = kind === 'images' ? 'vae' : 'gaussian-mixture';
  return parseExperiment({ model, loop: [...loop], memory, ...(memory === 'last' ? { span } : {}), bias, seed, backend }).experiment;
}
