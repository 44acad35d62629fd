import { CURES } from '../../presets/cures';
import type { Preset } from '../../presets/preset';
import { PRESETS } from '../../presets/presets';
import { TEXT } from '../../presets/text';

interface GalleryGroup {
  readonly name: string;
  readonly about: string;
  readonly presets: readonly Preset[];
}

const OWN_GROUPS: readonly Preset[] = [...CURES, ...TEXT];
const others = PRESETS.filter((preset) => !OWN_GROUPS.includes(preset));

/** Every preset once: what tells a story to anyone, what holds a loop back, and what can be held against a source. */
export const GALLERY: readonly GalleryGroup[] = [
  { name: 'Stories', about: 'What the loops do, to be watched by anyone.', presets: others.filter(({ forClass }) => forClass) },
  { name: 'Text', about: 'Names and books, learned and made again.', presets: TEXT },
  { name: 'Cures', about: 'What holds a loop back, what harms, and what only looks good.', presets: CURES },
  {
    name: 'Papers',
    about: 'Settings and laws as papers and theory have them, with what we measured.',
    presets: others.filter(({ forClass }) => !forClass),
  },
];
