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

async function stepTo(lab: Lab, generation: number): Promise<void> {
  for (let t = 1; t <= generation; t++) {
    await lab.button('Step').click();
    await lab.expectShown(t);
  }
}

test('an engine that dies costs no number: its work is done again; one that dies again is said on the screen, and Resume goes on', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=24&evaluation=200');
  await lab.run();
  await lab.expectEnded(24);
  const whole = await lab.table('Recall');

  await lab.button('Reset').click();
  // it waits there, however fast it is
  await stepTo(lab, 4);
  // where there is one core alone, the first time is said
  await lab.breakEngine();
  await expect(lab.stopped).toContainText('struck by lightning');
  await expect.poll(() => lab.computed()).toBe(4);
  const recall = await lab.table('Recall');
  for (const loop of Object.keys(whole)) expect(recall[loop]).toEqual(whole[loop]?.slice(0, recall[loop]?.length));
  await lab.button('Resume').click();
  await expect(lab.stopped).toHaveCount(0);
  await lab.set('Speed', 'max');
  await lab.expectEnded(24);
  expect(await lab.table('Recall')).toEqual(whole);
});

test('of several workers one that dies costs its share, which is computed again to the same numbers', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 4 }));
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=24&evaluation=200');
  await lab.run();
  await lab.expectEnded(24);
  await expect.poll(() => page.workers()).toHaveLength(3);
  const whole = await lab.table('Recall');

  await lab.button('Reset').click();
  // it waits there, however fast it is
  await stepTo(lab, 4);
  const last = page.workers().at(-1);
  await last?.evaluate(() => {
    setTimeout(() => {
      throw new Error('struck by lightning');
    });
  });
  await expect.poll(() => page.workers().includes(last as NonNullable<typeof last>)).toBe(false);
  await lab.button('Resume').click();
  await lab.expectEnded(24);
  await expect(lab.stopped).toHaveCount(0);
  expect(await lab.table('Recall')).toEqual(whole);
});

test('a promise that failed in an engine is said on the screen', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=12&evaluation=200');
  await lab.button('Step').click();
  await lab.expectShown(1);
  await lab.breakEngine('rejects');
  await expect(lab.stopped).toContainText('nobody caught this');
});

test('an engine that falls silent is said to be slow, then ended, before any run, too; the next run starts another', async ({ page }) => {
  await page.clock.install();
  // where there are more, another one does its work
  await page.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 1 }));
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
  // each worker fetches its own
  expect(late).not.toHaveLength(0);
});

test('data that cannot be fetched are named, and trying again helps', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await page.route('**/digits/**', (route) => route.abort());
  await page.getByRole('radio', { name: 'Digits' }).check({ force: true });
  await expect(page.getByRole('alert')).toContainText('could not be');
  await page.unroute('**/digits/**');
  await lab.button('Reset').click();
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText('real digits');
  await expect(page.getByRole('alert').filter({ hasText: 'could not be' })).toHaveCount(0);
});

test('where the words for a run do not come, the page says so, and runs all the same', async ({ page }) => {
  await page.route(/\/telling-[^/]*\.js$/, (route) => route.abort());
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2&evaluation=200');
  const story = page.getByRole('region', { name: 'What is happening' });
  await expect(story).toContainText('Press Run');
  await lab.run();
  await lab.expectEnded(2);
  await expect(story).toContainText('could not be loaded');
});
