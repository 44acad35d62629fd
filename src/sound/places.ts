import type { Place } from './render';

/** How far from the middle the outer loops stand. */
const OUTMOST = 0.8;

/** Voice and place of each of so many loops, as their pictures stand: from left to right; one alone in the middle. */
export const placesOf = (loops: number): readonly Place[] =>
  Array.from({ length: loops }, (_, voice) => ({ voice, pan: loops === 1 ? 0 : OUTMOST * ((2 * voice) / (loops - 1) - 1) }));
