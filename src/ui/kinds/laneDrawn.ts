import type { LaneResult } from '../../protocol/messages';
import type { Frame } from '../../results/frame';

/** A loop's lane that is drawn, of replicate 1. */
export const laneDrawn = (frame: Frame | undefined, loop: string): LaneResult | undefined =>
  frame?.lanes.find((lane) => lane.loop === loop && lane.replicate === 1);
