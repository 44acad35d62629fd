import type { LaneResult } from '../engine/results';

/** One finished generation, as it came from the worker. */
export interface Frame {
  readonly generation: number;
  readonly lanes: readonly LaneResult[];
  readonly elapsedMs: number;
}
