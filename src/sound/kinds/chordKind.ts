import type { Preview, ShownSamples } from '../../engine/results';
import type { Chord } from '../note';

/** How samples of one kind are heard. */
export interface ChordKind<Shown extends ShownSamples = ShownSamples> {
  /** of the kind in `engine/kinds` */
  readonly id: string;
  /** At most so many of the samples as a chord; null where it can't be told what they are. */
  chord(shown: Shown, preview: Preview, most: number): Chord | null;
}
