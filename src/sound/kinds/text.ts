import type { ShownText } from '../../engine/kinds/text';
import type { ShownSamples } from '../../engine/results';
import { chosen } from '../schedule';
import type { ChordKind } from './chordKind';

/** Seconds that a note rings. */
const SECONDS = 0.45;
/** How bright a piece sounds that the real data have, one that they do not have, and one of which nobody asked. */
const BRIGHT = { real: 0.9, made: 0.15, unasked: 0.5 } as const;

/** The first letter or figure of a name or a word; '' where it has none. */
const initialOf = (piece: string): string => /[\p{L}\p{N}]/u.exec(piece)?.[0].toLowerCase() ?? '';

const initials = new WeakMap<ShownSamples, readonly string[]>();

/** Those of the real text, in their order. */
function initialsOf(real: ShownText): readonly string[] {
  const found = initials.get(real) ?? [...new Set(real.pieces.map(initialOf))].filter((letter) => letter !== '').sort();
  initials.set(real, found);
  return found;
}

const brightnessOf = ({ known }: ShownText, i: number): number => (known === undefined ? BRIGHT.unasked : known[i] === 0 ? BRIGHT.made : BRIGHT.real);

/** Each first letter of the real data is a tone, from a up; what the real data have sounds bright, what they do not have dull. */
export const textChord: ChordKind<ShownText> = {
  id: 'text',
  chord(shown, { real }, most) {
    const letters = initialsOf(real as ShownText);
    const struck = chosen(shown.pieces.length, most).flatMap((i) => {
      const tone = letters.indexOf(initialOf(shown.pieces[i]));
      return tone < 0 ? [] : [{ tone, cents: 0, loudness: 1, brightness: shown === real ? BRIGHT.real : brightnessOf(shown, i), seconds: SECONDS }];
    });
    return { tones: Math.max(1, letters.length), struck };
  },
};
