import { expect } from '@playwright/test';
import { openTensors } from '../src/backend/node';
import { trainerOf } from '../src/engine/models/vae/trainer';
import { gaps, trainSteps } from '../test/vaeSteps';
import { bundled } from './bundled';
import { test } from './journey';
import type { OnPage } from './vaeOnPage';

const TRAINING = { shape: { pixels: 196, units: 64, latent: 8 }, batch: 32, drawn: 0.25 };
/** Of 30 steps, three of which are measured besides. */
const MOST_DRAWS = 30 * 110;

test('the VAE learns the same on software WebGL as on wasm, with few draws a step, and leaves no tensor', async ({ page }) => {
  await page.addScriptTag({ content: await bundled('./vaeOnPage.ts') });
  const onPage = await page.evaluateHandle(() => (window as unknown as { onPage: OnPage }).onPage);
  const { trained, draws, backend, tensors } = await onPage.evaluate((engine, training) => engine.train(training), TRAINING);
  expect([backend, tensors]).toEqual(['webgl', 0]);
  expect(draws).toBeGreaterThan(0);
  expect(draws).toBeLessThan(MOST_DRAWS);
  const { parameters, elbo } = gaps(trained, await trainSteps(await openTensors('wasm'), trainerOf, TRAINING));
  process.stdout.write(`VAE on WebGL: parameters ${parameters.toExponential(1)}, ELBO ${elbo.toExponential(1)} off, ${draws} draws in 30 steps\n`);
  expect(parameters).toBeLessThan(1e-3);
  expect(elbo).toBeLessThan(1e-4);
});
