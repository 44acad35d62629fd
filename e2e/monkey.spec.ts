import { test } from './journey';
import { IN_LESSON, letLoose } from './monkey/monkeyRun';

/** Other seeds, and other lengths, by the environment: MAD_LAB_MONKEYS=7,8 MAD_LAB_MONKEY_SECONDS=300. */
const SEEDS = (process.env.MAD_LAB_MONKEYS ?? '1,2,5').split(',').map(Number);
const SECONDS = Number(process.env.MAD_LAB_MONKEY_SECONDS ?? 60);

for (const seed of SEEDS) {
  test(`monkey ${seed} finds nothing wrong, and leaves a page that works`, async ({ page }, info) => {
    test.setTimeout(SECONDS * 1000 + 180_000);
    await letLoose(page, info, seed, SECONDS);
  });
}

test('a monkey in a lesson finds nothing wrong, and leaves a page that works', async ({ page }, info) => {
  test.setTimeout(SECONDS * 1000 + 180_000);
  await letLoose(page, info, SEEDS[0], SECONDS / 3, IN_LESSON);
});
