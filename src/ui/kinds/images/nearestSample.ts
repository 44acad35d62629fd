import type { ShownImages } from '../../../engine/kinds/images';
import type { Followed } from '../../../store/followed';
import { pixelsOf } from './generations';

const found = new WeakMap<ShownImages, { readonly followed: Followed; readonly place: number | null }>();

/**
 * The place of the sample of a wall that is nearest to the one followed, by squared Euclidean distance over pixels, among those that the
 * classifier reads as the same digit, or among all where it read none; null where none is that digit, or of that size.
 */
export function nearestSample(images: ShownImages, followed: Followed): number | null {
  const known = found.get(images);
  if (known?.followed === followed) return known.place;
  const place = search(images, followed);
  found.set(images, { followed, place });
  return place;
}

function search(images: ShownImages, { pixels, digit }: Followed): number | null {
  const { count, side, classes } = images;
  if (pixels.length !== side * side) return null;
  let [nearest, least]: [number | null, number] = [null, Number.POSITIVE_INFINITY];
  for (let place = 0; place < count; place++) {
    if (classes && digit !== null && classes[place] !== digit) continue;
    const sample = pixelsOf(images, place);
    const distance = pixels.reduce((sum, value, i) => sum + (value - sample[i]) * (value - sample[i]), 0);
    if (distance < least) [nearest, least] = [place, distance];
  }
  return nearest;
}

/** The pixels of that sample; null where it has none. */
export function pictureIn(images: ShownImages | null, followed: Followed): Uint8Array | null {
  const place = images && nearestSample(images, followed);
  return images && place !== null ? pixelsOf(images, place) : null;
}

/** "4", as the classifier reads it, or "digit". */
export const digitName = ({ digit }: Followed): string => (digit === null ? 'digit' : String(digit));

/** "a 4", "an 8", "a digit" */
export const oneDigit = (name: string): string => `${name === '8' ? 'an' : 'a'} ${name}`;
