import type { Preview, ShownSamples } from '../../engine/results';
import type { Chord } from '../note';
import { HEARD } from '../schedule';
import type { ChordKind } from './chordKind';
import { imagesChord } from './images';
import { pointsChord } from './points';
import { textChord } from './text';

/** How each kind of samples is heard. Adding one: a file here, and a line. */
export const chordKinds: readonly ChordKind[] = [pointsChord, imagesChord, textChord];

/** Samples of a generation, or real ones, as a chord; null where it can't be told what they are. */
export const chordOf = (shown: ShownSamples, preview: Preview, most = HEARD): Chord | null =>
  chordKinds.find(({ id }) => id === shown.kind)?.chord(shown, preview, most) ?? null;
