import { expect, test } from '@playwright/test';
import { Lab } from '../e2e/lab';
import { createMeter, growth, type Memory, print } from './memory';

const MINUTES = Number(process.env.MAD_LAB_SOAK_MINUTES ?? 12);
const GENERATIONS = 160;
const LEAST_CYCLES = 6;

/**
 * Most that a cycle of 160 generations, two changes and a Reset may leave behind. Measured over 32 cycles: 0.02 MB of the page, nothing of
 * the worker, 3 nodes (1 or 2 are the browser's own history of what was typed, for undo), 0.1 listeners. A leak of one frame a generation
 * would be 4 MB, of one chart a cycle hundreds of nodes.
 */
const LIMITS: Partial<Memory> = { pageMB: 0.4, workerMB: 0.1, buffersMB: 0.1, nodes: 30, listeners: 8, tensors: 0.01 };

test(`${MINUTES} minutes of points leave nothing behind`, async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(`backend=wasm&generations=${GENERATIONS}&evaluation=100`);
  const measure = await createMeter(page);
  const rows: Memory[] = [];
  for (const end = Date.now() + MINUTES * 60_000; Date.now() < end || rows.length < LEAST_CYCLES; ) {
    await lab.run();
    for (const bias of ['0.8', '1']) {
      await expect.poll(() => lab.computed(), { timeout: 300_000 }).toBeGreaterThan(10);
      await lab.set('Sampling bias λ', bias);
    }
    await lab.expectEnded(GENERATIONS, 600_000);
    await lab.button('Reset').click();
    await lab.set('Sampling bias λ', '1');
    rows.push(await measure());
    process.stdout.write(`${rows.length * GENERATIONS} generations: ${print(rows[rows.length - 1])}\n`);
  }
  for (const [name, limit] of Object.entries(LIMITS)) {
    const perCycle = growth(rows.map((row) => row[name as keyof Memory]));
    process.stdout.write(`${name}: ${perCycle.toFixed(3)} a cycle of ${GENERATIONS} generations, limit ${limit}\n`);
    expect.soft(perCycle, name).toBeLessThan(limit);
  }
});
