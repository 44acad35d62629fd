import type { ShownImages } from '../../engine/kinds/images';
import { chosen } from '../schedule';
import type { ChordKind } from './chordKind';

const CLASSES = 10;
/** The standard deviation of the pixels of a picture as clear as a real one, of 255. */
const CLEAR = 80;
const SECONDS = 0.5;

/** Of the pixels of one picture. */
function contrast(pixels: Uint8Array): number {
  let [sum, squares] = [0, 0];
  for (const value of pixels) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / pixels.length;
  return Math.sqrt(Math.max(0, squares / pixels.length - mean * mean));
}

/** Each class is a tone; the greyer a picture, the softer and duller its note. */
export const imagesChord: ChordKind<ShownImages> = {
  id: 'images',
  chord({ count, side, values, classes }, _, most) {
    if (!classes) return null;
    const struck = chosen(count, most).map((i) => {
      const clear = Math.min(1, contrast(values.subarray(i * side * side, (i + 1) * side * side)) / CLEAR);
      return { tone: classes[i], cents: 0, loudness: 0.2 + 0.8 * clear, brightness: clear, seconds: SECONDS };
    });
    return { tones: CLASSES, struck };
  },
};
