/**
 * What a pixel of a spoken word is: the power in a band of frequency around a time, from 0 (`RANGE` dB under the loudest pixel of a real word, or
 * less) to 1. Columns are times, the first one on the left; rows are bands, the highest above.
 */

/** Pixels of a side. */
export const SIDE = 28;
/** Seconds from one column to the next: 0.7 s in all. */
export const HOP = 0.025;
/** dB from white to black. */
export const RANGE = 38;
/** Hz: the middle of the lowest and of the highest band. */
const LOWEST = 120;
const HIGHEST = 7500;
/** Hz: half of a band is at least so wide, so that the picture holds what is said and not the pitch of who says it. */
const HALF = 180;

const mel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700);
const hertzOf = (value: number) => 700 * (10 ** (value / 2595) - 1);
/** Evenly in mel, the scale on which equal steps sound equal (O’Shaughnessy 1987). */
const STEP = (mel(HIGHEST) - mel(LOWEST)) / (SIDE - 1);
const middleOf = (band: number) => hertzOf(mel(LOWEST) + band * STEP);

/** Of a band, Hz: where it is widest open, and how far it reaches below and above. */
export interface Band {
  readonly middle: number;
  readonly below: number;
  readonly above: number;
}

/** From the lowest to the highest. */
export const BANDS: readonly Band[] = Array.from({ length: SIDE }, (_, band) => {
  const middle = middleOf(band);
  return { middle, below: Math.max(HALF, middle - middleOf(band - 1)), above: Math.max(HALF, middleOf(band + 1) - middle) };
});

/** How much a band takes of a frequency: a triangle. */
export const takes = ({ middle, below, above }: Band, hertz: number): number =>
  Math.max(0, 1 - (hertz < middle ? (middle - hertz) / below : (hertz - middle) / above));

/** The place of a band and a column in a picture. */
export const placeOf = (band: number, column: number): number => (SIDE - 1 - band) * SIDE + column;
