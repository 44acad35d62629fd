import type { Chord, Note } from './note';
import { hertzOf } from './scale';

/** So many samples of a generation are heard: enough that a tone with a tenth of them sounds several times. */
export const HEARD = 64;

/** At most `limit` of the indices 0 to count - 1, evenly. */
export const chosen = (count: number, limit: number): readonly number[] =>
  count <= limit ? Array.from({ length: count }, (_, i) => i) : Array.from({ length: limit }, (_, i) => Math.floor(((i + 0.5) * count) / limit));

/** The notes of a beat, one after another in the order of the samples, evenly over its seconds. */
export const scheduleOf = ({ tones, struck }: Chord, beat: number): readonly Note[] =>
  struck.map(({ tone, cents, ...rest }, i) => ({ at: (i / struck.length) * beat, hertz: hertzOf(tone, tones, cents), ...rest }));
