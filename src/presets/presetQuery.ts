import { printPairs } from '../engine/query';
import type { Preset } from './preset';

/** The query of a preset's link, with how it is watched. */
export const presetQuery = ({ query, speed }: Pick<Preset, 'query' | 'speed'>): string =>
  ['v=1', query, speed === undefined ? '' : `speed=${speed}`].filter((part) => part !== '').join('&');

/** The query of its link with what is seen best beside it; null where that is nothing. */
export const pairQuery = (preset: Pick<Preset, 'query' | 'speed' | 'beside'>): string | null =>
  preset.beside ? `${presetQuery(preset)}&${printPairs([['compare', `v=1&${preset.beside.query}`]])}` : null;
