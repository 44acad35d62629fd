import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

test('the default points tell their three stories', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await expect(page.getByRole('region', { name: 'Samples' }).getByRole('img')).toHaveCount(3);
  await lab.run();
  await lab.expectEnded(50);

  const recall = await lab.table('Recall');
  expect(Object.keys(recall)).toEqual(['Fully synthetic', 'Synthetic augmentation', 'Fresh data']);
  expect(recall['Fully synthetic']).toHaveLength(50);
  expect(recall['Fully synthetic']?.at(-1)).toBeLessThan(0.2);
  expect(recall['Fresh data']?.at(-1)).toBeGreaterThan(0.9);
  const modes = await lab.table('Modes alive');
  expect(modes['Fully synthetic']?.at(-1)).toBeLessThanOrEqual(6);
  expect(modes['Synthetic augmentation']?.at(-1)).toBeGreaterThan(modes['Fully synthetic']?.at(-1) ?? 0);
  expect(modes['Fresh data']?.at(-1)).toBe(8);
  // generation 1 is one model
  for (const score of [recall, modes]) expect(new Set(Object.values(score).map(([first]) => first)).size).toBe(1);
  await expect(page.getByRole('region', { name: 'What is happening' })).toContainText('Generation 50');
});

test('Run, Pause, Resume, Step and Reset do what they say', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2000');
  await lab.button('Step').click();
  await lab.expectShown(1);
  await lab.button('Step').click();
  await lab.expectShown(2);
  await lab.button('Resume').click();
  await expect(lab.button('Pause')).toBeVisible();
  await lab.expectReached(4);
  await lab.button('Pause').click();
  const paused = Number(await lab.timeline.inputValue());
  await lab.button('Step').click();
  await lab.expectShown(paused + 1);
  await expect(lab.button('Resume')).toBeVisible();
  await lab.button('Reset').click();
  await lab.expectShown(0);
  await expect(lab.button('Run')).toBeVisible();
});

test('the timeline scrubs to every generation that is computed, and no further', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=10');
  await lab.run();
  await lab.expectEnded(10);
  const before = await lab.picture('Fresh data').screenshot();
  await lab.timeline.fill('3');
  await expect(page.getByRole('region', { name: 'What is happening' })).toContainText('Generation 3');
  expect(await lab.picture('Fresh data').screenshot()).not.toEqual(before);
  await lab.timeline.fill('10');
  await expect(page.getByRole('region', { name: 'What is happening' })).toContainText('Generation 10');
  expect(await lab.picture('Fresh data').screenshot()).toEqual(before);
  await lab.timeline.fill('0');
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText(/real/i);
});

test('the same link gives the same numbers, paused or not', async ({ page }) => {
  const lab = new Lab(page);
  const link = 'backend=wasm&generations=6&seed=0';
  await lab.open(link);
  await lab.run();
  await lab.expectEnded(6);
  const straight = await lab.table('Frechet distance');
  await lab.open(link);
  for (let generation = 1; generation <= 3; generation++) {
    await lab.button('Step').click();
    await lab.expectShown(generation);
  }
  await lab.set('Speed', 'max');
  await lab.button('Resume').click();
  await lab.expectEnded(6);
  expect(await lab.table('Frechet distance')).toEqual(straight);
});
