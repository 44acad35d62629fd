import type { Preview, ShownSamples } from '../engine/results';
import { chordOf } from './kinds';
import { placesOf } from './places';
import { addNotes, type Sound, silence, soften } from './render';
import { scheduleOf } from './schedule';

/** What is heard at a time: the samples of each loop; null where a loop has none. */
export type Beat = readonly (ShownSamples | null)[];

/** Seconds after the last beat until its last note is gone. */
const RING = 0.8;

/** Adds what is heard of one loop in a beat. */
function addBeat(
  sound: Sound,
  shown: ShownSamples | null,
  preview: Preview,
  loop: number,
  loops: number,
  seconds: number,
  from: number,
  most?: number,
): void {
  const chord = shown && chordOf(shown, preview, most);
  if (chord) addNotes(sound, scheduleOf(chord, seconds), placesOf(loops)[loop], from);
}

export interface Asked {
  readonly preview: Preview;
  /** of a beat */
  readonly seconds: number;
  /** the number of the one loop that is heard; null: all of them */
  readonly alone?: number | null;
  /** how many samples of a loop are heard */
  readonly most?: number;
}

/**
 * Beats one after another as one sound, in pieces of work: one loop of one beat at a time, so that whoever makes it on the page can leave room
 * between them.
 */
export function* soundOf(beats: readonly Beat[], { preview, seconds, alone = null, most }: Asked): Generator<undefined, Sound> {
  const sound = silence(beats.length * seconds + RING);
  for (const [at, beat] of beats.entries()) {
    for (const [loop, shown] of beat.entries()) {
      if (alone !== null && alone !== loop) continue;
      addBeat(sound, shown, preview, loop, beat.length, seconds, at * seconds, most);
      yield;
    }
  }
  soften(sound);
  return sound;
}

/** At once: for a beat. */
export function soundAtOnce(beats: readonly Beat[], asked: Asked): Sound {
  const work = soundOf(beats, asked);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
