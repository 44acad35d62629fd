import type { Experiment } from '../../engine/experiment';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';

/** What a saved file gives back. `frames[i]` is generation i + 1. */
export interface Saved {
  readonly experiment: Experiment;
  readonly frames: readonly Frame[];
  readonly noise: NoiseFloor | null;
  /** of the page that computed it; null where the file does not say */
  readonly version: string | null;
  readonly backend: string | null;
  /** what the file lacks, in sentences */
  readonly remarks: readonly string[];
}
