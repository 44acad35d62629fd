import type { Frame } from '../../results/frame';

/** A mode has thinned out when its share is under this part of its real one. */
const THIN_PART = 0.5;

/** The life of one mode in one lane, told so far. Generations from 1; null = not yet. */
export interface Life {
  /** first generation in which it was alive */
  born: number | null;
  /** first generation with a thin share, and whether it is thin now */
  thinned: number | null;
  thin: boolean;
  /** first and last generation in which it had died, and how often */
  died: number | null;
  diedLast: number | null;
  deaths: number;
  /** the last generation in which it was alive again */
  back: number | null;
  alive: boolean;
  share: number;
}

const unborn = (): Life => ({
  born: null,
  thinned: null,
  thin: false,
  died: null,
  diedLast: null,
  deaths: 0,
  back: null,
  alive: false,
  share: 0,
});

function live(life: Life, generation: number, share: number, alive: boolean, weight: number): void {
  if (life.alive && !alive) {
    life.died ??= generation;
    life.diedLast = generation;
    life.deaths++;
  }
  if (!life.alive && alive && life.born !== null) life.back = generation;
  if (alive) life.born ??= generation;
  // what was never made has nothing to lose
  life.thin = life.born !== null && share < THIN_PART * weight;
  if (life.thin) life.thinned ??= generation;
  life.alive = alive;
  life.share = share;
}

/** Lives by loop, then mode, then replicate. */
export type Lives = ReadonlyMap<string, readonly (readonly Life[])[]>;

/**
 * A reader of the lives of all modes up to any generation. It goes on from where it last was when asked for a later generation of the
 * same run, so that following a run costs one frame at a time; what it gave before is then written on.
 */
export function createLifeReader(): (frames: readonly Frame[], shown: number, weights: readonly number[]) => Lives {
  let lives = new Map<string, Life[][]>();
  let told: readonly number[] = [];
  let last: Frame | null = null;
  let read = 0;

  function readFrame(frame: Frame): void {
    const seen = new Map<string, number>();
    for (const { loop, shares } of frame.lanes) {
      if (!shares) continue;
      const replicate = seen.get(loop) ?? 0;
      seen.set(loop, replicate + 1);
      const modes = lives.get(loop) ?? told.map(() => []);
      lives.set(loop, modes);
      for (let mode = 0; mode < told.length; mode++) {
        modes[mode][replicate] ??= unborn();
        live(modes[mode][replicate], frame.generation, shares.share[mode] ?? 0, shares.alive[mode] ?? false, told[mode]);
      }
    }
  }

  return (frames, shown, weights) => {
    const end = Math.min(shown, frames.length);
    if (weights !== told || end < read || (read > 0 && frames[read - 1] !== last)) {
      lives = new Map();
      told = weights;
      read = 0;
    }
    for (; read < end; read++) readFrame(frames[read]);
    last = read > 0 ? frames[read - 1] : null;
    return lives;
  };
}
