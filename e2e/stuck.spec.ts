import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

/** Presses that once left the page waiting for an engine that had nothing to do. */

test('Run right after Reset, again and again, always runs to the end', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=6&synthetic=2000');
  await lab.set('Speed', 'max');
  for (let i = 0; i < 4; i++) {
    await lab.button('Run').click();
    await lab.button('Reset').click();
  }
  await lab.button('Run').click();
  await lab.expectEnded(6);
});

test('a run of one generation can be run twice', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=1');
  await lab.run();
  await lab.expectEnded(1);
  await lab.button('Run').click();
  await lab.expectEnded(1);
});

test('Step after Step, and after a slider, shows the next generation', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  for (const generation of [1, 2, 3]) {
    await lab.button('Step').click();
    await lab.expectShown(generation);
  }
  await lab.set('Sampling bias λ', '0.7');
  await lab.button('Step').click();
  await lab.expectShown(4);
  await expect.poll(async () => (await lab.address()).get('changes')).toBe('4:bias=0.7');
});

test('a slider moved after the last generation adds generations to show what it does', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=4');
  await lab.run();
  await lab.expectEnded(4);
  await lab.set('Synthetic samples per generation', '50');
  await expect.poll(async () => (await lab.address()).get('changes')).toBe('5:synthetic=50');
  await lab.button('Resume').click();
  await lab.expectEnded(8);
});

test('Run after the end, with other settings waiting, runs these', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=3');
  await lab.run();
  await lab.expectEnded(3);
  await page.getByRole('radio', { name: 'Moons' }).check({ force: true });
  await lab.button('Run').click();
  await lab.expectEnded(3);
  await expect.poll(async () => (await lab.address()).get('dataset')).toBe('moons');
});
