import { expect, type Frame, type Page } from '@playwright/test';
import { VIEW_KEYS } from '../src/engine/experimentText';
import { valuesIn } from '../src/engine/query';
import { runKeyOf } from '../src/frame/experimentKey';
import { printPoster } from '../src/frame/posterText';
import { FIRST_HEIGHT, frameOf, Host, pageOf } from './hosts';
import { test } from './journey';

const SHORT = 'backend=wasm&generations=3';
const title = (frame: Frame) => frame.getByRole('heading', { level: 1 });

/** The frame behind the n-th iframe of the host's page. */
async function figure(page: Page, n = 0): Promise<Frame> {
  const frame = await (await page.locator('iframe').nth(n).elementHandle())?.contentFrame();
  if (!frame) throw new Error(`no frame ${n}`);
  await expect(title(frame)).toBeVisible();
  return frame;
}

/** Counts WebGL contexts in every frame of the page. */
const countContexts = (page: Page) =>
  page.addInitScript(() => {
    const counted = window as unknown as { contexts: number };
    counted.contexts = 0;
    for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
      const original = prototype.getContext as (...args: unknown[]) => unknown;
      Object.assign(prototype, {
        getContext(this: unknown, kind: string, ...rest: unknown[]) {
          if (/webgl/.test(kind)) counted.contexts++;
          return original.call(this, kind, ...rest);
        },
      });
    }
  });

const contextsIn = async (page: Page) => {
  let sum = 0;
  for (const frame of page.frames()) sum += await frame.evaluate(() => (window as unknown as { contexts?: number }).contexts ?? 0);
  return sum;
};

test('before a click the embed is a picture and a button; after it the figure, without a scrollbar at any width', async ({ page, baseURL }) => {
  const host = await Host.open({
    '/': pageOf(`${frameOf(`${baseURL}embed.html?${SHORT}`, 'sandbox="allow-scripts"')}<script>
    addEventListener('message', ({ data, source }) => {
      for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source && data.type === 'height') frame.style.height = data.px + 'px';
    })</script>`),
  });
  const requests: string[] = [];
  let bytes = 0;
  page.on('request', (request) => requests.push(request.url()));
  page.on('response', async (response) => {
    if (response.url().startsWith(String(baseURL))) bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
  });
  await countContexts(page);
  await page.setViewportSize({ width: 768, height: 1400 });
  await page.goto(host.origin);
  const frame = await figure(page);
  await expect(frame.getByRole('button', { name: /^Run, \d\.\d MB$/ })).toBeVisible();
  await expect(frame.getByRole('img').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const ours = requests.filter((url) => !url.startsWith(host.origin) && !url.startsWith('data:'));
  expect(ours.map((url) => url.replace(/.*\//, '').replace(/\?.*/, '')).sort()).toEqual(['embed.html', 'three-loops-one-ring.svg']);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(50_000);
  expect([page.workers().length, await contextsIn(page)]).toEqual([0, 0]);

  const height = () => page.locator('iframe').evaluate((element) => element.clientHeight);
  // no longer what the host gave it
  await expect.poll(height).toBeLessThan(FIRST_HEIGHT);
  const before = await height();
  await frame.getByRole('button', { name: /^Run/ }).click();
  await expect.poll(height).toBeGreaterThan(before + 300);
  const pressed = await height();
  await expect(frame.getByText('generation 3 of 3')).toBeVisible({ timeout: 180_000 });
  const after = await height();
  // the poster is as high as its picture, and the figure's whole room is there from the press on
  expect(before).toBeLessThan(after - 300);
  expect(Math.abs(after - pressed)).toBeLessThan(90);
  // as many workers as there are cores, but not more than loops
  await expect.poll(() => [1, 2, 3].includes(page.workers().length)).toBe(true);
  expect(await contextsIn(page)).toBe(0);
  await expect(frame.locator('[data-rung]')).toHaveAttribute('title', /carries no WebGL|as asked/);

  for (const width of [320, 480, 768, 1200]) {
    await page.setViewportSize({ width, height: 1400 });
    await expect
      .poll(() => frame.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]))
      .toEqual([0, 0]);
  }
  expect(requests.filter((url) => !url.startsWith(host.origin) && !url.startsWith(String(baseURL)) && !/^(blob|data):/.test(url))).toEqual([]);
  host.close();
});

/** Curves of the default run of three generations, as Share writes them. */
const poster = (query: string) => {
  const axis = { domain: [0, 1], log: false } as const;
  const curves = [
    [1, 0.5, 0.25],
    [1, 0.9, 0.9],
    [1, 1, null],
  ];
  return printPoster({ last: 3, generations: 3, charts: [{ score: 'recall', axis, curves }] }, runKeyOf(valuesIn(query), VIEW_KEYS));
};

test('the poster is as high as its picture with Run on it, and shows the real curves of this very run or none', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 700 });
  const own = 'synthetic=300&generations=3';
  const queries = {
    '': ['Recall'],
    'view=samples': [],
    'view=scores&bias=0.7': ['Recall', 'Modes alive', 'Precision', 'Frechet distance'],
    'model=vae': ['Recall'],
    'dataset=moons': [],
    'dataset=moons&view=scores': [],
    [`${own}&poster=${poster(own)}`]: ['Recall'],
    [`${own}&view=scores&poster=${poster(own)}`]: ['Recall'],
    [`${own}&seed=2&poster=${poster(own)}`]: [],
    [`${own}&poster=${poster(own).slice(0, -1)}`]: [],
    [`${own}&poster=%3Cimg%20src=x%3E`]: [],
  };
  for (const [query, charts] of Object.entries(queries)) {
    await page.goto(`./embed.html?${query}`);
    const run = page.getByRole('button', { name: /^Run, / });
    await expect(run).toBeVisible();
    const height = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
    expect(height, query).toBeLessThanOrEqual(560);
    const box = await run.boundingBox();
    expect((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN), query).toBeLessThanOrEqual(420);
    await expect(page.locator('figcaption b'), query).toHaveText(charts);
    await expect(page.getByRole('img').first(), query).toBeVisible();
    const lines = page.locator('.plot path:not(.rule)');
    await expect(lines, query).toHaveCount(3 * charts.length);
    for (const line of await lines.all()) await expect(line, query).toHaveAttribute('d', /^(M\d+ \d+h0|L\d+ \d+)+$/);
    await expect(page.locator('#poster'), query).not.toContainText(/NaN|undefined|null/);
  }
});

test('a preset’s poster comes from a file of its own, sandboxed too; where that does not come the figure runs all the same', async ({
  page,
  baseURL,
}) => {
  const address = `${baseURL}embed.html?dataset=long-tail&initialReal=200&generations=1`;
  const host = await Host.open({ '/': pageOf(frameOf(address, 'sandbox="allow-scripts"')) });
  const files = '**/embed/posters/*.js';
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(files, (route) => held.then(() => route.continue()));
  await page.goto(host.origin, { waitUntil: 'commit' });
  // it is waited for, but not long
  const frame = await figure(page);
  await expect(title(frame)).toHaveText('What happens when AI trains on AI?');
  answer();
  await expect(title(frame)).toHaveText('The rare go first');
  await expect(frame.getByRole('img').first()).toHaveAttribute('src', /the-rare-go-first\.svg$/);
  await expect(frame.locator('figcaption b')).toHaveText(['Recall']);
  await expect(frame.locator('.plot path:not(.rule)')).toHaveCount(3);

  await page.unroute(files);
  await page.route('**/embed/**', (route) => route.abort());
  await page.goto(host.origin);
  const without = await figure(page);
  await expect(title(without)).toHaveText('What happens when AI trains on AI?');
  await expect(without.getByRole('img', { name: /^Fully synthetic: a model trains on its own samples/ })).toBeVisible();
  const run = without.getByRole('button', { name: /^Run, / });
  await run.click();
  await expect(without.getByRole('status')).toContainText('press Run again');
  await page.unroute('**/embed/**');
  await run.click();
  await expect(without.getByText('generation 1 of 1')).toBeVisible({ timeout: 180_000 });
  host.close();
});

test('a figure stands on the ground that its host gives it, with words that stand out there', async ({ page }) => {
  const theme = async (query: string) => {
    await page.goto(`./embed.html?${query}`);
    return page.evaluate(() => [document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor]);
  };
  expect(await theme('background=%231b1b2f')).toEqual(['dark', 'rgb(27, 27, 47)']);
  expect(await theme('background=1b1b2f&theme=light')).toEqual(['light', 'rgb(27, 27, 47)']);
  expect(await theme('background=rgb(250 250 240)')).toEqual(['light', 'rgb(250, 250, 240)']);
  expect(await theme('background=transparent')).toEqual(['light', 'rgba(0, 0, 0, 0)']);
  for (const wrong of ['url(x)', 'inherit', 'var(--ink)', 'red;color:blue', '']) {
    expect(await theme(`background=${encodeURIComponent(wrong)}`), wrong).toEqual(['light', 'rgb(255, 255, 255)']);
  }
  await theme('background=1b1b2f&backend=wasm&evaluation=200&generations=1');
  await page.getByRole('button', { name: /^Run, / }).click();
  await expect(page.getByText('generation 1 of 1')).toBeVisible({ timeout: 180_000 });
  expect(await page.evaluate(() => [document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor])).toEqual([
    'dark',
    'rgb(27, 27, 47)',
  ]);
});

test('commands come from the named host alone, and a flood changes nothing', async ({ page, baseURL }) => {
  const host = await Host.open({});
  const address = (parentOrigin: string) => `${baseURL}embed.html?${SHORT}&evaluation=200&parentOrigin=${encodeURIComponent(parentOrigin)}`;
  const pages = {
    named: pageOf(`${frameOf(address(host.origin))}<iframe title="sibling" src="/sibling"></iframe>`),
    lookAlike: pageOf(frameOf(address(`${host.origin}0`))),
    nobody: pageOf(frameOf(`${baseURL}embed.html?${SHORT}`)),
    sibling: pageOf(`<script>onmessage = ({ data }) => parent.frames[0].postMessage(data, '*')</script>`),
    nested: pageOf(`<iframe title="outer" sandbox="allow-scripts" src="/nobody" style="width:100%;height:1300px"></iframe>`),
  };
  host.close();
  const site = await Host.open(
    Object.fromEntries(Object.entries(pages).map(([name, body]) => [`/${name}`, body])),
    Number(new URL(host.origin).port),
  );
  const run = { ns: 'mad-lab', v: 1, id: 1, type: 'run' };
  const post = (message: unknown, to = 0) => page.evaluate(([data, n]) => window.frames[n as number].postMessage(data, '*'), [message, to] as const);
  const waits = (frame: Frame) => expect(frame.getByRole('button', { name: /^Run, / })).toBeEnabled();

  for (const path of ['lookAlike', 'nobody']) {
    await page.goto(`${site.origin}/${path}`);
    const frame = await figure(page);
    await post(run);
    await waits(frame);
  }
  await page.goto(`${site.origin}/nested`);
  const outer = page.frames()[1];
  await outer.waitForSelector('iframe');
  await outer.evaluate((data) => window.frames[0].postMessage(data, '*'), run);
  await waits(page.frames()[2]);

  await page.goto(`${site.origin}/named`);
  const frame = await figure(page);
  await post(run, 1);
  await waits(frame);
  const answers: string[] = [];
  await page.exposeFunction('answered', (text: string) => answers.push(text));
  await page.evaluate(() =>
    addEventListener(
      'message',
      ({ data }) => data.type !== 'height' && (window as unknown as { answered(text: string): void }).answered(JSON.stringify(data)),
    ),
  );
  await post({ ...run, type: 'getState', requestId: 'before' });
  await expect.poll(() => answers.join()).toContain('"requestId":"before"');
  expect(answers.join()).toContain('"status":"waiting"');

  // ten thousand messages and more in three seconds, or as long as it takes, of every kind that is no command
  const slowest = await page.evaluate(async () => {
    const circle: Record<string, unknown> = { ns: 'mad-lab', v: 1, type: 'set' };
    circle.experiment = circle;
    const junk = [
      circle,
      'run',
      7,
      null,
      { ns: 'mad-lab', v: 1, type: 'explode' },
      { ns: 'mad-lab', v: 2, type: 'run' },
      ['run'],
      { ns: 'mad-lab', v: 1, type: 'set', experiment: { points: 'x'.repeat(100_000) } },
    ];
    const frame = window.frames[0];
    const end = performance.now() + 3000;
    let sent = 0;
    while (performance.now() < end || sent <= 10_000) {
      for (let i = 0; i < 100; i++) frame.postMessage(junk[sent++ % 7], '*');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    frame.postMessage(junk[7], '*');
    return sent;
  });
  expect(slowest).toBeGreaterThan(10_000);
  await waits(frame);
  // whoever floods is not listened to for a second
  await expect
    .poll(async () => {
      await post({ ...run, type: 'getState', requestId: 'after' });
      return answers.filter((text) => text.includes('"answer"')).join();
    })
    .toContain('"requestId":"after"');
  expect(answers.filter((text) => text.includes('"answer"')).at(-1)).toContain('"status":"waiting"');

  // and now what the host may do
  await post({ ...run, type: 'set', experiment: { seed: 5, generations: 3 } });
  await post({ ...run, requestId: 'run' });
  await expect(frame.getByText('generation 3 of 3')).toBeVisible({ timeout: 180_000 });
  await post({ ...run, type: 'getState', requestId: 'end' });
  await expect.poll(() => answers.join()).toContain('"requestId":"end"');
  const state = JSON.parse(answers.find((text) => text.includes('"requestId":"end"')) ?? '').state;
  expect(state).toMatchObject({ status: 'ended', generation: 3, experiment: { seed: 5, generations: 3 } });
  expect(answers.filter((text) => text.includes('"type":"generation"')).length).toBe(9);
  expect(answers.filter((text) => text.includes('"type":"complete"'))).toHaveLength(1);
  await post({ ...run, type: 'setState', state: { ...state, generation: 2 }, requestId: 'set' });
  await expect.poll(() => answers.join()).toContain('"requestId":"set"');
  await expect(frame.getByText(/generation 2 of 3/)).toBeVisible();
  for (const format of ['svg', 'png', 'csv', 'json']) {
    await post({ ...run, type: 'export', format, requestId: format });
    await expect.poll(() => answers.join()).toContain(`"requestId":"${format}"`);
  }
  expect(answers.find((text) => text.includes('"requestId":"svg"'))).toContain('<svg');
  site.close();
});

test('a frame whose address a content management system escaped once more shows what was meant', async ({ page, baseURL }) => {
  const again = { '/': '&amp;', '/numbers': '&#038;' };
  const addressOf = (mark: string) => `${baseURL}embed.html?v=1${mark}dataset=long-tail${mark}initialReal=200${mark}generations=1`;
  const host = await Host.open(Object.fromEntries(Object.entries(again).map(([path, mark]) => [path, pageOf(frameOf(addressOf(mark)))])));
  for (const path of Object.keys(again)) {
    await page.goto(`${host.origin}${path}`);
    const frame = await figure(page);
    await expect(frame.getByRole('img').first()).toHaveAttribute('src', /the-rare-go-first\.svg$/);
    await frame.getByRole('button', { name: /^Run/ }).click();
    await expect(frame.getByText('generation 1 of 1')).toBeVisible({ timeout: 180_000 });
    const lab = await frame.getByRole('link', { name: 'Open in MAD Lab' }).getAttribute('href');
    expect(Object.fromEntries(new URL(String(lab), page.url()).searchParams)).toMatchObject({
      dataset: 'long-tail',
      initialReal: '200',
      generations: '1',
    });
    expect(await frame.locator('body').innerText()).not.toMatch(/amp;|#038|no key/);
  }
  host.close();
});

test('of eight embeds on one page one trains at a time', async ({ page, baseURL }) => {
  const frames = Array.from({ length: 8 }, (_, i) =>
    frameOf(
      `${baseURL}embed.html?backend=wasm&evaluation=200&generations=${i === 0 ? 400 : 2}&run=${i < 3 ? 'click' : 'visible'}&view=samples`,
      'sandbox="allow-scripts"',
    ),
  );
  const host = await Host.open({ '/': pageOf(frames.join('').replaceAll('height:1200px', 'height:240px;width:50%;float:left')) });
  await countContexts(page);
  await page.setViewportSize({ width: 1280, height: 1200 });
  await page.goto(host.origin);
  const figures = await Promise.all(frames.map((_, i) => figure(page, i)));
  const look = () => Promise.all(figures.map((frame) => frame.getByRole('button', { name: 'Pause', exact: true }).count()));
  // what is seen in two looks one after the other runs at one moment between them; one look alone takes its time from figure to figure
  const running = async () => {
    const [first, second] = [await look(), await look()];
    return first.filter((count, n) => count > 0 && second[n] > 0).length;
  };
  await figures[0].getByRole('button', { name: /^Run/ }).click();
  await expect(figures[0].getByRole('button', { name: 'Pause', exact: true })).toBeVisible({ timeout: 180_000 });
  const ended = async () =>
    (await Promise.all(figures.slice(3).map((frame) => frame.getByText('generation 2 of 2').count()))).reduce((a, b) => a + b, 0);
  // what was computing when this one was pressed gives way to it
  await expect(figures[0].getByText(/generation ([3-9]|\d\d+) of 400/)).toBeVisible();
  const before = await ended();
  await expect(figures[0].getByText(/generation ([89]|\d\d+) of 400/)).toBeVisible();
  expect(await ended()).toBe(before);
  await figures[1].getByRole('button', { name: /^Run/ }).click();
  let most = 0;
  await expect
    .poll(
      async () => {
        most = Math.max(most, await running());
        return ended();
      },
      { timeout: 180_000, intervals: [100] },
    )
    .toBe(5);
  expect(most).toBeLessThanOrEqual(1);
  await expect(figures[0].getByText('another figure on this page is computing')).toBeVisible();
  await figures[0].getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(figures[0].getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  expect(await contextsIn(page)).toBe(0);
  host.close();
});
