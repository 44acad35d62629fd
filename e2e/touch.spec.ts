import { type CDPSession, devices, expect, type Locator, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

const { viewport, deviceScaleFactor, isMobile, hasTouch, userAgent } = devices['iPad (gen 7)'];
test.use({ viewport, deviceScaleFactor, isMobile, hasTouch, userAgent });

/** Ends when the page has stood still for ten frames: a finger on a page that still glides only stops it. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let [frames, at] = [0, scrollY]; frames < 10; frames = scrollY === at ? frames + 1 : 0, at = scrollY) {
      await new Promise(requestAnimationFrame);
    }
  });
}

/** A finger that lands on the middle of a thing and moves by so much, as the browser itself sees it. */
async function swipe(page: Page, on: Locator, dx: number, dy: number): Promise<void> {
  await atRest(page);
  await on.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await atRest(page);
  const box = await on.boundingBox();
  if (!box) throw new Error('nothing to swipe on');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let step = 1; step <= 10; step++) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + (dx * step) / 10, y: y + (dy * step) / 10 }] });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('a finger that scrolls over a slider leaves it; one that goes along it moves it', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=5');
  const [speed, field] = [lab.slider('Speed'), lab.field('Speed')];
  await expect(field).toHaveValue('2/s');
  const top = await page.evaluate(() => scrollY);
  await swipe(page, speed, 0, -150);
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(top);
  await expect(speed).toHaveValue('3');
  await expect(field).toHaveValue('2/s');
  await swipe(page, speed, 120, 0);
  await expect(speed).not.toHaveValue('3');
  await expect(field).not.toHaveValue('2/s');
});

test('a finger drags a band by its ring; on the band itself it scrolls', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=5');
  const field = lab.field('Fresh real samples per generation');
  const diagram = page.getByRole('group', { name: 'Fresh data: the loop as a diagram' });
  await swipe(page, diagram.locator('[data-ring=real] circle'), 60, 0);
  await expect(field).not.toHaveValue('64');
  const [value, top] = [await field.inputValue(), await page.evaluate(() => scrollY)];
  await swipe(page, diagram.locator('[data-band=real]'), 0, -150);
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(top);
  await expect(field).toHaveValue(value);
});

test('fields have letters that a phone does not enlarge the page for', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  const sizes = await page
    .locator('input:not([type=range]), select')
    .evaluateAll((fields) => fields.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)));
  expect(sizes.length).toBeGreaterThan(5);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
});
