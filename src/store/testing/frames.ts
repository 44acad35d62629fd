import type { Hygiene } from '../../engine/results';
import type { LaneResult, Preview } from '../../protocol/messages';
import type { Frame } from '../../results/frame';

/** A lane's result for tests, with as little as a test wants to say. */
export function laneOf(loop: string, parts: Partial<LaneResult> = {}): LaneResult {
  return {
    loop,
    replicate: 1,
    trainingSize: 64,
    scores: {},
    undefined: {},
    truth: {},
    theory: { theory: {}, undefined: {} },
    fit: { iterations: 10, objective: -1, converged: true, floorReached: false },
    shares: null,
    shown: null,
    ...parts,
  };
}

/** What steps did to a training set of 64 real and 200 synthetic samples: nothing, unless a test says so. */
export function hygieneOf(parts: Partial<Hygiene> = {}): Hygiene {
  const nothing = { removedReal: 0, removedSynthetic: 0, realShare: 64 / 264, effectiveRealWeight: 64 / 264, storeSize: 0 };
  return { ...nothing, alarm: false, action: 'none', remark: '', ...parts };
}

export function frameOf(generation: number, lanes: readonly LaneResult[]): Frame {
  return { generation, lanes, elapsedMs: 20 };
}

/** Shares of which only the life of the modes matters: "1101" = the third mode is dead. */
export function aliveModes(pattern: string): NonNullable<LaneResult['shares']> {
  const alive = [...pattern].map((mark) => mark === '1');
  return { share: alive.map(() => 1 / alive.length), alive };
}

/** Real data of which nothing is shown. */
export const NO_DATA: Preview = {
  real: { kind: 'points', count: 0 },
  ghost: null,
  extent: 1,
  modes: new Float32Array(),
  reach: 0,
  weights: [],
};
