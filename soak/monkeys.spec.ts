import { test } from '@playwright/test';
import { letLoose } from '../e2e/monkey/monkeyRun';

const SEEDS = Array.from({ length: 10 }, (_, i) => 101 + i);
const SECONDS = 120;

for (const seed of SEEDS) {
  test(`monkey ${seed} for ${SECONDS} s`, ({ page }, info) => letLoose(page, info, seed, SECONDS));
}
