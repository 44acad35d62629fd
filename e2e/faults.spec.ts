import { expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

const hide = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => visibility === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

test('a hidden tab pauses, and goes on when it is seen again, but not where the reader had paused', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2000');
  await lab.button('Run').click();
  await lab.expectReached(2);
  await hide(page, 'hidden');
  await expect(lab.button('Resume')).toBeVisible();
  const shown = await lab.timeline.inputValue();
  await hide(page, 'visible');
  await expect(lab.button('Pause')).toBeVisible();
  await expect(lab.timeline).not.toHaveValue(shown);
  await lab.button('Pause').click();
  await hide(page, 'hidden');
  await hide(page, 'visible');
  await expect(lab.button('Resume')).toBeVisible();
});

test('a dead engine is said on the screen; finished generations stay, and Resume goes on to the same numbers; a promise that failed in one is said, too', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=12&evaluation=200');
  await lab.run();
  await lab.expectEnded(12);
  const whole = await lab.table('Recall');

  await lab.button('Reset').click();
  await page.workers()[0]?.evaluate(() => {
    const post = self.postMessage.bind(self);
    self.postMessage = (message, ...rest) => {
      post(message, ...(rest as [StructuredSerializeOptions]));
      if (message.type !== 'generation' || message.generation !== 5) return;
      setTimeout(() => {
        throw new Error('struck by lightning');
      });
    };
  });
  await lab.button('Run').click();
  const alert = page.getByRole('alert').filter({ hasText: 'The run stopped' });
  await expect(alert).toContainText('struck by lightning');
  const kept = await lab.computed();
  expect(kept).toBeGreaterThanOrEqual(3);
  const recall = await lab.table('Recall');
  for (const loop of Object.keys(whole)) expect(recall[loop]).toEqual(whole[loop]?.slice(0, recall[loop]?.length));
  await lab.button('Resume').click();
  await expect(alert).toHaveCount(0);
  await lab.expectEnded(12);
  expect(await lab.table('Recall')).toEqual(whole);

  await lab.button('Reset').click();
  await lab.button('Step').click();
  await lab.expectShown(1);
  await page
    .workers()
    .at(-1)
    ?.evaluate(() => void Promise.reject(new Error('nobody caught this')));
  await expect(alert).toContainText('nobody caught this');
});

test('an engine that falls silent is said to be slow, then ended, before any run, too; the next run starts another', async ({ page }) => {
  await page.clock.install();
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2&evaluation=200');
  await page.workers()[0]?.evaluate(() => self.close());
  await page.clock.runFor(4000);
  await expect(page.getByText('The engine is slow to answer')).toBeVisible({ timeout: 180_000 });
  await lab.button('Run').click();
  const alert = page.getByRole('alert').filter({ hasText: 'The run stopped' });
  await page.clock.runFor(7000);
  await expect(alert).toContainText('no sign of life for 10 s', { timeout: 180_000 });
  await lab.button('Try again').click();
  await lab.set('Speed', 'max');
  await lab.expectEnded(2);
});

test('the parts of the engine may arrive in any order', async ({ page }) => {
  const late: string[] = [];
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const code = await response.text();
    // tfjs's core, for whose flags all else asks
    if (code.includes('registerFlag(`DEBUG`') || code.includes('registerFlag("DEBUG"')) {
      late.push(route.request().url());
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
    await route.fulfill({ response, body: code });
  });
  const lab = new Lab(page);
  await lab.open('backend=wasm&model=vae&steps=10&initialReal=50&evaluation=50&generations=2&scores=none');
  await lab.button('Step').click();
  await expect.poll(() => lab.computed(), { timeout: 180_000 }).toBe(1);
  expect(late).toHaveLength(1);
});

test('data that cannot be fetched are named, and trying again helps', async ({ page }) => {
  const lab = new Lab(page);
  await page.goto('./?backend=wasm');
  await page.route('**/digits/**', (route) => route.abort());
  await page.getByRole('radio', { name: 'Digits' }).check({ force: true });
  await expect(page.getByRole('alert')).toContainText('could not be');
  await page.unroute('**/digits/**');
  await lab.button('Reset').click();
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText('real digits');
  await expect(page.getByRole('alert').filter({ hasText: 'could not be' })).toHaveCount(0);
});
