import type { Experiment } from '../../engine/experiment';
import type { Badge } from '../../protocol/messages';
import type { Frame } from '../../store/state';

/** What an exported file is made of. */
export interface Results {
  readonly experiment: Experiment;
  readonly frames: readonly Frame[];
  readonly badge: Badge | null;
  readonly link: string;
}
