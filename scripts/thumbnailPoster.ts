import { VIEW_KEYS } from '../src/engine/experimentText';
import { valuesIn } from '../src/engine/query';
import { runKeyOf } from '../src/frame/experimentKey';
import type { Preset } from '../src/presets/preset';
import { posterOf } from '../src/ui/charts/posterOf';
import type { ThumbnailRun } from './thumbnailRun';

/** The curves of a preset's run, as an embed's poster draws them. */
export const thumbnailPoster = ({ query }: Preset, { metrics, frames, experiment }: ThumbnailRun): string =>
  posterOf(metrics, frames, experiment, runKeyOf(valuesIn(query), VIEW_KEYS));
