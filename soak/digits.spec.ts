import { expect, test } from '@playwright/test';
import { Lab } from '../e2e/lab';
import { createMeter, type Memory, print } from './memory';

/** The largest model on the least data: 3.4 MB of parameters a loop, 410 MB in 40 generations of three loops. */
const LARGE = 'backend=wasm&model=vae&units=512&resolution=28&steps=5&initialReal=50&synthetic=50&real=50&evaluation=50&scores=none';
const GENERATIONS = 40;
/** The worker's budget for models that are kept to go back to, and room for data, the models at work and wasm. */
const MOST_BUFFERS_MB = 256 + 150;
/** What may stay after Reset beside the data: no model. */
const LEFT_MB = 30;

test(`${GENERATIONS} generations of digits stay in their budget, and Reset frees them`, async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(`${LARGE}&generations=${GENERATIONS}`);
  const measure = await createMeter(page);
  const before = await measure();
  const rows: Memory[] = [];
  await lab.set('Speed', 'max');
  await lab.button('Run').click();
  for (let next = 5; next <= GENERATIONS; next += 5) {
    await expect.poll(() => lab.computed(), { timeout: 1_200_000 }).toBeGreaterThanOrEqual(next);
    rows.push(await measure());
    process.stdout.write(`generation ${next}: ${print(rows[rows.length - 1])}\n`);
  }
  await lab.expectEnded(GENERATIONS);
  await lab.button('Reset').click();
  await expect.poll(async () => (await measure()).buffersMB - before.buffersMB, { timeout: 60_000 }).toBeLessThan(LEFT_MB);
  const after = await measure();
  process.stdout.write(`after Reset: ${print(after)}\n`);
  expect(Math.max(...rows.map(({ buffersMB }) => buffersMB))).toBeLessThan(MOST_BUFFERS_MB);
  expect(after.tensors).toBe(0);
});
