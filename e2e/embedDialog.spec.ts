import { expect } from '@playwright/test';
import { parseExperiment, parseQuery, printQuery, VIEW_KEYS } from '../src/engine/experimentText';
import { valuesIn } from '../src/engine/query';
import { runKeyOf } from '../src/frame/experimentKey';
import { readPoster } from '../src/frame/posterText';
import { test } from './journey';
import { Lab } from './lab';

/** Names and values of an element's attributes, as a browser reads them out of a snippet. */
function read(page: Lab['page'], html: string, selector: string): Promise<Record<string, string>> {
  return page.evaluate(
    ([text, wanted]) => {
      const element = new DOMParser().parseFromString(text, 'text/html').querySelector(wanted);
      return Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]));
    },
    [html, selector],
  );
}

test('Share gives a snippet of the experiment on the screen, shows it at work, and saves its poster', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=4&seed=9&initialReal=100&changes=3:bias=0.5&theme=light');
  await lab.run();
  await lab.expectEnded(4);
  const { experiment } = parseQuery(new URL(page.url()).search);
  await lab.button('Share').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Embed in a page').click();
  const field = dialog.getByRole('textbox', { name: 'Snippet' });

  const linked = new URL((await read(page, await field.inputValue(), 'iframe')).src).searchParams;
  const curves = readPoster(String(linked.get('poster')), runKeyOf(valuesIn(String(linked)), VIEW_KEYS), 3);
  expect(curves).toMatchObject({ last: 4, generations: 4, charts: [{ score: 'recall' }] });

  await dialog.getByRole('combobox', { name: 'As' }).selectOption('mad-loop element');
  const keys = await read(page, await field.inputValue(), 'mad-loop');
  expect(keys.title).toMatch(/^MAD Lab: .+ Loops: fully synthetic, synthetic augmentation and fresh data; 4 generations$/);
  const { title, poster, ...attributes } = keys;
  expect(poster).toBe(linked.get('poster'));
  expect(parseExperiment(attributes)).toEqual({ experiment, notes: [] });
  const image = await read(page, await field.inputValue(), 'mad-loop img');
  expect(image).toMatchObject({ src: 'mad-lab-gaussian-mixture-seed-9-samples-of-generation-4.png', alt: expect.stringMatching(/^Generation 4: /) });

  await dialog.getByRole('combobox', { name: 'As' }).selectOption('iframe that fits itself');
  await dialog.getByRole('combobox', { name: 'Shows' }).selectOption('samples');
  await dialog.getByRole('checkbox', { name: 'leave out the sentences' }).check();
  const frame = await read(page, await field.inputValue(), 'iframe');
  const address = new URL(frame.src);
  expect(address.href.startsWith(new URL('embed.html?', page.url()).href)).toBe(true);
  expect(printQuery(parseQuery(address.search).experiment)).toBe(printQuery(experiment));
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ view: 'samples', hide: 'narration' });
  expect(address.searchParams.has('theme')).toBe(false);

  const preview = dialog.frameLocator('iframe[title^="Preview"]');
  await expect(preview.getByRole('button', { name: /^Run, \d/ })).toBeVisible();
  await dialog.getByRole('radio', { name: '320 px' }).check();
  await expect(dialog.locator('iframe')).toHaveCSS('width', '320px');
  // the frame has said its height: no scrollbar inside. (A sandboxed frame out of sight says nothing new: the browser lets it rest.)
  await dialog.locator('iframe').evaluate((element) => element.scrollIntoView());
  const overflow = () => page.frames()[1].evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(overflow).toBe(0);

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save poster SVG' }).click();
  const file = (await download).suggestedFilename();
  expect((await read(page, await field.inputValue(), 'img')).src ?? file).toBe(file);

  // without a connection the snippet stays, and a sentence takes the preview's place
  await page.clock.install();
  await page.route('**/embed.html*', (route) => route.abort());
  await dialog.getByRole('combobox', { name: 'Shows' }).selectOption('scores');
  await page.clock.fastForward(11_000);
  await expect(dialog.getByRole('alert')).toContainText('The preview could not be loaded');
  await expect(dialog.locator('iframe')).toBeHidden();
  expect(new URL((await read(page, await field.inputValue(), 'iframe')).src).searchParams.get('view')).toBe('scores');
});
