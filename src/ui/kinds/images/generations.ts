import type { ShownImages } from '../../../engine/kinds/images';
import type { Frame } from '../../../results/frame';
import type { LabState } from '../../../store/state';
import { shownOf } from '../../runs';
import { laneDrawn } from '../laneDrawn';

export function imagesOf(frame: Frame | undefined, loop: string): ShownImages | null {
  const shown = laneDrawn(frame, loop)?.shown;
  return shown?.kind === 'images' ? (shown as ShownImages) : null;
}

/** The real ones, while they are on the screen. */
export function realImages(state: LabState): ShownImages | null {
  const { preview } = state;
  if (shownOf(state) > 0 || preview.status !== 'ready' || preview.preview.real.kind !== 'images') return null;
  return preview.preview.real as ShownImages;
}

/** A sample's bytes [side * side]; no copy. */
export const pixelsOf = ({ side, values }: ShownImages, sample: number): Uint8Array =>
  values.subarray(sample * side * side, (sample + 1) * side * side);
