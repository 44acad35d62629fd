import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

const MEGABYTE = 1_000_000;

test('three generations of digits are learned on wasm, from data fetched only now', async ({ page }) => {
  const lab = new Lab(page);
  const fetched: { url: string; bytes: number }[] = [];
  const sizes: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(request.sizes().then(({ responseBodySize }) => void fetched.push({ url: request.url(), bytes: responseBodySize })));
  });
  const bytesOf = async (what: RegExp) => {
    await Promise.all(sizes);
    return fetched.filter(({ url }) => what.test(url)).reduce((sum, { bytes }) => sum + bytes, 0);
  };

  await lab.open('backend=wasm');
  await page.getByRole('radio', { name: 'Digits' }).check({ force: true });
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText('real digits');
  await expect(page.getByRole('region', { name: 'Preset', exact: true }), 'nobody chose a preset').toHaveCount(0);
  await lab.unfold('Set up');
  await lab.set('Generations', '3');
  await lab.set('Speed', 'max');
  // one generation and no more: behind it the noise floor fetches digits of its own
  await lab.button('Step').click();
  await expect.poll(() => lab.computed(), { timeout: 180_000 }).toBe(1);
  expect(await bytesOf(/\/digits\//)).toBeLessThanOrEqual(0.2 * MEGABYTE);
  await lab.button('Resume').click();
  await lab.expectEnded(3);
  expect(await bytesOf(/\/digits\//)).toBeLessThanOrEqual(MEGABYTE);

  const recall = await lab.table('Recall');
  for (const loop of ['Fully synthetic', 'Synthetic augmentation', 'Fresh data']) {
    expect(recall[loop]).toHaveLength(3);
    expect(recall[loop]?.[0]).toBeGreaterThan(0.5);
    await expect.poll(() => lab.colours(loop)).toBeGreaterThan(50);
  }
  expect(recall['Fully synthetic']?.[2]).toBeLessThan(recall['Fresh data']?.[2] ?? 0);
  expect(await page.workers()[0]?.evaluate('self._tfengine.backendName')).toBe('wasm');
  await expect(page.getByRole('contentinfo')).toContainText('on the processor');
  await lab.expectAddress({ model: 'vae' });
});
