import type { ShownPoints } from '../../engine/kinds/points';
import type { Preview } from '../../engine/results';
import { chosen } from '../schedule';
import type { ChordKind } from './chordKind';

/** Where there are no modes, so many columns of the picture have a tone each. */
const COLUMNS = 10;
/** At the edge of what belongs to a mode a sample is so far out of tune, in hundredths of a semitone; twice as far at the most. */
const AT_REACH = 60;
const MOST_CENTS = 2 * AT_REACH;
/** A part of what is shown stands for the reach of a mode that has none. */
const REACH = 0.1;
/** Seconds that a note rings at the bottom of the picture, and at its top. */
const RINGS = [0.3, 0.8] as const;

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

interface Centre {
  readonly x: number;
  readonly y: number;
}

/** From left to right: the tones rise with x. */
function centresOf({ modes }: Preview): readonly Centre[] {
  const centres = Array.from({ length: modes.length / 2 }, (_, i) => ({ x: modes[2 * i], y: modes[2 * i + 1] }));
  return centres.sort((a, b) => a.x - b.x || a.y - b.y);
}

const away = (x: number, y: number, centre: Centre) => Math.sqrt((x - centre.x) ** 2 + (y - centre.y) ** 2);

/** x and y of a sample; one number has a y of 0. */
const placeOf = ({ dim, values }: ShownPoints, i: number): Centre =>
  dim === 1 ? { x: values[i], y: 0 } : { x: values[2 * i], y: values[2 * i + 1] };

/** Each mode is a tone: the further a sample from its nearest mode, the more it is out of tune. Higher samples are brighter, and ring longer. */
export const pointsChord: ChordKind<ShownPoints> = {
  id: 'points',
  chord(shown, preview, most) {
    const { extent, reach } = preview;
    const centres = centresOf(preview);
    const toneOf = ({ x, y }: Centre): { readonly tone: number; readonly cents: number } => {
      if (centres.length === 0) return { tone: between(Math.floor(((x + extent) / (2 * extent)) * COLUMNS), 0, COLUMNS - 1), cents: 0 };
      const distances = centres.map((centre) => away(x, y, centre));
      const tone = distances.indexOf(Math.min(...distances));
      const cents = Math.min(MOST_CENTS, (AT_REACH * distances[tone]) / (reach > 0 ? reach : REACH * extent));
      return { tone, cents: x < centres[tone].x ? -cents : cents };
    };
    const struck = chosen(shown.count, most).map((i) => {
      const place = placeOf(shown, i);
      const height = between((place.y + extent) / (2 * extent), 0, 1);
      return { ...toneOf(place), loudness: 1, brightness: height, seconds: RINGS[0] + height * (RINGS[1] - RINGS[0]) };
    });
    return { tones: centres.length === 0 ? COLUMNS : centres.length, struck };
  },
};
