import { expect, type Locator, type Page } from '@playwright/test';
import { framesLater } from './frames';
import { test } from './journey';
import { Lab } from './lab';

const diagram = (page: Page, loop: string) => page.getByRole('group', { name: `${loop}: the loop as a diagram` });
const ring = (page: Page, loop: string, key: string) => diagram(page, loop).locator(`[data-ring=${key}]`);
const width = async (page: Page, loop: string, band: string) =>
  Number(await diagram(page, loop).locator(`[data-band=${band}]`).getAttribute('stroke-width'));

/** The middle of what is seen of a ring. */
async function middleOf(handle: Locator): Promise<readonly [x: number, y: number]> {
  const box = await handle.locator('circle').boundingBox();
  if (!box) throw new Error('the ring is not on the screen');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Whether the middle of a ring lies on the band that it moves. */
const liesOnBand = (handle: Locator) =>
  handle.evaluate((element) => {
    const band = element.dataset.ring === 'synthetic' ? 'synthetic' : 'real';
    const path = element.closest('[role=group]')?.querySelector<SVGPathElement>(`[data-band=${band}]`);
    const { x, y, width, height } = (element.querySelector('circle') as Element).getBoundingClientRect();
    const place = new DOMPoint(x + width / 2, y + height / 2).matrixTransform(path?.getScreenCTM()?.inverse());
    return path?.isPointInStroke(place);
  });

/** Whether a ring has 24 px, and is what is hit in its middle and at its corners. */
const roomOf = (handle: Locator) =>
  handle.evaluate((element) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    const seen = (element.querySelector('circle') as Element).getBoundingClientRect();
    const middle = [seen.x + seen.width / 2, seen.y + seen.height / 2];
    const corners = [left + 1, right - 1].flatMap((x) => [top + 1, bottom - 1].map((y) => [x, y]));
    return {
      isLarge: Math.min(width, height) >= 24,
      hits: [middle, ...corners].map(([x, y]) => element.contains(document.elementFromPoint(x, y))),
    };
  });

/** Takes a ring and moves the pointer, without letting go. */
async function drag(page: Page, handle: Locator, dx: number, dy: number): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const [x, y] = await middleOf(handle);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 8 });
}

const movesIn = (of: Locator) => of.evaluate((element) => element.getAnimations({ subtree: true }).length);

test('a dragged band shows its value, and changes the number field, the link, its width and the line under the loop’s name', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  const before = await width(page, 'Fresh data', 'real');
  await drag(page, ring(page, 'Fresh data', 'real'), 60, -20);
  // the last move is seen a frame later
  await framesLater(page);
  const held = Number(await diagram(page, 'Fresh data').locator('span').getByText(/^\d+$/).textContent());
  expect(held).toBeGreaterThan(100);
  await expect.poll(() => width(page, 'Fresh data', 'real'), 'the band follows the pointer').toBeGreaterThan(before);
  await page.mouse.up();
  await expect(diagram(page, 'Fresh data').locator('span').getByText(/^\d+$/)).toHaveCount(0);
  await expect(lab.field('Fresh real samples per generation')).toHaveValue(String(held));
  await lab.expectAddress({ real: String(held) });
  await expect(diagram(page, 'Fresh data')).toHaveAccessibleDescription(
    `Fresh data loop: training set of generation 2: ${held + 200} = ${held} real + 200 synthetic`,
  );
  await expect(page.getByText(`learns from 200 of its own and ${held} new real samples`)).toBeVisible();

  // and the settings move the bands of all loops
  const [own, others] = await Promise.all(['Fresh data', 'Fully synthetic'].map((loop) => width(page, loop, 'synthetic')));
  await lab.set('Synthetic samples per generation', '2000');
  await expect.poll(() => width(page, 'Fresh data', 'synthetic')).toBeGreaterThan(own);
  await expect.poll(() => width(page, 'Fully synthetic', 'synthetic')).toBeGreaterThan(others);
});

test('each loop has its own diagram: no real data, the same ones, new ones', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  for (const [loop, sum, line, keys] of [
    ['Fully synthetic', '200 = 0 real + 200 synthetic', 'learns from 200 of its own samples', ['synthetic']],
    [
      'Synthetic augmentation',
      '264 = 64 real + 200 synthetic',
      'learns from 200 of its own and the same 64 real samples',
      ['synthetic', 'initialReal'],
    ],
    ['Fresh data', '264 = 64 real + 200 synthetic', 'learns from 200 of its own and 64 new real samples', ['synthetic', 'real']],
  ] as const) {
    await expect(diagram(page, loop)).toHaveAccessibleDescription(`${loop} loop: training set of generation 2: ${sum}`);
    await expect(page.getByText(line, { exact: true })).toBeVisible();
    const handles = diagram(page, loop).locator('[data-ring]');
    await expect.poll(() => handles.evaluateAll((rings) => rings.map((element) => element.getAttribute('data-ring')))).toEqual(keys);
    expect(await diagram(page, loop).ariaSnapshot(), 'nothing in it for the ear or the keyboard').not.toContain('slider');
    expect(await diagram(page, loop).locator('[tabindex], button, input, a').count()).toBe(0);
  }
  expect(await width(page, 'Fully synthetic', 'real')).toBe(0);
  // one count has one width in all of them
  const widths = await Promise.all(['Fully synthetic', 'Synthetic augmentation', 'Fresh data'].map((loop) => width(page, loop, 'synthetic')));
  expect(new Set(widths).size).toBe(1);
});

test('a band dragged during a run is a change from the next generation on, and fixed real data wait for Reset', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2000');
  await lab.button('Run').click();
  await lab.expectReached(2);
  await lab.button('Pause').click();
  await expect.poll(() => movesIn(diagram(page, 'Fresh data')), 'nothing moves').toBe(0);
  const shown = Number(await lab.timeline.inputValue());
  await drag(page, ring(page, 'Fully synthetic', 'synthetic'), 45, 0);
  await page.mouse.up();
  await lab.expectAddress({ changes: new RegExp(`^${shown + 1}:synthetic=\\d+$`) });
  await expect(page.getByText(/^learns next from \d+ of its own samples$/)).toBeVisible();

  await drag(page, ring(page, 'Synthetic augmentation', 'initialReal'), 45, 0);
  await expect(diagram(page, 'Synthetic augmentation').getByText(/^\d+ on Reset$/)).toBeVisible();
  await page.mouse.up();
  await expect(page.getByText(/the same 64 real samples; \d+ on Reset$/)).toBeVisible();
});

/** What the first lights of the diagrams change, by the names of their properties. */
const firstLights = (page: Page) =>
  page
    .waitForFunction(() => {
      const lights = document.getAnimations().filter(({ effect }) => effect instanceof KeyframeEffect && effect.target?.matches('[data-light]'));
      const properties = lights.flatMap(({ effect }) => (effect as KeyframeEffect).getKeyframes().flatMap((frame) => Object.keys(frame)));
      return lights.length > 0 && [...new Set(properties)].filter((name) => !/offset|easing|composite/i.test(name)).sort();
    })
    .then((handle) => handle.jsonValue());

test('a running loop has a light on its bands that is moved without painting; with reduced motion it has none', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2000');
  await lab.button('Run').click();
  expect(await firstLights(page)).toEqual(['opacity', 'transform']);
  await lab.button('Reset').click();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => {
    const { animate } = Element.prototype;
    Element.prototype.animate = function (...how) {
      document.documentElement.dataset.animated = 'yes';
      return animate.apply(this, how);
    };
  });
  await lab.button('Run').click();
  await lab.expectReached(2);
  await expect(page.locator('[data-animated]')).toHaveCount(0);
});

test('who may not change a key can’t drag its band', async ({ page }) => {
  const lab = new Lab(page);
  const handles = page.locator('[data-ring]');
  const keys = async () => new Set(await handles.evaluateAll((rings) => rings.map((element) => element.getAttribute('data-ring'))));
  await lab.open('lock=real&hide=initialReal');
  await expect(handles).toHaveCount(3);
  await expect.poll(keys).toEqual(new Set(['synthetic']));
  for (const rule of ['lock=controls', 'hide=controls', 'lock=diagram']) {
    await lab.open(rule);
    await expect(diagram(page, 'Fresh data'), rule).toBeVisible();
    await expect(handles, rule).toHaveCount(0);
  }
});

for (const width of [320, 1366])
  test(`at ${width} px each ring lies on its band, and has 24 px for itself`, async ({ page }) => {
    await page.setViewportSize({ width, height: 768 });
    const lab = new Lab(page);
    await lab.open('backend=wasm&real=5&synthetic=2000');
    await diagram(page, 'Fresh data').scrollIntoViewIfNeeded();
    for (const handle of await page.locator('[data-ring]').all()) {
      await expect.poll(() => liesOnBand(handle)).toBe(true);
      await expect.poll(() => roomOf(handle), `${await handle.getAttribute('data-ring')}`).toEqual({ isLarge: true, hits: Array(5).fill(true) });
    }
  });
