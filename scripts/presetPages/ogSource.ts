import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { presetId } from '../../src/presets/presetId';
import { PRESETS } from '../../src/presets/presets';
import { thumbnailPath, thumbnailWords } from '../../src/ui/gallery/thumbnail';

/** What a picture for other sites is drawn from. */
export interface OgSource {
  readonly id: string;
  readonly title: string;
  /** the line under the picture */
  readonly words: string;
  readonly svg: string;
}

const PUBLIC = new URL('../../public/', import.meta.url);
const pictureOf = (preset: (typeof PRESETS)[number]) => readFileSync(new URL(thumbnailPath(preset), PUBLIC), 'utf8');

/** The page's own picture, with that of the experiment that it opens with, and one for each preset. */
export function ogSources(): readonly OgSource[] {
  const presets = PRESETS.map((preset) => ({ id: presetId(preset), title: preset.title, words: thumbnailWords(preset), svg: pictureOf(preset) }));
  const home = { id: 'mad-lab', title: 'What happens when AI trains on AI?', words: thumbnailWords(PRESETS[0]), svg: pictureOf(PRESETS[0]) };
  return [home, ...presets];
}

/** Stands inside the picture: another one means that it has to be drawn anew. */
export const ogHash = ({ title, words, svg }: OgSource): string => createHash('sha256').update([title, words, svg].join('\n')).digest('hex');
