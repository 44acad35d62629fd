import type { Preset } from './preset';

/** "Three loops, one ring" -> "three-loops-one-ring" */
export const presetId = ({ title }: Pick<Preset, 'title'>): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
