import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { Lab } from './lab';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function violations(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.addScriptTag({ path: axePath });
  const { violations } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no violation of WCAG 2.1 AA idle, running or ended, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const lab = new Lab(page);
    await lab.open('backend=wasm&generations=2000&real=0');
    expect(await violations(page)).toEqual([]);
    await lab.button('Run').click();
    await expect(lab.timeline).toHaveValue(/^[2-9]$/);
    expect(await violations(page)).toEqual([]);
    await lab.set('Fresh real samples per generation', '64');
    await lab.set('Generations', '12');
    await lab.set('Speed', 'max');
    await lab.expectEnded(12);
    for (const figure of await page.getByRole('figure').all()) await figure.getByRole('button', { name: 'View as table' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByText('Presets', { exact: true }).click();
    expect(await violations(page), 'Presets').toEqual([]);
    await page.getByRole('link', { name: 'The price of a sampling bias' }).click();
    expect(await violations(page), 'a preset').toEqual([]);
    for (const name of ['Share', 'Export', 'Help']) {
      await lab.button(name).click();
      expect(await violations(page), name).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
}

test('nothing scrolls sideways at 320 px, and nothing is lost', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = new Lab(page);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await lab.open('backend=wasm&generations=5');
  expect(await overflow()).toBe(0);
  await page.getByText('Settings', { exact: true }).click();
  await expect(lab.slider('Sampling bias λ')).toBeVisible();
  await lab.run();
  await lab.expectEnded(5);
  await lab.figure('Recall').getByRole('button', { name: 'View as table' }).click();
  expect(await overflow()).toBe(0);
  for (const name of ['Controls', 'Samples', 'Scores', 'What is happening']) await expect(page.getByRole('region', { name })).toBeVisible();
});

test('one status region speaks, with the numbers of the run, at most every five seconds', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=40');
  await expect(page.getByRole('status')).toHaveCount(1);
  const said = await page.getByRole('status').evaluateHandle((status) => {
    const times: number[] = [];
    new MutationObserver(() => times.push(performance.now())).observe(status, { childList: true, characterData: true, subtree: true });
    return times;
  });
  await lab.set('Speed', '8');
  await lab.button('Run').click();
  await lab.expectEnded(40);
  await expect(page.getByRole('status')).toContainText('Generation 40', { timeout: 10_000 });
  const times = await said.jsonValue();
  expect(times.length).toBeGreaterThan(1);
  for (let i = 1; i < times.length; i++) expect((times[i] ?? 0) - (times[i - 1] ?? 0)).toBeGreaterThan(4900);
});
