import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { frameOf, Host, pageOf } from './hosts';
import { test } from './journey';
import { Lab } from './lab';

const DIGITS = 'v=1&dataset=digits&generations=1&steps=5&initialReal=50&synthetic=50&evaluation=50&loop=fully-synthetic';
const starting = (page: Page) => page.locator('#starting');

/** The page's scripts find `code` done. */
const before = (page: Page, code: string) => page.addInitScript(code);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('page, figure and file say what they need', async ({ page }) => {
    for (const path of ['./', './embed.html', './mad-lab.html']) {
      await page.goto(path);
      await expect(page.getByText(/16\.4, or Firefox from 115/), path).toBeVisible();
      await expect(page.getByText(/switch JavaScript on/), path).toBeVisible();
      await expect(page.getByRole('button', { name: /^Run/ }), path).toHaveCount(0);
    }
  });
});

for (const missing of ['Worker', 'ResizeObserver', 'IntersectionObserver'])
  test(`a browser without ${missing} is told so, on page, figure and file`, async ({ page }) => {
    await before(page, `delete window.${missing}`);
    for (const path of ['./', './embed.html?run=auto', './mad-lab.html']) {
      await page.goto(path);
      await expect(starting(page), path).toContainText(`(${missing})`);
      await expect(starting(page), path).toContainText('Chrome and Edge from 106 on, in Safari from 16.4 and in Firefox from 115');
      await expect(page.getByRole('button', { name: /^Run/ }), path).toHaveCount(0);
    }
  });

test('a script that does not arrive, and one that throws, are told', async ({ page }) => {
  await page.route('**/assets/index-*.js', (route) => route.abort());
  await page.goto('./');
  await expect(starting(page)).toContainText('could not be loaded. Check the connection');
  await page.unroute('**/assets/index-*.js');
  await before(page, `window.matchMedia = () => { throw new Error('struck by lightning') }`);
  for (const path of ['./', './embed.html']) {
    await page.goto(path);
    await expect(starting(page), path).toContainText('struck by lightning');
  }
});

test('a page that takes its time shows how it will look and says that it is starting; a press on Run is not lost', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/index-*.js', async (route) => {
    await held;
    await route.continue();
  });
  const shell = page.locator('[data-shell]');
  await page.goto('./', { waitUntil: 'commit' });
  await expect(starting(page)).toHaveText('MAD Lab is starting…');
  await expect(shell.getByRole('heading', { name: 'Fresh data' })).toBeVisible();
  // of another experiment nothing is shown that is this one's
  await page.goto('./?backend=wasm&loop=fresh-data&generations=3', { waitUntil: 'commit' });
  await expect(shell.getByRole('heading', { name: 'Fresh data' })).toHaveCount(0);
  await shell.getByRole('button', { name: 'Run', exact: true }).click();
  release();
  await expect(shell).toHaveCount(0);
  await expect(starting(page)).toHaveCount(0);
  await new Lab(page).expectEnded(3);
});

test('a browser that refuses the worker, or can’t read it, is told so, and Run tries again', async ({ page }) => {
  await before(
    page,
    `const Real = Worker; window.Worker = function () { throw new Error('no workers here') }; window.allowWorkers = () => { window.Worker = Real }`,
  );
  await page.goto('./?backend=wasm&generations=2&evaluation=50');
  const alert = page.getByRole('alert').filter({ hasText: 'The engine could not be started' });
  await expect(alert).toContainText('no workers here');
  await expect(alert).toContainText('Firefox from 115');
  const lab = new Lab(page);
  await lab.button('Run').click();
  await expect(alert).toContainText('The run stopped.');
  await expect(alert).not.toContainText('Resume');
  await page.evaluate('allowWorkers()');
  await lab.button('Try again').click();
  await lab.expectEnded(2);

  // as browsers before module workers find it
  const old = await page.context().newPage();
  await old.addInitScript(`const Real = Worker; window.Worker = class extends Real { constructor(url) { super(url) } }`);
  await old.goto('./?backend=wasm');
  await expect(old.getByRole('alert').filter({ hasText: 'The engine could not be started' })).toContainText('SyntaxError');
});

test('a page that breaks while it is drawn says so, and gives link, data and another start', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=3&seed=5&evaluation=50');
  await lab.run();
  await lab.expectEnded(3);
  await page.evaluate(() => {
    window.ResizeObserver = class {
      constructor() {
        throw new Error('struck by lightning');
      }
    } as unknown as typeof ResizeObserver;
  });
  await page.getByRole('button', { name: 'Recall', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'This page broke down' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('struck by lightning');
  await expect(page.getByRole('alert')).toContainText('The 3 generations computed so far');
  await lab.button('Copy link').click();
  await expect(page.getByRole('status')).toContainText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('seed=5');
  const download = page.waitForEvent('download');
  await lab.button('Download data').click();
  const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(saved.results).toHaveLength(3);
  await lab.button('Reload').click();
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText('of 8 modes');
});

test('a part that can’t be fetched says so and leaves the rest', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await page.route('**/assets/*.js', (route) => route.abort());
  await lab.button('Share').click();
  await expect(page.getByRole('dialog')).toContainText('could not be fetched');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Reload' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Digits' }).check({ force: true });
  await expect(page.getByRole('alert').filter({ hasText: 'This part of the page could not be loaded' }).first()).toBeVisible();
  await expect(lab.button('Run')).toBeVisible();
});

test('in a frame without an origin the page gives way to the figure, with the same experiment', async ({ page, baseURL }) => {
  const host = await Host.open({ '/': pageOf(frameOf(`${baseURL}?backend=wasm&generations=2&seed=9&evaluation=50`, 'sandbox="allow-scripts"')) });
  try {
    await page.goto(`${host.origin}/`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: /^Run/ }).click();
    await expect(frame.getByText('generation 2 of 2')).toBeVisible({ timeout: 180_000 });
    expect(page.frames()[1]?.url()).toMatch(/\/embed\.html\?backend=wasm&generations=2&seed=9&evaluation=50$/);
  } finally {
    host.close();
  }
});

for (const [what, answer, asked] of [
  ['is missing', { status: 404, body: 'no' }, ''],
  ['is a page to sign in', { status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }, ''],
  ['has no type and is cut', { status: 200, contentType: 'application/octet-stream', body: '\0asm' }, ''],
  ['is refused, though it was asked for', null, '&backend=wasm'],
] as const)
  test(`digits go on in plain JavaScript where the .wasm ${what}`, async ({ page }) => {
    await page.route('**/*.wasm', (route) => (answer ? route.fulfill(answer) : route.abort()));
    const lab = new Lab(page);
    await lab.open(`${DIGITS}${asked}`);
    await lab.run();
    await lab.expectEnded(1);
    const badge = page.getByRole('contentinfo');
    await expect(badge).toContainText('on the processor, without WebAssembly');
    await expect(badge.getByTitle(/plain JavaScript.*WebAssembly could not be loaded/)).toBeVisible();
    await expect(badge.locator('[data-rung=cpu][data-tfjs-backend=cpu]')).toHaveCount(1);
  });

test('TensorFlow.js that came by half is asked for again by Try again', async ({ page, context }) => {
  let isBroken = true;
  await context.route('**/assets/tensorflow-*.js', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    return route.fulfill({ response, body: isBroken ? text.slice(0, text.length / 2) : text });
  });
  const lab = new Lab(page);
  await lab.open(DIGITS);
  await lab.button('Run').click();
  await expect(page.getByRole('alert').filter({ hasText: 'TensorFlow.js could not be loaded' })).toBeVisible();
  isBroken = false;
  await lab.button('Try again').click();
  await lab.expectEnded(1);
});

test('digits that can’t be had are one sentence and one button, which tries again', async ({ page, context }) => {
  let isGone = true;
  await context.route(/\/(digits|classifier)\//, (route) => (isGone ? route.abort() : route.continue()));
  const lab = new Lab(page);
  await page.goto(`./?backend=wasm&${DIGITS}`);
  const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  await expect(alert).toHaveText('The digits could not be loaded. Check the connection, then try again.');
  await lab.button('Run').click();
  await expect(lab.button('Try again')).toHaveCount(1);
  await expect(alert).toHaveText('The digits could not be loaded. Check the connection, then try again.');
  await expect(alert.getByRole('button')).toHaveCount(0);
  await expect(page.getByText('computed to 0')).toHaveCount(0);
  isGone = false;
  await lab.button('Try again').click();
  await lab.expectEnded(1);
});

test('what charts say to a screen reader follows the run in a page that a browser has translated', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2&evaluation=200');
  // as browsers translate: each text in two <font>, new ones too
  await page.evaluate(() => {
    const wrap = (root: Node) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      while (texts.nextNode()) found.push(texts.currentNode as Text);
      for (const text of found) {
        if (text.parentElement?.tagName === 'FONT' || !text.data.trim()) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        text.replaceWith(outer);
        outer.append(inner);
        inner.append(text);
      }
    };
    wrap(document.body);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) wrap(node.parentNode ?? node);
    }).observe(document.body, { childList: true, subtree: true });
  });
  const summaries = page.locator('figure[data-metric] > p.visuallyHidden');
  await expect(summaries.first()).toContainText('nothing computed yet');
  await lab.set('Speed', 'max');
  await lab.button('Run').click();
  await lab.expectShown(2);
  const count = await summaries.count();
  expect(count).toBeGreaterThanOrEqual(4);
  for (let i = 0; i < count; i++) {
    await summaries.nth(i).scrollIntoViewIfNeeded();
    await expect(summaries.nth(i)).toContainText('Generation 2');
  }
});
