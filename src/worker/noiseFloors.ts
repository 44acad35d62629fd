import { decidersOf, type Experiment } from '../engine/experiment';
import type { NoiseFloor } from '../protocol/messages';

export type NoiseFloors = ReturnType<typeof createNoiseFloors>;

/** What a noise floor depends on. */
const keyOf = decidersOf('floor');

/** The noise floors of the last experiment, score by score: its runs share them. */
export function createNoiseFloors() {
  let of = '';
  let noise: NoiseFloor = { bands: {}, undefined: {} };
  return {
    /** The floors of these scores; null where one of them is not measured. */
    known(experiment: Experiment, scores: readonly string[]): NoiseFloor | null {
      return of === keyOf(experiment) && scores.every((id) => id in noise.bands || id in noise.undefined) ? noise : null;
    },
    add(experiment: Experiment, more: NoiseFloor): void {
      if (of !== keyOf(experiment)) noise = { bands: {}, undefined: {} };
      of = keyOf(experiment);
      noise = { bands: { ...noise.bands, ...more.bands }, undefined: { ...noise.undefined, ...more.undefined } };
    },
  };
}
