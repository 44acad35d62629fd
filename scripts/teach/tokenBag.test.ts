import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The chances of each number of one kind among `size` draws with replacement, where it had each number with these chances before. */
function drawn(before: readonly number[]): number[] {
  const size = before.length - 1;
  const after = new Array<number>(size + 1).fill(0);
  for (const [had, chance] of before.entries()) {
    if (chance < 1e-12) continue;
    const share = had / size;
    let ways = 1;
    for (let now = 0; now <= size; now++) {
      after[now] += chance * ways * share ** now * (1 - share) ** (size - now);
      ways = (ways * (size - now)) / (now + 1);
    }
  }
  return after;
}

/** The chance that a kind with so many of `size` is gone after some generations, of each one from 1 on. */
function gone(tokens: number, size: number, generations: number): number[] {
  let chances = Array.from({ length: size + 1 }, (_, count) => Number(count === tokens));
  return Array.from({ length: generations }, () => {
    chances = drawn(chances);
    return chances[0];
  });
}

it('what the guide says of the bag of 32 tokens is exact', () => {
  const guide = readFileSync('src/lessons/guides/rare-first.md', 'utf8');
  for (const tokens of [16, 8, 4, 2, 1]) {
    const chances = gone(tokens, 32, 10);
    const cells = [1, 3, 10].map((generation) => `${Math.round(100 * chances[generation - 1])} %`);
    expect(guide).toContain(`| ${tokens} | ${cells.join(' | ')} |`);
  }
});

it('what the key says of five texts among a thousand is exact', () => {
  const [chance] = gone(5, 1000, 30).slice(-1);
  expect(readFileSync('src/lessons/guides/rare-first.md', 'utf8')).toContain(`about ${Math.round(10 * chance)} times in 10`);
});
