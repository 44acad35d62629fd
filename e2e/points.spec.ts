import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

test('the default points tell their three stories, and the timeline leads back into them', async ({ page }) => {
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

  const told = page.getByRole('region', { name: 'What is happening' });
  await expect(told).toContainText('Generation 50');
  const last = await lab.picture('Fresh data').screenshot();
  // a picture is drawn in the frame after its words
  const isLast = async () => (await lab.picture('Fresh data').screenshot()).equals(last);
  await lab.timeline.fill('3');
  await expect(told).toContainText('Generation 3');
  await expect.poll(isLast).toBe(false);
  await lab.timeline.fill('50');
  await expect(told).toContainText('Generation 50');
  await expect.poll(isLast).toBe(true);
  await lab.timeline.fill('0');
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText(/real/i);
});

test('Step, Run, a slider, Pause, what waits for Reset and Reset do what they say', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2000');
  for (const generation of [1, 2]) {
    await lab.button('Step').click();
    await lab.expectShown(generation);
  }
  await lab.button('Resume').click();
  await expect(lab.button('Pause')).toBeVisible();
  await lab.expectReached(4);

  await lab.slider('Sampling bias λ').press('ArrowLeft');
  await lab.expectAddress({ changes: /^\d+:bias=0\.\d+$/ });
  await expect(lab.button('Pause'), 'it goes on').toBeVisible();
  await lab.expectReached(Number(await lab.timeline.inputValue()) + 2);

  await lab.button('Pause').click();
  const paused = Number(await lab.timeline.inputValue());
  await lab.button('Step').click();
  await lab.expectShown(paused + 1);
  await expect(lab.button('Resume')).toBeVisible();

  await lab.unfold('Set up');
  await lab.set('Seed', '2');
  await expect(page.getByRole('region', { name: 'Controls' })).toContainText('on Reset');
  await lab.expectAddress({ at: String(paused + 1), seed: null });
  await lab.button('Reset').click();
  await lab.expectShown(0);
  await lab.expectAddress({ seed: '2' });
  await expect(page.getByRole('region', { name: 'Controls' })).not.toContainText('on Reset');

  // the engine that was called off a moment ago takes up the next run
  for (let i = 0; i < 3; i++) {
    await lab.button('Run').click();
    await lab.button('Reset').click();
  }
  await lab.button('Run').click();
  await lab.expectReached(1);
});
