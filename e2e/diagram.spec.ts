import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

const diagram = (page: Page) => page.getByRole('group', { name: 'The loop as a diagram' });
const width = async (page: Page, band: string) => Number(await diagram(page).locator(`[data-band=${band}]`).getAttribute('stroke-width'));

/** Takes a ring and moves the pointer, without letting go. */
async function drag(page: Page, ring: Locator, dx: number, dy: number): Promise<void> {
  const box = await ring.boundingBox();
  if (!box) throw new Error('the ring is not on the screen');
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 8 });
}

test('a dragged band changes the number field, the link and its width', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  const ring = lab.slider('Drag: fresh real samples');
  await expect(ring).toHaveAttribute('aria-valuenow', '64');
  const before = await width(page, 'real');
  await drag(page, ring, 60, -20);
  const held = Number(await ring.getAttribute('aria-valuenow'));
  expect(held).toBeGreaterThan(100);
  expect(await width(page, 'real'), 'the band follows the pointer').toBeGreaterThan(before);
  await page.mouse.up();
  await expect(lab.field('Fresh real samples per generation')).toHaveValue(String(held));
  await expect.poll(async () => (await lab.address()).get('real')).toBe(String(held));
  await expect(diagram(page)).toHaveAccessibleDescription(
    `Fresh data loop: training set of generation 2: ${held + 200} = ${held} real + 200 synthetic`,
  );

  // and the settings move the ring
  await lab.set('Synthetic samples per generation', '500');
  await expect(lab.slider('Drag: synthetic samples')).toHaveAttribute('aria-valuenow', '500');
});

test('the keyboard moves a band stop by stop, down to nothing', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  const ring = lab.slider('Drag: fresh real samples');
  await ring.focus();
  await page.keyboard.press('ArrowUp');
  await expect(lab.field('Fresh real samples per generation')).toHaveValue('70');
  await page.keyboard.press('PageUp');
  await expect(ring).toHaveAttribute('aria-valuenow', '200');
  await page.keyboard.press('Home');
  await expect.poll(async () => (await lab.address()).get('real')).toBe('0');
  expect(await width(page, 'real')).toBe(0);
  // arrows on a ring don't scrub
  await lab.expectShown(0);
});

test('each loop has its own diagram', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await page.getByRole('radio', { name: 'synthetic', exact: true }).check({ force: true });
  await expect(diagram(page)).toHaveAccessibleDescription(/^Fully synthetic loop: .* 200 = 0 real \+ 200 synthetic$/);
  await expect(diagram(page).getByRole('slider')).toHaveCount(1);
  await page.getByRole('radio', { name: 'augmented', exact: true }).check({ force: true });
  await expect(diagram(page)).toHaveAccessibleDescription(/^Synthetic augmentation loop: .* 264 = 64 real \+ 200 synthetic$/);
  await expect(lab.slider('Drag: initial real samples')).toBeVisible();
});

test('a running loop marks its phases, and a band dragged in it is a change from the next generation on', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2000');
  const marked = diagram(page).locator('[data-active=true]');
  await expect(marked).toHaveCount(0);
  await lab.button('Run').click();
  await expect(marked).toHaveCount(1);
  await lab.expectReached(2);
  await lab.button('Pause').click();
  await expect(marked).toHaveCount(0);
  expect(await diagram(page).evaluate((element) => element.getAnimations({ subtree: true }).length), 'nothing moves').toBe(0);
  const shown = Number(await lab.timeline.inputValue());
  await drag(page, lab.slider('Drag: synthetic samples'), 45, 0);
  await page.mouse.up();
  await expect(diagram(page).locator('[data-active=true]')).toHaveCount(0);
  await expect.poll(async () => (await lab.address()).get('changes')).toMatch(new RegExp(`^${shown + 1}:synthetic=\\d+$`));
});

test('with reduced motion a phase is marked and nothing travels', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2000');
  await lab.button('Run').click();
  await expect(diagram(page).locator('[data-active=true]')).toHaveCount(1);
  await lab.expectReached(2);
  expect(await diagram(page).evaluate((element) => element.getAnimations({ subtree: true }).length)).toBe(0);
});

test('on a narrow screen the diagram works without the settings', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await expect(lab.slider('Sampling bias λ')).toBeHidden();
  await lab.slider('Drag: fresh real samples').press('End');
  await expect.poll(async () => (await lab.address()).get('real')).toBe('20000');
});
