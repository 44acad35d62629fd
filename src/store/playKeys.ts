import type { Note } from '../engine/experiment';
import { plainName } from '../engine/names';
import { createNotes } from '../engine/notes';
import { readDecimal } from '../engine/numberText';
import { type Pair, valuesIn } from '../engine/query';
import { excerpt } from '../engine/refusal';

/** Generations a second at which a person can follow. */
export const DEFAULT_SPEED = 2;
export const SPEEDS = { min: 0.25, max: 64 } as const;
/** As fast as it computes. */
export const FASTEST = 'max';

/** The keys of a link that tell how its run is watched. */
export const PLAY_KEYS = ['speed', 'at'] as const;

interface Play {
  /** generations a second; Infinity = as fast as it computes */
  readonly speed: number;
  /** the generation that is shown, 0 = the real data */
  readonly at: number;
}

const printSpeed = (speed: number): string => (Number.isFinite(speed) ? String(speed) : FASTEST);

/** What of it is not as it is without a word. */
export const playPairs = ({ speed, at }: Play): Pair[] => [
  ...(speed === DEFAULT_SPEED ? [] : [['speed', printSpeed(speed)] as const]),
  ...(at === 0 ? [] : [['at', String(at)] as const]),
];

const within = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/** The speed, and the generation up to which a run of so many `generations` is computed when the link opens. */
export function readPlay(query: string, generations: number): Play & { readonly notes: readonly Note[] } {
  const given = valuesIn(query);
  const notes = createNotes();
  const note = (key: string, value: string, allowed: string, taken: number) =>
    notes.add(key, value, `${key}=${excerpt(value)} is not ${allowed}.`, `${taken} was taken.`);

  function speed(): number {
    const text = given.get('speed');
    if (text === undefined) return DEFAULT_SPEED;
    if (plainName(text) === FASTEST) return Number.POSITIVE_INFINITY;
    const value = readDecimal(text.replace(/\/s$/, ''));
    const taken = Number.isNaN(value) ? DEFAULT_SPEED : within(value, SPEEDS.min, SPEEDS.max);
    if (taken !== value) note('speed', text, `a number from ${SPEEDS.min} to ${SPEEDS.max}, or ${FASTEST}`, taken);
    return taken;
  }

  function at(): number {
    const text = given.get('at');
    if (text === undefined) return 0;
    const value = readDecimal(text, true);
    const taken = Number.isNaN(value) ? 0 : within(Math.round(value), 0, generations);
    if (taken !== value) note('at', text, `a whole number from 0 to ${generations}`, taken);
    return taken;
  }

  return { speed: speed(), at: at(), notes: notes.list() };
}
