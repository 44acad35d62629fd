import type { ShownImages } from '../../../engine/kinds/images';
import type { Frame } from '../../../results/frame';
import { laneDrawn } from '../laneDrawn';

export function imagesOf(frame: Frame | undefined, loop: string): ShownImages | null {
  const shown = laneDrawn(frame, loop)?.shown;
  return shown?.kind === 'images' ? (shown as ShownImages) : null;
}

/** A sample's bytes [side * side]; no copy. */
export const pixelsOf = ({ side, values }: ShownImages, sample: number): Uint8Array =>
  values.subarray(sample * side * side, (sample + 1) * side * side);
