import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { Key } from 'selenium-webdriver';
import { findWebkit } from '../scripts/browser.mjs';
import { frameOf, Host, pageOf } from './hosts';
import { expectNodeNumbers } from './nodeNumbers';
import { openServer } from './ownServer';
import { test } from './webkit';

test.skip(findWebkit() === null, 'no WebKitGTK on this machine');
// for a busy machine; each takes seconds
test.setTimeout(300_000);

const POINTS = 'seed=3&backend=wasm&evaluation=200&generations=3';
const SMALL_TEXT = 'seed=3&initialReal=200&real=200&synthetic=200&evaluation=60&generations=3';
const DIGITS = 'model=vae&backend=wasm&steps=10&initialReal=64&real=64&synthetic=64&evaluation=50&loop=fully-synthetic,fresh-data&generations=4';

test('WebKit: points, with explained words underlined, have the numbers of Node', async ({ webkit, baseURL }) => {
  await webkit.openLab(`${baseURL}`, POINTS);
  await webkit.press('Run');
  await webkit.expectText('generation 3 of 3');
  await webkit.press('Enlarge');
  await webkit.expectText('All generations as a table');
  await webkit.press('Close');
  await webkit.press('Export');
  expectNodeNumbers(await webkit.save('Save JSON'), POINTS);
  expect(await webkit.evaluate("return getComputedStyle(document.querySelector('button[aria-expanded][class*=term]')).textDecorationStyle")).toBe(
    'dotted',
  );
});

test('WebKit: every cure acts, treatments are judged, and all have the numbers of Node', async ({ webkit, baseURL }) => {
  const treated = `loop=fresh-data-with-nothing,fresh-data-with-refill,fresh-data-with-archive,fresh-data-with-weights&web=.9,3,1&${POINTS}`;
  const all = 'detector=.5&archive=100&realWeight=.6&curation=density&monitor=recall&tolerance=.02&action=rollback';
  for (const query of [treated, `${all}&${POINTS}`, `${DIGITS}&detector=.5&realWeight=.9&curation=confidence&monitor=recall&warmStart=true`]) {
    await webkit.openLab(`${baseURL}`, query);
    await webkit.press('Run');
    await webkit.expectText(query.includes('vae') ? 'generation 4 of 4' : 'generation 3 of 3');
    if (query === treated) await webkit.expectText('Generation 3 against generation 1.');
    await webkit.press('Export');
    expectNodeNumbers(await webkit.save('Save JSON'), query);
  }
});

test('WebKit: names and a book are written with the numbers of Node', async ({ webkit, baseURL }) => {
  for (const query of [`dataset=names&${SMALL_TEXT}`, `dataset=moby-dick&unit=words&bias=.9&detector=.4&realWeight=.6&${SMALL_TEXT}`]) {
    await webkit.openLab(`${baseURL}`, query);
    await webkit.press('Run');
    await webkit.expectText('generation 3 of 3');
    await webkit.press('Export');
    expectNodeNumbers(await webkit.save('Save JSON'), query);
  }
});

test('WebKit: spoken digits have the numbers of Node, and one is heard at a press', async ({ webkit, baseURL }) => {
  const query = 'dataset=speech&backend=wasm&steps=10&initialReal=64&synthetic=64&evaluation=50&loop=fully-synthetic&generations=2';
  await webkit.openLab(`${baseURL}`, query);
  await webkit.press('Run');
  await webkit.expectText('generation 2 of 2');
  await webkit.evaluate(
    'const { start } = AudioBufferSourceNode.prototype; window.sounds = 0; AudioBufferSourceNode.prototype.start = function (...when) { window.sounds++; start.apply(this, when); };',
  );
  await webkit.type('[data-wall]', Key.ARROW_RIGHT);
  await webkit.expectText('no person was recorded');
  await expect.poll(() => webkit.evaluate('return window.sounds')).toBe(1);
  await webkit.press('Export');
  expectNodeNumbers(await webkit.save('Save JSON'), query);
});

test('WebKit: a map is drawn, a square shows its run, and leads to it', async ({ webkit, baseURL }) => {
  await webkit.openLab(
    `${baseURL}`,
    'model=gaussian&loop=fresh-data&backend=wasm&generations=4&initialReal=100&real=100&map=bias:0.5..1/3,synthetic:10..640/3,score:w2Squared',
  );
  await webkit.expectText('All 9 squares are computed.');
  await webkit.expectText('exact over the generations of its run.');
  await expect.poll(() => webkit.evaluate("return document.querySelectorAll('[data-boundary]').length")).toBe(1);
  await webkit.press('Open this run');
  await webkit.expectText('generation 4 of 4');
});

test('WebKit: a lesson keeps its run back until something is predicted, and shows both', async ({ webkit, baseURL }) => {
  await webkit.open(`${baseURL}?lesson=cure&step=loops`);
  await webkit.expectText('Put the loops in order.');
  expect(await webkit.evaluate("return document.body.innerText.includes('of 8 modes')")).toBe(false);
  await webkit.press('Keep this order');
  await webkit.type('[rows="2"]', 'a guess');
  const guess = "const label = [...document.querySelectorAll('label')].find(({ innerText }) => innerText.trim() === 'guessing'); label?.click();";
  await expect.poll(() => webkit.evaluate(`${guess} return label !== undefined`)).toBe(true);
  await webkit.press('Commit prediction');
  await webkit.press('Commit for good');
  await webkit.expectText('The run: synthetic augmentation 8, fresh data 8, fully synthetic 6.');
  await webkit.expectText('of 8 modes');
});

test('WebKit: digits go past generation 3, paused on the way, and have the numbers of Node', async ({ webkit, baseURL }) => {
  // slow enough for a hand to come before the end, however fast it computes
  await webkit.openLab(`${baseURL}`, `${DIGITS}&speed=0.5`);
  await webkit.press('Run');
  await webkit.expectText(/generation [12] of 4/);
  await webkit.press('Pause');
  await webkit.press('Resume');
  await webkit.expectText('generation 4 of 4');
  await webkit.press('Export');
  expectNodeNumbers(await webkit.save('Save JSON'), DIGITS);
});

test('WebKit: a digit is followed to its nearest real one, what if takes another way, Reset calls a run off', async ({ webkit, baseURL }) => {
  // long enough to be seen under way
  await webkit.openLab(`${baseURL}`, DIGITS.replace('generations=4', 'generations=2').replace('steps=10', 'steps=400'));
  await webkit.press('Run');
  await webkit.expectText('generation 2 of 2');
  await webkit.type('[data-wall="fresh-data"]', Key.ARROW_DOWN);
  await webkit.expectText(/A \d through the generations/);
  await webkit.expectText(/\d away/);

  await webkit.type('[aria-label="Generation shown"]', Key.HOME, Key.ARROW_RIGHT);
  await webkit.press('What if');
  await webkit.expectText('Now move a slider.');
  await webkit.type('[type="range"][aria-label="Fresh real samples per generation"]', Key.HOME);
  await webkit.expectText('generation 2 of 2');
  await expect.poll(() => webkit.evaluate('return location.search')).toContain('changes=');

  await webkit.evaluate(
    'const { terminate } = Worker.prototype; Worker.prototype.terminate = function () { window.replaced = true; terminate.call(this); };',
  );
  // on the page itself: from here its engine may be too fast to be caught on its way
  await webkit.evaluate(
    `const named = (name) => [...document.querySelectorAll('button')].find(({ innerText }) => innerText.trim() === name);
    const reset = named('Reset');
    new MutationObserver((_, observer) => {
      if (!named('Pause')) return;
      observer.disconnect();
      setTimeout(() => {
        window.calledOff = true;
        reset.click();
      }, 150);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });`,
  );
  await webkit.press('Reset');
  await webkit.press('Run');
  await expect.poll(() => webkit.evaluate('return window.calledOff ?? false')).toBe(true);
  await webkit.press('Run');
  await webkit.expectText('generation 2 of 2');
  expect(await webkit.evaluate('return window.replaced ?? false'), 'the worker gave way by itself').toBe(false);
});

test('WebKit: the embed runs points and digits, sandboxed and plain, on a site that is not ours', async ({ webkit, baseURL }) => {
  const pages: Record<string, string> = {};
  for (const [kind, attributes] of Object.entries({ sandboxed: 'sandbox="allow-scripts"', plain: '' })) {
    for (const [what, query] of Object.entries({ points: POINTS, digits: DIGITS }))
      pages[`/${kind}/${what}`] = pageOf(frameOf(`${baseURL}embed.html?${query}`, attributes));
  }
  const host = await Host.open(pages);
  try {
    for (const path of Object.keys(pages)) {
      await webkit.open(`${host.origin}${path}`);
      await webkit.enterFrame();
      await webkit.press('#run');
      await webkit.expectText(/The run stopped|generation (\d) of \1/);
      expect(await webkit.text(), path).not.toContain('The run stopped');
    }
  } finally {
    host.close();
  }
});

test('WebKit: mad-loop on another site runs to its end by command', async ({ webkit, baseURL }) => {
  const loop = '<mad-loop seed="7" generations="3" backend="wasm" evaluation="200"></mad-loop>';
  const host = await Host.open({ '/': pageOf(`<script src="${baseURL}mad-loop.js"></script>${loop}`) });
  try {
    await webkit.open(`${host.origin}/`);
    await webkit.evaluate(
      "const loop = document.querySelector('mad-loop'); loop.addEventListener('mad-complete', ({ detail }) => { window.complete = detail; }); loop.run();",
    );
    const complete = () => webkit.evaluate('return window.complete ?? null');
    await expect.poll(complete, { timeout: 180_000 }).toEqual({ generations: 3 });
    await expect.poll(() => webkit.evaluate("return document.querySelector('mad-loop').status")).toBe('ended');
  } finally {
    host.close();
  }
});

test('WebKit: kept for offline, points and digits run when the server has ended', async ({ webkit }) => {
  const server = await openServer();
  try {
    await webkit.openLab(server.address, POINTS);
    const keep = "return [...document.querySelectorAll('button')].find(({ innerText }) => innerText.startsWith('Keep for'))?.innerText ?? ''";
    await expect.poll(() => webkit.evaluate(keep)).not.toBe('');
    await webkit.press(await webkit.evaluate(keep));
    await webkit.expectText('Kept: works without a network.');
  } finally {
    await server.end();
  }
  for (const query of [POINTS, DIGITS.replace('generations=4', 'generations=2')]) {
    await webkit.open(`${server.address}?${query}`);
    await webkit.press('Run');
    await webkit.expectText(/generation (\d) of \1/);
  }
});

test('WebKit: will it run here? It does, and each thing has its words', async ({ webkit, baseURL }) => {
  await webkit.open(`${baseURL}check.html`);
  const code = () => webkit.evaluate("return document.querySelector('textarea').value");
  await expect.poll(code, { timeout: 120_000 }).toMatch(/MAD1-J1-B1-M1-W1-A[12]-G\d-F1-S1-O[01]-X\d+x\d+-P\d+-D(\d+|L)$/);
});

test('WebKit: mad-lab.html runs digits from disk', async ({ webkit }) => {
  await webkit.open(`${pathToFileURL(resolve('dist/mad-lab.html')).href}?${DIGITS.replace('generations=4', 'generations=2')}`);
  await webkit.press('Run');
  await webkit.expectText(/The run stopped|generation 2 of 2/);
  expect(await webkit.text()).not.toContain('The run stopped');
});
