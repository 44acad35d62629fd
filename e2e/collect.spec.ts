import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import fc from 'fast-check';
import { anyWorkOf } from '../src/lessons/testing/anyWork';
import { lessonOf } from '../src/lessons/testing/begun';
import type { Work } from '../src/lessons/work';
import { violations } from './axe';
import { test } from './journey';

const lesson = lessonOf(readFileSync(new URL('../src/lessons/files/cure.md', import.meta.url), 'utf8'));
/** A class of thirty: whatever may be answered. */
const CLASS: readonly Work[] = fc
  .sample(anyWorkOf(lesson, 'an edition'), { numRuns: 30, seed: 17 })
  .map((work, at) => ({ ...work, desk: at + 1, group: 'Beech7', predictions: { ...work.predictions, 'loops.rank': rankOf(at) } }));

function rankOf(at: number): Work['predictions'][string] {
  const order = at % 3 === 0 ? ['fresh', 'fully', 'augmented'] : ['fresh', 'augmented', 'fully'];
  return { guess: order, reason: at === 4 ? '=1+1 <img src=x onerror=alert(1)>' : 'It is new.', confidence: at % 2 === 0 ? 3 : 4, seconds: 20 };
}

type Files = readonly (readonly [name: string, text: string])[];
const filesOf = (works: readonly Work[]): Files => works.map((work, at) => [`cure-${at}.json`, JSON.stringify(work)]);

class Collect {
  readonly which;

  constructor(readonly page: Page) {
    this.which = page.getByRole('combobox', { name: 'Question', exact: true });
  }

  async open(query = 'collect'): Promise<void> {
    await this.page.goto(`./?${query}`);
    await expect(this.page.getByRole('heading', { name: 'Collect a class’s work' })).toBeVisible();
  }

  /** Nothing is left of what was here. */
  async openAnew(): Promise<void> {
    await this.page.reload();
    await expect(this.page.getByRole('heading', { name: 'Collect a class’s work' })).toBeVisible();
    await expect(this.which).toHaveCount(0);
  }

  press = (name: string) => this.page.getByRole('button', { name, exact: true }).click();

  drop = (files: Files) =>
    this.page.evaluate((of) => {
      const dataTransfer = new DataTransfer();
      for (const [name, content] of of) dataTransfer.items.add(new File([content], name));
      dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    }, files);

  async lookAt(ask: string): Promise<void> {
    const option = this.which.locator('option', { hasText: ask });
    await this.which.selectOption((await option.getAttribute('value')) ?? '');
    await expect(this.page.getByRole('heading', { level: 2, name: ask })).toBeVisible();
  }

  async saved(name: string): Promise<string> {
    const coming = this.page.waitForEvent('download');
    await this.press(name);
    return readFileSync(await (await coming).path(), 'utf8');
  }

  /** The table, once its runs are there. */
  async table(): Promise<string> {
    await expect(this.page.getByRole('region', { name: 'Save the class' })).not.toContainText('still being computed');
    return this.saved('Save table (CSV)');
  }
}

test('thirty files make one picture and one table, whatever their order; the run is seen when it is asked for, and nothing is sent', async ({
  page,
}) => {
  const [errors, heard]: [string[], string[]] = [[], []];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('request', (request) => heard.push(`${request.url()} ${request.postData() ?? ''}`));
  const collect = new Collect(page);
  await collect.open();
  expect(await violations(page)).toEqual([]);
  await collect.drop(filesOf(CLASS));
  const first = page.getByRole('list', { name: 'Put first by' });
  await expect(first.getByRole('listitem')).toHaveText([/fully synthetic0 of 30/, /synthetic augmentation0 of 30/, /fresh data30 of 30, 100/]);
  await expect(page.getByText('The most common order, 20 of 30: fresh data – synthetic augmentation – fully synthetic.')).toBeVisible();
  await expect(page.getByText(/How sure: .*rather sure 15 \(50.%\) · sure 15/)).toBeVisible();
  const question = page.getByRole('region', { name: /^After 40 generations/ });
  await expect(question).not.toContainText('The run');
  await page.getByText('Why (30)').click();
  await expect(question.getByText('=1+1 <img src=x onerror=alert(1)>')).toBeVisible();
  await collect.press('Show the run');
  await expect(first).toContainText('The run: 6.');
  expect(await violations(page)).toEqual([]);
  await collect.lookAt('Which treatments have a recall');
  await collect.press('Show the run');
  await expect(page.getByRole('listitem').filter({ hasText: 'Twenty real points' })).toContainText('By the run it is so.');
  await collect.lookAt('Sketch recall');
  const curves = page.getByRole('img', { name: /sketches, thin/ });
  await expect(curves.locator('[data-run]')).toHaveCount(0);
  await collect.press('Show the run');
  await expect(curves.locator('[data-run]')).toHaveCount(1);
  await expect(curves.locator('[data-band]')).toHaveCount(1);
  await page.getByText('All answers as a table').click();
  expect(await violations(page)).toEqual([]);

  const table = await collect.table();
  expect(table).toContain('\n1,yes,cure,an edition,loops,rank,order,fresh fully augmented,It is new.,3,,augmented fresh fully,');
  expect(table).toContain(",'=1+1 <img src=x onerror=alert(1)>,");
  const saved = await collect.saved('Save the class');
  await collect.openAnew();
  await collect.drop(filesOf([...CLASS].reverse()));
  await expect(collect.which).toBeVisible();
  expect(await collect.table()).toBe(table);
  await collect.openAnew();
  await collect.drop([['class.json', saved]]);
  await expect(collect.which).toBeVisible();
  expect(await collect.saved('Save the class')).toBe(saved);
  expect(errors).toEqual([]);
  for (const secret of ['Beech7', 'desk=', 'It is new']) expect(heard.join('\n'), secret).not.toContain(secret);
});

test('by keyboard: from the help to links that were pasted, one of them cut off; a desk that comes twice is chosen from; it fits a projector', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.addInitScript(() => localStorage.setItem('mad-lab-story', 'seen'));
  await page.goto('./?generations=2');
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  const door = page.getByRole('link', { name: 'Collect a class’s work' });
  await door.focus();
  await page.keyboard.press('Enter');
  const collect = new Collect(page);
  await expect(page.getByRole('heading', { name: 'Collect a class’s work' })).toBeVisible();
  expect(new URL(page.url()).searchParams.has('collect')).toBe(true);
  // a link as the page makes it: what browsers deflate
  const links = await page.evaluate(
    async (works) => {
      const packed = async (work: unknown) => {
        const bytes = new TextEncoder().encode(JSON.stringify(work));
        let mark = 0x811c9dc5;
        for (const byte of bytes) mark = Math.imul(mark ^ byte, 0x01000193);
        const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
        const deflated = new Uint8Array(await new Response(stream).arrayBuffer());
        const all = new Uint8Array(4 + deflated.length);
        new DataView(all.buffer).setUint32(0, mark >>> 0);
        all.set(deflated, 4);
        return btoa(String.fromCharCode(...all))
          .replaceAll('+', '-')
          .replaceAll('/', '_')
          .replace(/=+$/, '');
      };
      return Promise.all(works.map(async (work) => `https://lab.example/?lesson=cure#group=Beech7&desk=${work.desk}&a=${await packed(work)}`));
    },
    CLASS.slice(0, 3),
  );
  const { texts: _, ...early } = CLASS[1];
  await page.getByRole('textbox', { name: /^Or paste their links/ }).fill(`Ann: ${links[0]}, Ben: ${links[1]}.\n${links[2].slice(0, -30)}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Link 3 (group Beech7 and desk 3) did not arrive whole');
  await collect.drop([['old.json', JSON.stringify({ ...early, texts: {}, observations: {} })]]);
  const twice = page.getByRole('group', { name: 'Desk 2 twice, with different answers. Which one counts?' });
  await twice.getByRole('radio').first().focus();
  await expect(twice.getByRole('radio').first()).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(twice.getByRole('radio').last()).toBeChecked();
  expect(await violations(page)).toEqual([]);
  expect(await collect.table()).toMatch(/\n\d,no,cure/);

  await page.getByRole('combobox', { name: 'Theme' }).selectOption('projector');
  await page.getByText(/Add work$/).click();
  for (const name of ['Show the run', 'Next']) await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('list', { name: 'Put first by' })).toBeInViewport({ ratio: 1 });
  expect(
    await page
      .getByRole('main')
      .evaluate((main) =>
        [...main.querySelectorAll('li, p, button')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize)).reduce((a, b) => Math.min(a, b)),
      ),
  ).toBeGreaterThanOrEqual(24);
  await page.getByRole('button', { name: 'To the lab', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Samples' })).toBeVisible();
  expect(new URL(page.url()).searchParams.has('collect')).toBe(false);
});
