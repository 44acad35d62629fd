import type { Preset } from './preset';
import { PRESETS } from './presets';

/** The first figure of the demo article: in no gallery, but with a picture of its own. */
export const ONE_LOOP: Preset = { title: 'A copy of a copy', look: '', query: 'loop=fully-synthetic&generations=30' };

/** Experiments that embeds have a poster of. */
export const POSED: readonly Preset[] = [...PRESETS, ONE_LOOP];
