import { printJson } from '../../engine/experimentText';
import type { LaneResult } from '../../protocol/messages';
import { LANE_FIELDS, objectOf, saidOf } from '../../results/lane';
import { thinned } from '../charts/series';
import { encodeShown } from '../kinds/files';
import type { Results } from './results';

/** Samples in one file, in characters. Beyond that, only evenly chosen generations keep theirs. */
const MAX_SHOWN = 24e6;

const samplesOf = ({ shown }: LaneResult) => shown && encodeShown(shown);

const laneOf = (lane: LaneResult, withSamples: boolean) =>
  objectOf(LANE_FIELDS.map((field) => [field.json, field.type !== 'samples' ? saidOf(lane, field) : withSamples ? samplesOf(lane) : null]));

/** Experiment and results; the experiment's keys are those of the link, and `openFile` reads it all back. */
export function toJson({ experiment, frames, noise, backend, version, link, exported }: Results): string {
  const largest = Math.max(0, ...[frames[0], frames.at(-1)].map((frame) => JSON.stringify(frame?.lanes.map(samplesOf) ?? []).length));
  const withSamples = new Set(thinned(frames.length, Math.max(2, Math.floor(MAX_SHOWN / Math.max(1, largest)))));
  const results = frames.map(({ generation, elapsedMs, lanes }, at) => ({
    generation,
    elapsedMs,
    lanes: lanes.map((lane) => laneOf(lane, withSamples.has(at))),
  }));
  const finite = (_: string, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value);
  const head = { format: 'mad-lab', v: experiment.v, version, link, exported, backend, experiment: printJson(experiment), noiseFloor: noise };
  return `${JSON.stringify({ ...head, results }, finite, 1)}\n`;
}
