import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Lesson } from '../src/lessons/lesson';
import { readMarkdown } from '../src/lessons/readMarkdown';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';
import { expectLargeWords, outside, plotOf } from './stageOnScreen';

/** Letters of the projector, px. */
const LEAST_LETTERS = 24;
const FOLDER = 'src/lessons/files';

function lessonIn(name: string): Lesson {
  const read = readMarkdown(readFileSync(`${FOLDER}/${name}`, 'utf8'));
  if ('problems' in read) throw new Error(`${name} is no lesson`);
  return read.lesson;
}

for (const lesson of readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map(lessonIn))
  test(`${lesson.title}: at the projector of 1024 x 768 a question, its chart and its answer are on one screen, in letters for the back row`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    const lab = new Lab(page);
    const card = page.getByRole('region', { name: 'Lesson', exact: true });
    for (const { id, title, text, predict = [], run } of lesson.steps) {
      await lab.open(`lesson=${lesson.id}&step=${id}&theme=projector`);
      await expect(card.getByRole('heading', { level: 2, name: title })).toBeVisible();
      await expectLargeWords(page, LEAST_LETTERS, id);
      if (predict.length === 0) continue;
      const ask = card.getByText(predict[0].ask).first();
      if (text !== undefined) {
        await expect(ask).toBeHidden();
        await card.getByRole('button', { name: 'To the question' }).click();
      }
      const answer = card.getByRole('button', { name: predict.length > 1 ? 'Next question' : 'Commit prediction', exact: true });
      await expect(ask).toBeVisible();
      const seen = { question: ask, 'how it is answered': answer, ...(run && { chart: plotOf(lab) }) };
      await expect.poll(() => outside(page, seen), `${id}: on one screen`).toEqual([]);
      await expectLargeWords(page, LEAST_LETTERS, `${id}: the question`);
      expect.soft(await violations(page), id).toEqual([]);
    }
  });

test('work that no storage keeps goes with the lesson to the projector and back', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  });
  const lab = new Lab(page);
  await lab.open('lesson=cure&step=loops');
  const card = page.getByRole('region', { name: 'Lesson', exact: true });
  await card.getByRole('button', { name: 'fresh data: up' }).click();
  await card.getByLabel('Why?').fill('Real data are new.');
  await card.getByRole('radio', { name: 'sure', exact: true }).check();
  await card.getByRole('button', { name: 'Commit prediction' }).click();
  await card.getByRole('button', { name: 'Commit for good' }).click();
  await expect(card).toContainText('Your order: fully synthetic, fresh data, synthetic augmentation.');
  await card.getByText('Teacher', { exact: true }).click();
  await card.getByRole('button', { name: 'For the projector' }).click();
  await card.getByRole('button', { name: 'To the question' }).click();
  await expect(card).toContainText('Your order: fully synthetic, fresh data, synthetic augmentation.');
  await card.getByText('Teacher', { exact: true }).click();
  await card.getByRole('button', { name: 'Off the projector' }).click();
  await expect(card).toContainText('Your order: fully synthetic, fresh data, synthetic augmentation.');
});
