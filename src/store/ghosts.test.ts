import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import { createGhosts, MOST_GHOSTS } from './ghosts';
import type { Frame, Ghost, Run } from './state';

const { experiment } = parseExperiment({});
const shown = { kind: 'points', count: 1, dim: 2, values: new Float32Array(2), components: new Float32Array(0) } as const;
const frame = (generation: number) => ({ generation, lanes: [{ loop: 'fresh-data', replicate: 1, shown }], elapsedMs: 1 }) as unknown as Frame;
const run: Run = { runId: 1, experiment, frames: [1, 2, 3, 4].map(frame), noise: null, shown: 2, progress: null };

function createKeeper() {
  const clock = { now: 0 };
  let all: readonly Ghost[] = [];
  const keeper = createGhosts(
    () => clock.now,
    (change) => {
      all = change(all);
    },
  );
  const leave = (from: number, runId = 1) => keeper.leave({ ...run, runId }, from);
  return { ...keeper, leave, clock, all: () => all };
}

describe('a discarded future', () => {
  it('begins where the ways part, so that its line joins the one that goes on', () => {
    const { leave, clock, all } = createKeeper();
    leave(2);
    clock.now = 5000;
    leave(0);
    expect(all().map(({ from, frames }) => [from, frames.map(({ generation }) => generation)])).toEqual([
      [2, [2, 3, 4]],
      [0, [1, 2, 3, 4]],
    ]);
  });

  it('keeps scores, not samples', () => {
    const { leave, all } = createKeeper();
    leave(2);
    expect(all()[0].frames.flatMap(({ lanes }) => lanes.map((lane) => lane.shown))).toEqual([null, null, null]);
    expect(run.frames[3].lanes[0].shown).toBe(shown);
  });

  it('is none where nothing was computed', () => {
    const { leave, all } = createKeeper();
    leave(4);
    expect(all()).toEqual([]);
  });

  it('is forgotten when there are too many', () => {
    const { leave, clock, all } = createKeeper();
    for (const runId of [1, 2, 3, 4, 5]) {
      clock.now += 5000;
      leave(2, runId);
    }
    expect(all().map(({ id }) => id)).toEqual([3, 4, 5]);
    expect(all()).toHaveLength(MOST_GHOSTS);
  });

  it('is left once by a drag, however many values it passes', () => {
    const { leave, endGesture, clock, all } = createKeeper();
    for (const runId of [1, 2, 3]) {
      clock.now += 400;
      leave(2, runId);
    }
    expect(all().map(({ id }) => id)).toEqual([1]);
    endGesture();
    leave(2, 4);
    expect(all().map(({ id }) => id)).toEqual([1, 4]);
  });
});
