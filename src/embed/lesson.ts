import { printPairs } from '../engine/query';
import type { Built } from './built';

/** What a link of a lesson takes along, besides the lesson. */
const KEYS = ['lesson', 'step', 'poe', 'theme'];

/** A lesson in a frame. It is the page itself, which a frame without an origin can't load: there it opens beside it. */
export interface FramedLesson {
  readonly title: string;
  readonly about: string;
  readonly address: string;
}

/** The lesson that a link asks for, by the raw values of its query; null without one. */
export function lessonOf(query: ReadonlyMap<string, string>, lessons: Built['lessons'], hash: string): FramedLesson | null {
  const id = query.get('lesson') ?? '';
  if (id === '') return null;
  const known = Object.hasOwn(lessons, id) ? lessons[id] : null;
  return {
    title: known?.title ?? 'A lesson of MAD Lab',
    about: `${known ? `A lesson of ${known.minutes} minutes. ` : ''}Predict first, then watch real models train, and see where you were right.`,
    address: `./?${printPairs([...query].filter(([key]) => KEYS.includes(key)))}${hash}`,
  };
}

/** Height of a lesson at a width, px: its card stands beside the pictures, or over them. */
export const lessonHeightOf = (width: number): number => (width < 960 ? 1100 : 860);

/** Whether pages of ours can run in this frame: a sandbox may leave it without an origin. */
export const canGoOn = (): boolean => globalThis.origin !== 'null';
