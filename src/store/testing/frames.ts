import type { LaneResult } from '../../protocol/messages';
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

export function frameOf(generation: number, lanes: readonly LaneResult[]): Frame {
  return { generation, lanes, elapsedMs: 20 };
}

/** Shares of which only the life of the modes matters: "1101" = the third mode is dead. */
export function aliveModes(pattern: string): NonNullable<LaneResult['shares']> {
  const alive = [...pattern].map((mark) => mark === '1');
  return { share: alive.map(() => 1 / alive.length), alive };
}
