import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../engine/experimentText';
import type { Frame } from '../results/frame';
import { createGhosts, MOST_GHOSTS } from './ghosts';
import { firstRun } from './run';
import type { Ghost, Run } from './state';

const { experiment } = parseExperiment({});
const shown = { kind: 'points', count: 1, dim: 2, values: new Float32Array(2), components: new Float32Array(0) } as const;
const frame = (generation: number) => ({ generation, lanes: [{ loop: 'fresh-data', replicate: 1, shown }], elapsedMs: 1 }) as unknown as Frame;
const run: Run = { ...firstRun({ runId: 0 }, experiment), frames: [1, 2, 3, 4].map(frame), shown: 2 };

function createKeeper() {
  let all: readonly Ghost[] = [];
  const keeper = createGhosts((change) => {
    all = change(all);
  });
  const leave = (from: number, keys: readonly string[] = [], runId = 1) => keeper.leave({ ...run, runId }, from, keys);
  return { ...keeper, leave, ids: () => all.map(({ id }) => id), all: () => all };
}

describe('a discarded future', () => {
  it('begins where the ways part, so that its line joins the one that goes on', () => {
    const { leave, all } = createKeeper();
    leave(2);
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
    const { leave, ids } = createKeeper();
    for (const runId of [1, 2, 3, 4, 5]) leave(2, [], runId);
    expect(ids()).toEqual([3, 4, 5]);
    expect(ids()).toHaveLength(MOST_GHOSTS);
  });
});

describe('a gesture', () => {
  it('leaves one future, however many values and generations a held slider passes', () => {
    const { leave, press, ids } = createKeeper();
    press();
    for (const from of [1, 1, 2, 3]) leave(from, ['bias'], 10 + from);
    expect(ids()).toEqual([11]);
  });

  it('ends where the same slider is taken again after a generation', () => {
    const { leave, press, ids } = createKeeper();
    leave(1, ['bias'], 1);
    press();
    leave(2, ['bias'], 2);
    expect(ids()).toEqual([1, 2]);
  });

  it('goes on where a key is pressed again in the same generation, whose future nobody saw', () => {
    const { leave, press, ids } = createKeeper();
    for (const runId of [1, 2, 3]) {
      press();
      leave(2, ['bias'], runId);
    }
    expect(ids()).toEqual([1]);
  });

  it('ends with another slider', () => {
    const { leave, ids } = createKeeper();
    leave(2, ['bias'], 1);
    leave(2, ['synthetic'], 2);
    leave(2, ['bias'], 3);
    expect(ids()).toEqual([1, 2, 3]);
  });

  it('ends with a change taken back, and with the next one', () => {
    const { leave, ids } = createKeeper();
    leave(2, ['bias'], 1);
    leave(2, [], 2);
    leave(2, [], 3);
    leave(2, ['bias'], 4);
    expect(ids()).toEqual([2, 3, 4]);
  });

  it('ends when something else is done', () => {
    const { leave, endGesture, ids } = createKeeper();
    leave(2, ['bias'], 1);
    endGesture();
    leave(2, ['bias'], 2);
    expect(ids()).toEqual([1, 2]);
  });
});
