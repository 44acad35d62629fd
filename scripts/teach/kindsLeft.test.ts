import { expect, it } from 'vitest';
import { ring } from '../../src/engine/datasets/ring';
import { parseQuery } from '../../src/engine/experimentText';
import { openReplicate } from '../../src/engine/lanes';
import { createRng } from '../../src/engine/rng';
import { GAME, GAME_QUERY, kindsLeft, SLIPS } from './kindsLeft';

/** The chance that one kind is still there, by the Wright–Fisher chain of its number of slips: another way to the same mean. */
function aliveAfter(generations: number): number {
  const ways = (k: number) => Array.from({ length: k }, (_, i) => (SLIPS - i) / (i + 1)).reduce((product, factor) => product * factor, 1);
  let chances = Array.from({ length: SLIPS + 1 }, (_, count) => Number(count === GAME.ofEach));
  for (let t = 0; t < generations; t++) {
    chances = chances.map((_, j) =>
      chances.reduce((sum, chance, i) => sum + chance * ways(j) * (i / SLIPS) ** j * (1 - i / SLIPS) ** (SLIPS - j), 0),
    );
  }
  return 1 - chances[0];
}

it('the kinds left on average are those of the chain of one kind, times eight', () => {
  for (const { generation, mean, chances } of kindsLeft()) {
    expect(mean).toBeCloseTo(GAME.kinds * aliveAfter(generation), 9);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
    for (const chance of chances) expect(chance).toBeGreaterThan(-1e-9);
  }
  expect(kindsLeft().map(({ mean }) => mean.toFixed(1))).toEqual(['8.0', '7.7', '6.9', '6.2', '5.6', '5.1', '4.7', '4.3', '4.0', '3.8', '3.5']);
});

it('on the screen the game begins with three points of each kind, too', async () => {
  const { experiment, notes } = parseQuery(GAME_QUERY.slice(1));
  expect(notes).toEqual([]);
  const truth = ring.density?.(experiment);
  const { initial } = await openReplicate(1, createRng(experiment.seed), experiment, ring, {} as never);
  if (!truth || initial.kind !== 'points') throw new Error('the ring is no longer of points around centres');
  const counts = new Array<number>(truth.count).fill(0);
  for (let i = 0; i < initial.count; i++) {
    const distances = Array.from({ length: truth.count }, (_, m) =>
      Math.hypot(initial.values[2 * i] - truth.centres[2 * m], initial.values[2 * i + 1] - truth.centres[2 * m + 1]),
    );
    counts[distances.indexOf(Math.min(...distances))]++;
  }
  expect(counts).toEqual(new Array(GAME.kinds).fill(GAME.ofEach));
});
