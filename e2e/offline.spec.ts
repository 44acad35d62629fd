import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { Lab } from './lab';

/** What a browser holds of a site. */
const stored = (page: Page) =>
  page.evaluate(async () => ({
    registrations: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
  }));
const NOTHING = { registrations: 0, caches: [], local: [], session: [], databases: 0, cookies: '' };

/** Presses the button of the footer, and waits until all is stored. */
async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Keep for offline \(\d+\.\d MB\)$/ }).click();
  await expect(page.getByText('Kept: works without a network.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Close' }).click();
}

/** No network, and no server behind it either. */
async function cutOff(context: BrowserContext): Promise<void> {
  await context.route('**/*', (route) => route.abort());
  await context.setOffline(true);
}

test('kept for offline, points and digits run without a network, whatever the query', async ({ page, context }) => {
  const lab = new Lab(page);
  await page.goto('./?backend=wasm&generations=3');
  await expect(page.getByRole('button', { name: /^Keep for offline/ })).toBeVisible();
  expect(await stored(page)).toEqual(NOTHING);
  await keep(page);
  const after = await stored(page);
  expect([after.registrations, after.caches.length, after.local]).toEqual([1, 1, []]);

  await cutOff(context);
  await lab.open('backend=wasm&generations=3&seed=7');
  await lab.run();
  await lab.expectEnded(3);
  await lab.open('model=vae&backend=wasm&generations=2&steps=20');
  await lab.run();
  await lab.expectEnded(2);

  await page.getByRole('button', { name: 'Kept for offline' }).click();
  await page.getByRole('button', { name: 'Remove it again' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Removed.' })).toBeVisible();
  await expect.poll(() => stored(page)).toMatchObject({ registrations: 0, caches: [] });
});

test('a new version waits for the reader’s word', async ({ page, context }) => {
  let version = '';
  await context.route('**/sw.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `${readFileSync('dist/sw.js', 'utf8')}\n// ${version}` }),
  );
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=3');
  await keep(page);
  const scripts = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return { waiting: registration?.waiting !== null, controlled: navigator.serviceWorker.controller === registration?.active };
    });

  version = 'newer';
  await page.reload();
  const note = page.getByRole('region', { name: 'New version' });
  await expect(note).toContainText('A new version is ready');
  await note.getByRole('button', { name: 'Later' }).click();
  await expect(note).toBeHidden();
  expect(await scripts()).toEqual({ waiting: true, controlled: true });

  // another tab changes nothing by being opened, and stands in the way of a change
  const other = await context.newPage();
  await other.goto('./?seed=2');
  await expect(other.getByRole('region', { name: 'New version' })).toBeVisible();
  expect(await scripts()).toEqual({ waiting: true, controlled: true });
  await other.getByRole('button', { name: 'Use it now' }).click();
  await expect(other.getByRole('region', { name: 'New version' })).toContainText('open in another tab');
  expect(await scripts()).toEqual({ waiting: true, controlled: true });
  await other.close();

  await lab.open('backend=wasm&generations=3&seed=9');
  const loaded = page.waitForEvent('load');
  await note.getByRole('button', { name: 'Use it now' }).click();
  await loaded;
  await expect(lab.button('Run')).toBeVisible();
  await expect(note).toBeHidden();
  expect((await lab.address()).get('seed')).toBe('9');
  expect(await scripts()).toEqual({ waiting: false, controlled: true });
});
