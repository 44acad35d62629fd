import type { Experiment } from '../../engine/experiment';
import type { NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../results/frame';

/** What an exported file is made of. */
export interface Results {
  readonly experiment: Experiment;
  readonly frames: readonly Frame[];
  /** null as long as it is not measured */
  readonly noise: NoiseFloor | null;
  /** where it was computed; null as long as nothing is */
  readonly backend: string | null;
  /** of the page that computed it */
  readonly version: string;
  readonly link: string;
  /** the day on which the file is made, "2026-11-29" */
  readonly exported: string;
}

/** What a saved file gives back. `frames[i]` is generation i + 1. */
export interface Saved extends Pick<Results, 'experiment' | 'frames' | 'noise' | 'backend'> {
  /** null where the file does not say */
  readonly version: string | null;
  /** what the file lacks, in sentences */
  readonly remarks: readonly string[];
}
