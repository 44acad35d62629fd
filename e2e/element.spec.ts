import { expect, type Page } from '@playwright/test';
import type { MadLoop } from '../src/element/madLoop';
import { SCHEMA } from '../src/engine/experiment';
import { test } from './journey';
import { MAD_LOOP, openArticle } from './stubFrame';

const EVENTS = ['mad-generation', 'mad-complete', 'mad-error'];

/** What the page heard of the elements' events, in order; from then on. */
async function listen(page: Page): Promise<() => Promise<[name: string, detail: unknown][]>> {
  await page.evaluate((names) => {
    const heard: [string, unknown][] = [];
    for (const name of names) document.addEventListener(name, (event) => heard.push([name, (event as CustomEvent).detail]));
    Object.assign(window, { heard });
  }, EVENTS);
  return () => page.evaluate(() => Reflect.get(window, 'heard'));
}

const stubs = (page: Page) => page.frames().filter((frame) => frame.url().includes('stub/embed.html'));

/** The commands that the stub was sent. */
const commands = (page: Page) => stubs(page)[0].evaluate('heard') as Promise<{ type: string; experiment?: object }[]>;

const ready = (page: Page) =>
  expect.poll(() => page.evaluate(() => [...document.querySelectorAll('mad-loop')].every((loop) => loop.ready))).toBe(true);

test('mad-loop: attributes become the query, changes one message, commands are answered, events bubble', async ({ page }) => {
  await openArticle(
    page,
    `${MAD_LOOP}<mad-loop src="stub/embed.html?locale=en" id="a" class="wide" data-x="1" aria-label="x" title="Moons" seed="7" INITIAL-REAL="100" synthetic="50" hide="scores"><p>fallback</p></mad-loop>`,
  );
  const heard = await listen(page);
  await ready(page);
  const query = new URL(stubs(page)[0].url()).searchParams;
  const { origin } = new URL(page.url());
  expect(Object.fromEntries(query)).toEqual({ locale: 'en', seed: '7', initialReal: '100', synthetic: '50', hide: 'scores', parentOrigin: origin });
  const frame = page.locator('mad-loop iframe');
  await expect(frame).toHaveAttribute('title', 'Moons');
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
  await expect(frame).toHaveCSS('height', '307px');
  await expect(page.getByText('fallback')).toBeHidden();

  const outcome = await page.evaluate(async () => {
    const loop = document.querySelector('mad-loop');
    if (!loop) throw new Error('no element');
    const said = (promise: Promise<unknown>) =>
      promise.then(
        () => 'done',
        (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
      );
    const [before, step, pause] = [loop.status, await said(loop.step()), await said(loop.pause())];
    const stepped = [loop.status, loop.generation, loop.experiment];
    await loop.run();
    const csv = await loop.toBlob('text/csv');
    const files = [await loop.toBlob(), await loop.toBlob('image/png'), csv].map(({ type, size }) => [type, size]);
    const noFile = await said(loop.toBlob('application/json'));
    const noType = await said(loop.toBlob('text/plain' as 'text/csv'));
    loop.setAttribute('bias', '0.5');
    loop.setAttribute('bias', '0.6');
    loop.experiment = { initialReal: 200, seed: 7 };
    return { before, step, pause, stepped, ended: loop.status, files, text: await csv.text(), noFile, noType };
  });
  expect(outcome).toEqual({
    before: 'waiting',
    step: 'done',
    pause: 'not-now: There is nothing to pause.',
    stepped: ['paused', 1, { seed: 7 }],
    ended: 'ended',
    files: [
      ['image/svg+xml', 6],
      ['image/png', 2],
      ['text/csv', 10],
    ],
    text: 'generation',
    noFile: 'undefined: The frame answered without a file.',
    noType: 'undefined: toBlob knows image/svg+xml, image/png, text/csv, application/json, not text/plain.',
  });
  await expect.poll(async () => (await heard()).length).toBe(3);
  expect(await heard()).toEqual([
    ['mad-generation', { generation: 1, loop: 'fresh-data', scores: { recall: 0.5 } }],
    ['mad-complete', { generations: 3 }],
    ['mad-error', expect.objectContaining({ code: 'repaired', recoverable: true })],
  ]);
  const sets = (await commands(page)).filter(({ type }) => type === 'set');
  expect(sets.map(({ experiment }) => experiment)).toEqual([{ bias: '0.6', initialReal: '200', seed: '7' }]);

  // as React and Vue set a custom element's attributes: as properties, where there are any of the name
  // one's own text goes into no address
  const keys = [...Object.keys(SCHEMA).filter((key) => key !== 'text'), 'theme', 'hide', 'lock', 'run', 'view', 'locale'].map((key) =>
    key.toLowerCase(),
  );
  await page.evaluate((names) => {
    const loop = document.createElement('mad-loop');
    loop.setAttribute('src', 'stub/embed.html');
    for (const name of names) {
      if (name in loop) Reflect.set(loop, name, '1');
      else loop.setAttribute(name, '1');
    }
    document.querySelector('mad-loop')?.replaceWith(loop);
  }, keys);
  await ready(page);
  expect([...new URL(stubs(page)[0].url()).searchParams.keys()].sort()).toEqual([...keys, 'parentOrigin'].sort());
  expect(await page.evaluate(() => typeof document.querySelector('mad-loop')?.run)).toBe('function');
});

test('mad-loop leaves nothing behind, moves, and hears its own frame alone; embed-height.js fits the frame that speaks', async ({ page }) => {
  await page.addInitScript(() => {
    let count = 0;
    const { addEventListener: add, removeEventListener: remove } = window;
    Reflect.set(window, 'addEventListener', (...args: unknown[]) => {
      if (args[0] === 'message') count++;
      Reflect.apply(add, window, args);
    });
    Reflect.set(window, 'removeEventListener', (...args: unknown[]) => {
      if (args[0] === 'message') count--;
      Reflect.apply(remove, window, args);
    });
    Object.assign(window, { listeners: () => count });
  });
  await openArticle(
    page,
    `${MAD_LOOP}<main></main><iframe id="one" style="height:200px" src="stub/embed.html?seed=10"></iframe><iframe id="two" style="height:200px;box-sizing:border-box;border:3px solid" sandbox="allow-scripts" src="stub/embed.html?seed=20"></iframe>
    <iframe id="other" style="height:200px" src="stub/embed.html?mute"></iframe>`,
  );
  // later than the frames spoke, and twice, as with two snippets
  for (let i = 0; i < 2; i++) await page.addScriptTag({ url: 'embed-height.js' });
  await expect(page.locator('#one')).toHaveCSS('height', '310px');
  await expect(page.locator('#two')).toHaveCSS('height', '326px');
  await stubs(page)
    .find((frame) => frame.url().endsWith('seed=20'))
    ?.evaluate("for (const px of [NaN, 39, 20001, '500']) say('height', { px })");
  await page.evaluate(() => {
    const later = document.createElement('iframe');
    later.id = 'later';
    later.src = 'stub/embed.html?seed=30';
    document.body.append(later);
  });
  await expect(page.locator('#later')).toHaveCSS('height', '330px');
  await expect(page.locator('#two')).toHaveCSS('height', '326px');
  await expect(page.locator('#other')).toHaveCSS('height', '200px');

  const listeners = () => page.evaluate(() => (Reflect.get(window, 'listeners') as () => number)());
  const before = { listeners: await listeners(), frames: page.frames().length };
  const rejected = await page.evaluate(async () => {
    const errors = new Set<string>();
    const asked: Promise<unknown>[] = [];
    for (let i = 0; i < 50; i++) {
      const loop = document.createElement('mad-loop');
      loop.setAttribute('src', `stub/embed.html${i % 2 ? '?mute' : ''}`);
      document.querySelector('main')?.append(loop);
      asked.push(loop.run().catch((error: Error) => errors.add(error.message)));
      if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve));
      loop.remove();
      asked.push(loop.toBlob().catch((error: Error) => errors.add(error.message)));
    }
    await Promise.all(asked);
    return [...errors];
  });
  expect(rejected.sort()).toEqual(['the element was taken off the page.', '“export” needs the element on a page.']);
  await expect.poll(() => page.frames().length).toBe(before.frames);
  await expect.poll(listeners).toBe(before.listeners);

  await page.evaluate(() => {
    const main = document.querySelector('main');
    main?.insertAdjacentHTML('beforeend', '<mad-loop src="stub/embed.html" seed="41"></mad-loop><p></p>');
    main?.querySelector('p')?.append(main.querySelector('mad-loop') as MadLoop);
  });
  await ready(page);
  await expect(page.locator('p > mad-loop iframe')).toHaveCSS('height', '341px');
  expect(
    await page.evaluate(() =>
      document
        .querySelector('mad-loop')
        ?.step()
        .then(() => 'done'),
    ),
  ).toBe('done');
  const heard = await listen(page);
  const forged = "say('height', { px: 999 }); say('complete', { generations: 9 }); say('error', { message: 'forged' })";
  await stubs(page)
    .find((frame) => frame.url().endsWith('mute'))
    ?.evaluate(forged);
  await page.evaluate(() => window.postMessage({ ns: 'mad-lab', v: 1, type: 'complete', generations: 9 }, '*'));
  await stubs(page)
    .find((frame) => frame.url().includes('seed=41'))
    ?.evaluate("say('complete', { generations: 41 })");
  await expect.poll(heard).toEqual([['mad-complete', { generations: 41 }]]);
  await expect(page.locator('mad-loop iframe')).toHaveCSS('height', '341px');
});

test('what stands inside mad-loop is shown where scripts are stripped, and where the frame says nothing', async ({ page }) => {
  const body = '<mad-loop src="stub/embed.html?mute"><a href="./">A run of moons</a></mad-loop>';
  await openArticle(page, body);
  await expect(page.getByRole('link', { name: 'A run of moons' })).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);

  await page.unroute('**/article.html');
  await page.clock.install();
  await openArticle(page, `${MAD_LOOP}${body}<mad-loop src="javascript:alert(1)">not a page</mad-loop>`);
  await expect(page.locator('mad-loop iframe')).toBeVisible();
  await expect(page.getByText('not a page')).toBeVisible();
  await expect(page.getByText('A run of moons')).toBeHidden();
  const heard = await listen(page);
  const run = page.evaluate(() =>
    document
      .querySelector('mad-loop')
      ?.run()
      .catch((error: Error) => error.message),
  );
  await page.clock.fastForward(21_000);
  await expect(page.getByRole('link', { name: 'A run of moons' })).toBeVisible();
  expect(await run).toMatch(/^The frame said nothing in \d+ s: http\S+stub\/embed\.html$/);
  expect(await heard()).toEqual([['mad-error', expect.objectContaining({ code: 'silent', recoverable: false })]]);
  // late, but there
  await stubs(page)[0].evaluate("say('ready')");
  await expect(page.locator('mad-loop iframe')).toBeVisible();
  await expect(page.getByText('A run of moons')).toBeHidden();
});

test.describe('a host that forbids', () => {
  test.use({ refusalsExpected: true });

  test('where the policy of a page forbids the frame, what stands inside mad-loop is shown at once', async ({ page }) => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; frame-src 'none'">`;
    await openArticle(page, `${policy}${MAD_LOOP}<mad-loop src="stub/embed.html" seed="7"><a href="./">A run of moons</a></mad-loop>`);
    await expect(page.getByRole('link', { name: 'A run of moons' })).toBeVisible();
    await expect(page.locator('mad-loop iframe')).toBeHidden();
    const refusal = page.evaluate(() => {
      const [old] = document.getElementsByTagName('mad-loop');
      const [copy, heard] = [old.cloneNode(true), new Promise((heard) => document.addEventListener('mad-error', ({ detail }) => heard(detail)))];
      old.replaceWith(copy);
      return heard;
    });
    expect(await refusal).toMatchObject({ code: 'forbidden', message: expect.stringMatching(/allow frame-src http\S+embed\.html$/) });
  });
});

test('an article that a mad-loop without an end tag swallowed is shown below the figure, and the console says so once', async ({ page }) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const article = (tag: string, seed: number) => `<p>Before</p>${tag.replace('SEED', String(seed))}<p>The text after it.</p><p>And more.</p>`;
  const selfClosed = '<mad-loop src="stub/embed.html" seed="SEED" />';
  await openArticle(page, `${MAD_LOOP}<h1>Article</h1>${article(selfClosed, 41)}${article(selfClosed, 42)}`);
  await ready(page);
  for (const text of ['The text after it.', 'And more.']) await expect(page.getByText(text)).toHaveCount(2);
  for (const paragraph of await page.locator('p').all()) await expect(paragraph).toBeVisible();
  await expect(page.locator('mad-loop iframe')).toHaveCount(2);
  await expect.poll(() => warnings.filter((text) => text.includes('Write </mad-loop>'))).toHaveLength(1);

  const closed =
    '<mad-loop src="stub/embed.html" seed="SEED"><figure><img alt=""><figcaption>Moons</figcaption></figure><p><a href="./">Open</a></p></mad-loop>';
  warnings.length = 0;
  await page.unroute('**/article.html');
  await openArticle(page, `${MAD_LOOP}${article(closed, 43)}`);
  await ready(page);
  await expect(page.getByText('And more.')).toBeVisible();
  await expect(page.getByText('Open')).toBeHidden();
  expect(warnings).toEqual([]);
});

test('the real figure in mad-loop: its room is kept free, it runs to its end by command, and gives its files', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = { shift: 0, told: [] as string[] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += Reflect.get(entry, 'value');
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('mad-generation', ({ detail }) => seen.told.push(`${detail.generation} ${detail.loop}`));
    Object.assign(window, { seen });
  });
  const keys = 'dataset="moons" loop="fresh-data,fully-synthetic" generations="3" initial-real="80" seed="5" backend="wasm"';
  await openArticle(page, `${MAD_LOOP}<h1>Title</h1><mad-loop ${keys}></mad-loop><p>The article goes on.</p>`);
  await ready(page);
  const outcome = await page.evaluate(async () => {
    const loop = document.querySelector('mad-loop');
    if (!loop) throw new Error('no element');
    const complete = new Promise((resolve) => loop.addEventListener('mad-complete', ({ detail }) => resolve(detail)));
    await loop.run();
    const detail = await complete;
    const [csv, svg, png] = [await loop.toBlob('text/csv'), await loop.toBlob(), await loop.toBlob('image/png')];
    const { dataset, initialReal, seed } = loop.experiment;
    const files = [(await csv.text()).match(/^3,fresh-data,1/m)?.length, (await svg.text()).slice(0, 4), (await png.slice(1, 4).text()).toString()];
    return { detail, files, keys: { dataset, initialReal, seed }, status: loop.status, generation: loop.generation };
  });
  expect(outcome).toEqual({
    detail: { generations: 3 },
    files: [1, '<svg', 'PNG'],
    keys: { dataset: 'moons', initialReal: 80, seed: 5 },
    ...{ status: 'ended', generation: 3 },
  });
  const { shift, told } = (await page.evaluate(() => Reflect.get(window, 'seen'))) as { shift: number; told: string[] };
  expect([...told].sort()).toEqual(['1', '2', '3'].flatMap((generation) => [`${generation} fresh-data`, `${generation} fully-synthetic`]));
  expect(shift).toBeLessThanOrEqual(0.1);

  await expect.poll(() => page.workers()).not.toHaveLength(0);
  await page.evaluate(() => document.querySelector('mad-loop')?.remove());
  await expect.poll(() => page.workers().length).toBe(0);
});
