import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';
import { blockWorkers, Lesson } from './lessonOnPage';
import { LESSONS, lessonOf, predictAll, stepOf, walk } from './walkLesson';

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
  await expect(page.getByText('Kept: works without a network.')).toBeVisible({ timeout: 180_000 });
  await page.getByRole('button', { name: 'Close' }).click();
}

/** No network, and no server behind it either. */
async function cutOff(context: BrowserContext): Promise<void> {
  await context.route('**/*', (route) => route.abort());
  await context.setOffline(true);
  // some Chromiums forget it in documents that a service worker answers
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false }));
}

/** A plain frame of the same site is under the service worker's eyes, too: it has the preset page answered, and nothing of the frame. */
async function expectEmbedLeftAlone(page: Page): Promise<void> {
  const answered: Record<'page' | 'embed', { path: string; byWorker: boolean }[]> = { page: [], embed: [] };
  page.on('response', (response) => {
    const { pathname: path } = new URL(response.url());
    const inEmbed = path.endsWith('/embed.html') || response.frame() !== page.mainFrame();
    answered[inEmbed ? 'embed' : 'page'].push({ path, byWorker: response.fromServiceWorker() });
  });
  await page.goto('./preset/replace/');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('img').first()).toBeVisible();
  const app = page.waitForResponse(/embed\/app\.js$/);
  await frame.getByRole('button', { name: /^Run/ }).click();
  await app;
  // the page's picture is kept, the frame's is the same file
  await expect.poll(() => answered.page).toContainEqual({ path: '/presets/replace.svg', byWorker: true });
  expect(answered.embed.map(({ path }) => path)).toEqual(expect.arrayContaining(['/embed.html', '/embed/app.js']));
  expect(answered.embed.filter(({ byWorker }) => byWorker)).toEqual([]);
}

/** A run of a lesson that can't be computed was kept as it was recorded. */
async function expectRecorded(page: Page): Promise<void> {
  await blockWorkers(page);
  const lesson = new Lesson(page);
  await page.goto('./?lesson=bland-digits&step=keep');
  await predictAll(lesson, stepOf('bland-digits', 'keep'));
  await expect(lesson.card).toContainText(/Recorded on \d+\.\d+\.\d+, same link\./);
  await page.close();
}

test('kept for offline, points and digits run without a network, whatever the query', async ({ page, context }) => {
  const lab = new Lab(page);
  await page.goto('./?backend=wasm&generations=3');
  await expect(page.getByRole('button', { name: /^Keep for offline/ })).toBeVisible();
  expect(await stored(page)).toEqual(NOTHING);

  // the connection breaks half-way, and another try goes on from there
  let isBroken = true;
  await context.route('**/digits/28/test-05.bin', (route) => {
    const answer = isBroken ? route.abort() : route.continue();
    isBroken = false;
    return answer;
  });
  await page.getByRole('button', { name: /^Keep for offline/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The connection broke' })).toBeVisible({ timeout: 180_000 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Kept: works without a network.')).toBeVisible({ timeout: 180_000 });
  await page.getByRole('button', { name: 'Close' }).click();
  const after = await stored(page);
  expect([after.registrations, after.caches.length, after.local]).toEqual([1, 1, []]);

  await expectEmbedLeftAlone(page);

  await cutOff(context);
  await page.goto('./preset/replace/?from=mail');
  await expect(page.getByRole('heading', { name: 'Replace', exact: true })).toBeVisible();
  await expect(page.locator('iframe')).toBeHidden();
  await lab.open('backend=wasm&generations=2&seed=7&evaluation=200');
  await lab.run();
  await lab.expectEnded(2);
  await lab.open(
    'model=vae&backend=wasm&generations=2&steps=10&initialReal=64&synthetic=64&loop=fully-synthetic&evaluation=50&scores=frechetDistance',
  );
  await lab.run();
  await lab.expectEnded(2);

  const lesson = new Lesson(page);
  for (const { id, steps } of LESSONS) {
    await page.goto(`./?lesson=${id}`);
    await lesson.expectStep(steps[0].title);
  }
  await page.goto('./?lesson=cure');
  await walk(lesson, lessonOf('cure'));
  await expectRecorded(await context.newPage());
  await lesson.card.getByText('Teacher', { exact: true }).click();
  await lesson.press('Leave the lesson');

  await page.getByRole('button', { name: 'Kept for offline' }).click();
  await page.getByRole('button', { name: 'Remove it again' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Removed' })).toBeVisible();
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
  await expect.poll(scripts).toEqual({ waiting: true, controlled: true });

  // another tab changes nothing by being opened, and stands in the way of a change
  const other = await context.newPage();
  await other.goto('./?seed=2');
  await expect(other.getByRole('region', { name: 'New version' })).toBeVisible();
  await expect.poll(scripts).toEqual({ waiting: true, controlled: true });
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
  await lab.expectAddress({ seed: '9' });
  await expect.poll(scripts).toEqual({ waiting: false, controlled: true });
});

test('before the reader acts nothing comes from elsewhere, and nothing is stored; paper shows the link and nothing to press', async ({
  page,
  context,
}) => {
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  for (const path of ['', '?model=vae', 'preset/', 'preset/accumulate/', 'embed.html?model=vae', 'article/']) {
    requests.length = 0;
    await page.goto(`./${path}`);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await stored(page), path).toEqual(NOTHING);
    expect(await context.cookies(), path).toEqual([]);
    const { origin } = new URL(page.url());
    expect(requests.length, path).toBeGreaterThan(0);
    expect(
      requests.filter((url) => new URL(url).origin !== origin && !/^(data|blob):/.test(url)),
      path,
    ).toEqual([]);
    // nor anything that is for later: the service worker and its files, digits, engines of frames; the real digits are drawn at once
    const later = /sw\.js|\.wasm|classifier\/|single\/|mad-lab\.html|embed\/(app|engine|tensors|digits)/;
    expect(
      requests.filter((url) => later.test(url) || (path === '' && url.includes('/digits/'))),
      path,
    ).toEqual([]);
  }

  // behind each visit: beside a debugger that slows the page down, the browser forgets the medium at the next one
  const print = async (path: string) => {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
  };
  await print('./preset/accumulate/');
  await expect(page.getByText(`Run it: ${new URL('../../?v=1', page.url()).href}`)).toBeVisible();
  await expect(page.locator('iframe, .open').filter({ visible: true })).toHaveCount(0);
  await print('./?bias=0.7');
  await expect(page.getByText(new URL('?v=1&bias=0.7', page.url()).href)).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Run|Share|View as table|Keep for offline)/ })).toHaveCount(0);
});
