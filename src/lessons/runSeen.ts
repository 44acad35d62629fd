import type { Experiment } from '../engine/experiment';
import type { NoiseFloor } from '../engine/results';
import type { Frame } from '../results/frame';

/** A run as far as it is computed. */
export interface RunSeen {
  readonly experiment: Experiment;
  /** from generation 1 on */
  readonly frames: readonly Frame[];
  /** null before it is measured */
  readonly noise: NoiseFloor | null;
}
