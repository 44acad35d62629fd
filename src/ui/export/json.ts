import { printJson } from '../../engine/experimentText';
import type { Results } from './results';

/** Experiment and results; the experiment's keys are those of the link, so the file can be opened again. */
export function toJson({ experiment, frames, noise, badge, link }: Results): string {
  const results = frames.map(({ generation, elapsedMs, lanes }) => ({
    generation,
    elapsedMs,
    lanes: lanes.map(({ loop, replicate, trainingSize, scores, undefined: reasons, truth, theory, fit, shares }) => ({
      loop,
      replicate,
      trainingSize,
      scores,
      undefined: { ...theory.undefined, ...reasons },
      truth,
      theory: theory.theory,
      fit,
      shares,
    })),
  }));
  const finite = (_: string, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value);
  return `${JSON.stringify({ format: 'mad-lab', v: experiment.v, link, backend: badge?.rung ?? null, experiment: printJson(experiment), noiseFloor: noise, results }, finite, 1)}\n`;
}
