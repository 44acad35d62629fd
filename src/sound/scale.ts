/** Steps of a scale within an octave, in semitones from its first tone. */
const PENTATONIC = [0, 2, 4, 7, 9];
const MAJOR = [0, 2, 4, 5, 7, 9, 11];
const OCTAVE = 12;

/** Beyond so many tones a pentatonic scale is too wide for small loudspeakers; one with seven tones to the octave takes its place. */
const MOST_PENTATONIC = 15;
/** Beyond four octaves of these, tones share the four octaves evenly: an alphabet of hundreds of letters has no higher ones. */
const MOST_MAJOR = 29;
const OCTAVES = 4;
/** A3; and C3, from which on wider scales go up. */
const LOW = 220;
const LOWER = 130.8128;

/**
 * The pitch of a tone of a scale of so many, Hz: up to ten lie on two octaves of a pentatonic scale from A3 on, so that any of them sound well
 * together; up to fifteen on three; up to 29 on four of a major scale from C3 on; more evenly over these four.
 */
export function hertzOf(tone: number, tones: number, cents = 0): number {
  if (tones > MOST_MAJOR) return LOWER * 2 ** ((OCTAVES * tone) / (tones - 1) + cents / (100 * OCTAVE));
  const scale = tones > MOST_PENTATONIC ? MAJOR : PENTATONIC;
  const semitones = OCTAVE * Math.floor(tone / scale.length) + scale[tone % scale.length];
  return (tones > MOST_PENTATONIC ? LOWER : LOW) * 2 ** ((semitones + cents / 100) / OCTAVE);
}
