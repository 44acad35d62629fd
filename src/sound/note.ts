/** A sample of a generation, as it is heard. */
export interface Note {
  /** seconds from the beginning of the beat */
  readonly at: number;
  /** pitch, Hz */
  readonly hertz: number;
  /** 0 to 1 */
  readonly loudness: number;
  /** 0 to 1: how many overtones */
  readonly brightness: number;
  /** seconds until it is a thousandth as loud */
  readonly seconds: number;
}

/** How a sample of a kind is struck, before it is known when and on which scale. */
export interface Struck extends Pick<Note, 'loudness' | 'brightness' | 'seconds'> {
  /** which tone of the scale, from 0 */
  readonly tone: number;
  /** how far beside it, in hundredths of a semitone */
  readonly cents: number;
}

/** Samples that are heard of a generation, and on how many tones they may lie. */
export interface Chord {
  readonly tones: number;
  readonly struck: readonly Struck[];
}
