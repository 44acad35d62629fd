import { printJson } from '../../engine/experimentText';
import { thinned } from '../charts/series';
import type { Results } from './results';
import { encodeShown } from './shownText';

/** Samples in one file, in characters. Beyond that, only evenly chosen generations keep theirs. */
const MAX_SHOWN = 24e6;

/** Experiment and results; the experiment's keys are those of the link, and `openFile` reads it all back. */
export function toJson({ experiment, frames, noise, backend, version, link }: Results): string {
  const largest = Math.max(0, ...[frames[0], frames.at(-1)].map((frame) => JSON.stringify(frame?.lanes.map(shownOf) ?? []).length));
  const withSamples = new Set(thinned(frames.length, Math.max(2, Math.floor(MAX_SHOWN / Math.max(1, largest)))));
  const results = frames.map(({ generation, elapsedMs, lanes }, at) => ({
    generation,
    elapsedMs,
    lanes: lanes.map((lane) => {
      const { loop, replicate, trainingSize, scores, undefined: reasons, truth, theory, fit, shares } = lane;
      return {
        loop,
        replicate,
        trainingSize,
        scores,
        undefined: reasons,
        truth,
        theory: theory.theory,
        theoryUndefined: theory.undefined,
        fit,
        shares,
        shown: withSamples.has(at) ? shownOf(lane) : null,
      };
    }),
  }));
  const finite = (_: string, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value);
  const head = { format: 'mad-lab', v: experiment.v, version, link, backend, experiment: printJson(experiment), noiseFloor: noise };
  return `${JSON.stringify({ ...head, results }, finite, 1)}\n`;
}

const shownOf = ({ shown }: Results['frames'][number]['lanes'][number]) => shown && encodeShown(shown);
