import type { Preset } from '../../presets/preset';
import { PRESETS } from '../../presets/presets';

interface GalleryGroup {
  readonly name: string;
  readonly about: string;
  readonly presets: readonly Preset[];
}

/** Every preset once: what tells a story to anyone, and what can be held against a source. */
export const GALLERY: readonly GalleryGroup[] = [
  { name: 'Stories', about: 'What the loops do, to be watched by anyone.', presets: PRESETS.filter(({ forClass }) => forClass) },
  {
    name: 'Papers',
    about: 'Settings and laws as papers and theory have them, with what we measured.',
    presets: PRESETS.filter(({ forClass }) => !forClass),
  },
];
