import { expect, type Locator, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';

/** Radio buttons that can be seen, and so would lie on the words that are pressed. */
const seenRadios = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('input[type=radio]')].filter((radio) => getComputedStyle(radio).opacity !== '0').length);

/** The side of a code, which is a square; 0 where it is none. */
async function sideOf(code: Locator): Promise<number> {
  const { width = 0, height = 0 } = (await code.boundingBox()) ?? {};
  return Math.abs(width - height) < 2 ? width : 0;
}

test('a desk has the seed of its number, says so, and keeps it over a reload; its shared link has the plain seed', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('v=1&generations=4&seed=5#desk=12');
  await expect(page.getByRole('banner')).toContainText('Desk 12: seed 12');
  await lab.unfold('Set up');
  await expect(lab.field('Seed')).toHaveValue('12');
  await expect.poll(() => page.url()).toContain('seed=12#desk=12');
  await page.reload();
  await expect(page.getByRole('banner')).toContainText('Desk 12: seed 12');
  await lab.button('Share').click();
  await expect(page.getByRole('textbox', { name: 'Link', exact: true })).toHaveValue(/\?v=1&generations=4&seed=12&backend=wasm$/);
  await page.keyboard.press('Escape');

  // the number in the address is changed by hand
  await page.evaluate(() => {
    location.hash = '#desk=13';
  });
  await expect(page.getByRole('banner')).toContainText('Desk 13: seed 13');
  await page.evaluate(() => {
    location.hash = '#desk=the window';
  });
  await expect(page.getByText(/^desk=the window is not a whole number from 1 to 999\./)).toBeVisible();
});

test('the projector tells desk and seed', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('generations=3&theme=projector#desk=7');
  await expect(page.getByText('Desk 7: seed 7')).toBeAttached();
  await expect(page.getByText('seed 7', { exact: true })).toBeVisible();
  await lab.open('generations=3&theme=projector&seed=41');
  await expect(page.getByText('seed 41', { exact: true })).toBeVisible();
});

test('a QR code fills the screen with its link in large type, and Escape leads back to where it was', async ({ page }) => {
  const lab = new Lab(page);
  for (const [width, height] of [
    [1366, 768],
    [1024, 768],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await lab.open('generations=4&dataset=long-tail');
    if (width < 400) await lab.button('More').click();
    await lab.button('Share').click();
    const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
    const code = page.getByRole('button', { name: 'Fill the screen with the QR code of this link' });
    await code.click();
    const full = page.getByRole('dialog', { name: 'QR code on the full screen' });
    await expect(full.getByText(link)).toBeVisible();
    await expect.poll(() => sideOf(full.locator('svg'))).toBeGreaterThanOrEqual(Math.min(width, height) - 1);
    await expect(full).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(full).toHaveCount(0);
    await expect(page.getByRole('dialog', { name: 'Share this experiment' })).toBeVisible();
    await expect(code).toBeFocused();
  }
});

test('what a link locks is dim words behind a padlock, with the reason', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lock=real,synthetic,bias,seed,dataset,model,kind');
  await lab.unfold('Set up');
  await expect(page.getByText('Locked by the link', { exact: true }).and(page.locator('p'))).toBeVisible();
  await expect.poll(() => seenRadios(page)).toBe(0);
  await expect(page.getByRole('radio', { name: 'Long tail' }).locator('xpath=..')).toHaveCSS('opacity', '0.6');
  for (const name of ['Seed', 'Fresh real samples per generation']) await expect(lab.field(name)).toBeDisabled();
  await expect(lab.field('Generations')).toBeEnabled();
  // all of it hidden leaves no empty fold behind
  await lab.open('hide=model,dataset,loop,initialReal,generations,seed,replicates,memory,advanced');
  await expect(lab.slider('Sampling bias λ')).toBeVisible();
  await expect(page.locator('summary').filter({ hasText: /^Set up/ })).toHaveCount(0);
});

test('what a link locks still explains itself, to a press and to the keyboard, and says that it is locked; nothing of it can be changed', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('memory=last&lock=controls,speed');
  await lab.unfold('Set up');
  await page.getByText('Advanced', { exact: true }).focus();
  await page.keyboard.press('Enter');
  const controls = page.getByRole('region', { name: 'Controls', exact: true });
  const names = controls.getByRole('button', { name: /^About / });
  const rest = controls.locator('input, select, textarea, button:not([data-term])');
  await expect.poll(() => names.count()).toBeGreaterThan(15);
  await expect.poll(() => rest.count()).toBeGreaterThan(30);
  const enabled = () =>
    rest.evaluateAll((elements) => elements.filter((element) => !element.matches(':disabled')).map((element) => element.outerHTML));
  await expect.poll(enabled).toEqual([]);
  for (const name of await names.all()) await expect(name).toHaveAccessibleDescription('Locked by the link');
  const note = page.locator('[popover]:popover-open');
  await lab.button('About Seed').click();
  await expect(note).toContainText('Locked by the link.');
  expect(await violations(page)).toEqual([]);
  await lab.button('About Loops').focus();
  await page.keyboard.press('Tab');
  await expect(lab.button('About Initial real samples'), 'the word takes the place of what cannot be reached').toBeFocused();
  await page.keyboard.press('Enter');
  await expect(note).toHaveCount(1);
  await expect(note).toContainText('Locked by the link.');
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
});

test('Share builds links for a class: what is ticked is what pupils find, each desk with its own seed, the projector with the stage alone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = new Lab(page);
  await lab.open('generations=4&seed=5&hide=tail&theme=light');
  await lab.button('Share').click();
  await lab.unfold('For a class');
  const dialog = page.getByRole('dialog', { name: 'Share this experiment' });
  const touch = dialog.getByRole('group', { name: 'Pupils may touch' });
  await touch.getByRole('checkbox', { name: 'sampling bias λ' }).uncheck();
  await touch.getByRole('checkbox', { name: 'Presets' }).check();
  await dialog.getByRole('radio', { name: 'locked, with a padlock' }).check();
  const words = dialog.getByRole('list', { name: 'What pupils will find' });
  await expect(words).toContainText(
    'They see, but cannot change: sampling bias λ, Set up (model, data, loops, …), Cures (detector, archive, weights, …), Seed, the kind of data and Share and Export.',
  );
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy pupils’ link' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const pupils = await page.evaluate(() => navigator.clipboard.readText());
  const teacher = await dialog.getByRole('textbox', { name: 'Link for the projector' }).inputValue();
  await dialog.getByRole('button', { name: 'Fill the screen with the QR code of the pupils’ link' }).click();
  await expect(page.getByRole('dialog', { name: 'QR code on the full screen' })).toContainText('#desk=');

  // the desk is asked for, and then has its seed
  await page.goto(pupils);
  const question = page.getByRole('spinbutton', { name: 'Which desk is this?' });
  await question.fill('23');
  await question.press('Enter');
  await expect(page.getByRole('banner')).toContainText('Desk 23: seed 23');
  await expect(lab.slider('Sampling bias λ')).toBeDisabled();
  await expect(lab.slider('Synthetic samples per generation')).toBeEnabled();
  await expect(lab.button('Share')).toBeDisabled();
  await expect(lab.button('Presets')).toBeEnabled();
  await lab.unfold('Set up');
  await expect(lab.field('Seed')).toHaveValue('23');
  await expect(lab.field('Seed')).toBeDisabled();

  await page.goto(teacher);
  await expect(page.getByText('seed 5', { exact: true })).toBeVisible();
  await expect(lab.button('Controls')).toBeEnabled();
  await expect(page.locator('[data-locked]')).toHaveCount(0);
});

test('cards for desks go to the printer, one for each, and nothing else of the page', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {};
  });
  const lab = new Lab(page);
  await lab.open('generations=4');
  await lab.button('Share').click();
  await lab.unfold('For a class');
  await page.getByRole('textbox', { name: 'Cards for desks 1 to' }).fill('0');
  await expect(page.getByRole('alert').filter({ hasText: 'is not a whole number from 1 to 60' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Cards for desks 1 to' }).fill('7');
  await lab.button('Print cards').click();
  await page.emulateMedia({ media: 'print' });
  const cards = page.locator('[data-cards] li');
  await expect(cards).toHaveCount(7);
  await expect(cards.last()).toContainText(/Desk 7.*#desk=7$/);
  await expect(cards.last().locator('svg')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(cards).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('thirty seeds are computed beside the run, which stays as it is, and yours is marked with the number that it has there', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&model=gaussian&generations=3&seed=12&evaluation=100');
  await lab.run();
  await lab.expectEnded(3);
  const own = (await lab.table('Recall'))['Fresh data']?.[2];
  // where the run stands is written once it has stood there for a while
  await lab.expectAddress({ at: '3' });
  const before = page.url();
  await lab.button('Thirty seeds').click();
  const dialog = page.getByRole('dialog', { name: 'Thirty seeds in one picture' });
  await expect(dialog.getByText('All 30 runs are computed.')).toBeVisible({ timeout: 180_000 });
  await expect(dialog.locator('circle[data-seed]')).toHaveCount(90);
  await expect(dialog.getByText('seed 12', { exact: true })).toHaveCount(3);
  await dialog.getByText('As a table').click();
  const row = dialog.getByRole('row', { name: /^12 \(yours\)/ });
  expect(Number.parseFloat((await row.getByRole('cell').last().innerText()).replace(',', ''))).toBe(own);
  await expect(dialog.getByRole('row')).toHaveCount(31);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await lab.expectShown(3);
  expect(page.url()).toBe(before);
});

test('on the projector the three loops of thirty seeds are on one screen, with their axis', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const lab = new Lab(page);
  await lab.open('backend=wasm&model=gaussian&generations=2&evaluation=100&theme=projector');
  await lab.button('Controls').click();
  await lab.button('Thirty seeds').click();
  const dialog = page.getByRole('dialog', { name: 'Thirty seeds in one picture' });
  await expect(dialog.getByText('All 30 runs are computed.')).toBeVisible({ timeout: 180_000 });
  const rows = dialog.locator('svg:has(circle[data-seed])');
  await expect(rows).toHaveCount(3);
  for (const row of await rows.all()) await expect(row).toBeInViewport({ ratio: 1 });
  await expect(rows.last().getByText('1', { exact: true })).toHaveCount(1);
});

test('what takes long is asked for first: thirty seeds of digits', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&model=vae');
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url()));
  await lab.button('Thirty seeds').click();
  const dialog = page.getByRole('dialog', { name: 'Thirty seeds in one picture' });
  await expect(dialog.getByRole('status')).toHaveText(/^30 runs take about [\d.]+ (min|h) here\. Closing this stops them\.$/);
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('value', '0');
  expect(files.filter((file) => /worker|tfjs|digits|classifier/i.test(file))).toEqual([]);
  await dialog.getByRole('button', { name: 'Compute them' }).click();
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByRole('button', { name: 'Compute them' })).toBeVisible();
});
