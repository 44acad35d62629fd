import { SLOWER, test } from './journey';
import { type Length, letLoose } from './monkey/monkeyRun';

/** Other seeds, and a length in seconds, by the environment: MAD_LAB_MONKEYS=7,8 MAD_LAB_MONKEY_SECONDS=300. */
const SEEDS = (process.env.MAD_LAB_MONKEYS ?? '1,2,5').split(',').map(Number);
const SECONDS = Number(process.env.MAD_LAB_MONKEY_SECONDS ?? 0);
/** 200 steps take about a minute. */
const LENGTH: Length = SECONDS > 0 ? { seconds: SECONDS } : { steps: 200 };

for (const seed of SEEDS) {
  test(`monkey ${seed} finds nothing wrong, and leaves a page that works`, async ({ page }, info) => {
    test.setTimeout(SECONDS * 1000 + 600_000 * SLOWER);
    await letLoose(page, info, seed, LENGTH);
  });
}
