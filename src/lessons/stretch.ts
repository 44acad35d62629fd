import type { Frame } from '../results/frame';
import type { Reading } from './lesson';
import type { RunSeen } from './runSeen';
import { type Told, told, untold } from './told';

/** All generations of a stretch, its ends included. */
export const stretchOf = ([first, last]: readonly [number, number]): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** The generations that a number is of: one, the last one of the whole run, or a stretch. */
export function generationsOf(at: Reading['at'], { experiment }: RunSeen): Told<readonly number[]> {
  if (at === undefined) return untold('no generation is named');
  const { generations: last } = experiment;
  const all = at === 'last' ? [last] : typeof at === 'number' ? [at] : stretchOf(at);
  return all[all.length - 1] > last ? untold(`the run ends at generation ${last}`) : told(all);
}

/** What is computed of a generation. */
export function frameAt({ frames }: RunSeen, generation: number): Told<Frame> {
  const frame = frames.find((one) => one.generation === generation);
  return frame ? told(frame) : untold(`generation ${generation} is not computed`);
}
