import { expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';
import { smallTargets, unreachable } from './targets';

/** All errors of the page so far. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
}

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a detector that is switched on while it runs acts from the next generation on, and is part of the link', async ({ page }) => {
  const errors = errorsOf(page);
  const lab = new Lab(page);
  await lab.open('backend=wasm&loop=fresh-data&generations=40&evaluation=200');
  const summary = page.locator('summary').filter({ hasText: /^Cures/ });
  await expect(summary).toContainText('none on');
  await lab.unfold('Cures');
  await expect(group(page, 'Detector')).toContainText('What it costs: real samples lost to false alarms');
  await lab.button('Run').click();
  await lab.expectReached(2);

  await lab.set('Detector recall', '0.8');
  await lab.expectAddress({ changes: /^\d+:detector=0\.8$/ });
  await page.getByRole('checkbox', { name: 'Refill', exact: true }).check();
  await lab.expectAddress({ changes: /detector=0\.8.*refill=true/ });
  await expect(summary).toContainText('detector 0.8 · refill');
  await expect(page.getByRole('list', { name: 'Changes during the run' })).toContainText('detector recall 0 → 0.8');

  await lab.set('Speed', 'max');
  await lab.expectEnded(40);
  const recall = await lab.table('Recall');

  // whoever opens the link sees the same
  await lab.open(await lab.shared());
  await lab.run();
  await lab.expectEnded(40);
  expect(await lab.table('Recall')).toEqual(recall);
  expect(errors).toEqual([]);
});

test('every cure has its controls, and says what of it can’t be chosen here', async ({ page }) => {
  const errors = errorsOf(page);
  const lab = new Lab(page);
  await lab.open('backend=wasm&loop=fresh-data&generations=6&evaluation=200');
  await lab.unfold('Cures');
  const set = (key: string, value: string | null) => lab.expectAddress({ [key]: value });
  const choose = (name: string, value: string) => page.getByRole('combobox', { name, exact: true }).selectOption(value);

  await page.getByRole('checkbox', { name: 'Rising web' }).check();
  await set('web', '0.98,20,4');
  await lab.set('Half of it at generation', '3');
  await set('web', '0.98,3,4');
  await lab.field('Highest share').fill('2');
  await lab.field('Highest share').press('Enter');
  await expect(page.getByText('Highest share: “2” is not a number from 0 to 1. 0.98 stays in force.')).toBeVisible();
  await lab.field('Highest share').press('Escape');
  await set('web', '0.98,3,4');

  await expect(page.getByRole('option', { name: /^By confidence \(needs digits/ })).toBeDisabled();
  await choose('Curation', 'preference');
  await lab.set('Preference κ', '1');
  await choose('Favourite', '2');
  await set('favourite', '2');
  await expect(page.getByRole('combobox', { name: 'Favourite' })).toContainText('Mode 3');
  await choose('Curation', 'density');
  await lab.set('Kept fraction', '0.9');
  await set('keep', '0.9');

  await lab.set('Archive', '264');
  await lab.set('Archive samples per generation', '32');
  await lab.set('Archive growth per generation', '8');
  await set('archiveGrowth', '8');

  await choose('Weight of real data', 'optimal');
  await set('realWeight', 'optimal');
  await choose('Weight of real data', 'number');
  await lab.set('Share of the weight', '0.618');
  await set('realWeight', '0.618');

  await choose('Monitor', 'recall');
  await lab.set('Tolerance', '0.2');
  await choose('On alarm', 'rollback');
  await set('action', 'rollback');
  await lab.run();
  await lab.expectEnded(6);
  await expect(group(page, 'Archive')).toContainText('on Reset');

  // what has no new real data has no web, and nothing to fill up with
  await lab.open('backend=wasm&loop=synthetic-augmentation&detector=0.5');
  await lab.unfold('Cures');
  for (const name of ['Rising web', 'Refill']) {
    await expect(page.getByRole('checkbox', { name, exact: true })).toBeDisabled();
    await expect(page.getByText(`${name} needs new real data each generation, which only the loop “Fresh data” gets.`)).toBeVisible();
  }

  await lab.open('backend=wasm&model=gaussian&dataset=gaussian');
  await lab.unfold('Cures');
  await lab.set('Neon w', '1.25');
  await set('neon', '1.25');
  // once on the page
  await lab.unfold('Set up');
  await lab.unfold('Advanced');
  await expect(lab.field('Neon w')).toHaveCount(1);
  expect(errors).toEqual([]);
});

test('treatments of one loop stand side by side, begin alike, and are judged by what became of them', async ({ page }) => {
  const errors = errorsOf(page);
  const lab = new Lab(page);
  await lab.open('backend=wasm&web=.98,6,2&generations=24&evaluation=300');
  await lab.unfold('Cures');
  const treatments = page.getByRole('group', { name: 'Side by side' });
  await treatments.getByRole('checkbox', { name: 'detector', exact: true }).check();
  await lab.expectAddress({ loop: 'fresh-data-with-nothing,fresh-data-with-detector' });
  await treatments.getByRole('checkbox', { name: 'archive' }).check();
  await treatments.getByRole('checkbox', { name: 'weights' }).check();
  // four are as many as there is room for
  await expect(treatments.getByRole('checkbox', { name: 'monitor' })).toBeDisabled();
  await lab.expectAddress({ archive: '264' });
  await expect(lab.field('Detector recall')).toHaveValue('0.8');
  for (const of of ['untreated', 'with detector', 'with archive', 'with weights']) await expect(lab.picture(`Fresh data ${of}`)).toBeVisible();

  await lab.set('Speed', 'max');
  await lab.run();
  await lab.expectEnded(24);
  const verdicts = page.getByRole('region', { name: 'Which treatment held' });
  await expect(verdicts.getByRole('row')).toHaveCount(5);
  await expect(verdicts).toContainText('Generation 24 against generation 1.');
  await expect(verdicts.getByRole('row', { name: /Fresh data with archive/ })).toContainText('a store of 264 real samples');
  await expect(verdicts.getByRole('row', { name: /Fresh data with detector/ })).toContainText('samples removed');
  const recalls = Object.values(await lab.table('Recall'));
  expect(recalls).toHaveLength(4);
  expect(new Set(recalls.map(([first]) => first)).size).toBe(1);

  await treatments.getByRole('combobox', { name: 'Loop to treat' }).selectOption('synthetic-augmentation');
  await expect(treatments).toContainText('on Run');
  for (const name of ['weights', 'archive', 'detector']) await treatments.getByRole('checkbox', { name, exact: true }).uncheck();
  await lab.button('Reset').click();
  await expect(lab.picture('Synthetic augmentation')).toBeVisible();
  await expect(verdicts).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('a lost run is gone back in and saved with a cure of one’s choice', async ({ page }) => {
  const errors = errorsOf(page);
  const lab = new Lab(page);
  await lab.open('backend=wasm&loop=fully-synthetic&generations=50&evaluation=300&speed=max&seed=1');
  await lab.run();
  await lab.expectEnded(50);
  const ways = page.getByRole('combobox', { name: 'Save it with' });
  await ways.selectOption({ label: 'a monitor on recall' });
  await expect(page.getByText('from there on the first real data come back where recall falls too far.')).toBeVisible();
  await lab.button('Go back and save it').click();
  await lab.expectAddress({ changes: /^\d+:monitor=recall$/ });
  await lab.expectEnded(50);
  await expect(page.getByText(/aved: with a monitor on recall from generation \d+ on/)).toBeVisible();
  expect(errors).toEqual([]);
});

test('a link hides or locks them, and at 320 px all of it can be reached', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('hide=cures');
  await expect(page.locator('summary').filter({ hasText: /^Cures/ })).toHaveCount(0);
  await lab.open('lock=cures');
  await lab.unfold('Cures');
  await expect(lab.slider('Detector recall')).toBeDisabled();

  await page.setViewportSize({ width: 320, height: 640 });
  await lab.open('loop=fresh-data&detector=0.8&archive=264&web=0.98,20,4&realWeight=0.6&monitor=recall&curation=preference');
  await lab.unfold('Cures');
  await expect(group(page, 'Monitor')).toBeVisible();
  await expect.poll(() => page.evaluate(smallTargets)).toEqual([]);
  await expect.poll(() => page.evaluate(unreachable)).toEqual([]);
});
