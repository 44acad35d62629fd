import type { Experiment } from '../../engine/experiment';
import type { Badge, NoiseFloor } from '../../protocol/messages';
import type { Frame } from '../../store/state';

/** What an exported file is made of. */
export interface Results {
  readonly experiment: Experiment;
  readonly frames: readonly Frame[];
  /** null as long as it is not measured */
  readonly noise: NoiseFloor | null;
  readonly badge: Badge | null;
  readonly link: string;
}
