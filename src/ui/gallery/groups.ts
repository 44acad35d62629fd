import { catalogue, kindOf } from '../../engine/catalogue';
import { parseQuery } from '../../engine/experimentText';
import type { Preset } from '../../presets/preset';
import { PRESET_GROUPS } from '../../presets/presets';

interface GalleryGroup {
  readonly name: string;
  readonly about: string;
  readonly presets: readonly Preset[];
}

const [start, published, laws] = PRESET_GROUPS.map(({ presets }) => presets);
const kindIs = (kind: string) => (preset: Preset) => !preset.published && kindOf(parseQuery(preset.query).experiment).id === kind;

const ABOUT: Readonly<Record<string, string>> = {
  points: 'What the loops do to a cloud of points in the plane.',
  images: 'The same with pictures: a small neural network that writes.',
};

/** Every preset once, by what it is about. */
export const GALLERY: readonly GalleryGroup[] = [
  ...catalogue.kinds.map(({ id, name, many }) => ({ name, about: ABOUT[id] ?? `The same with ${many}.`, presets: start.filter(kindIs(id)) })),
  {
    name: 'Published settings',
    about: 'As papers report them, with what we measured.',
    presets: [...start.filter((preset) => preset.published), ...published],
  },
  { name: 'Laws to check', about: 'What theory says, to be held against a run.', presets: laws },
];
