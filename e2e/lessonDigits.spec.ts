import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';
import { blockWorkers } from './lessonOnPage';

const WALL = 'lesson=bland-digits&step=wall';

/** Lesson 4 as a pupil meets it, on a computer that can't compute it. */
class Lesson {
  readonly card;

  constructor(
    readonly page: Page,
    readonly lab = new Lab(page),
  ) {
    this.card = page.getByRole('region', { name: 'Lesson', exact: true });
  }

  press = (name: string) => this.card.getByRole('button', { name, exact: true }).click();

  async predict(): Promise<void> {
    await this.card.getByRole('radio', { name: /Noise/ }).check();
    await this.card.getByLabel('Why?').fill('I am guessing.');
    await this.card.getByRole('radio', { name: 'unsure', exact: true }).check();
    await this.press('Next question');
    // by itself the chart of this score is logarithmic: here it has the axis of the sketch, and about one half in its middle
    await this.page.locator('[data-sketch]').click();
    const fields = await this.card.getByRole('table', { name: 'Your prediction' }).getByRole('textbox').all();
    const placed = async () => Math.abs(0.5 - Math.max(...(await Promise.all(fields.map((field) => field.inputValue()))).map(Number)));
    await expect.poll(placed).toBeLessThan(0.25);
    for (const [generation, value] of Object.entries({ 1: '.9', 2: '.8', 4: '.6', 6: '.4', 8: '.2' }))
      await this.card.getByRole('textbox', { name: `Generation ${generation}`, exact: true }).fill(value);
    await this.press('Next question');
    await this.card.getByRole('radio', { name: 'below what real digits get.' }).check();
    await this.card.getByRole('radio', { name: 'sure', exact: true }).check();
    await this.press('Commit prediction');
    await this.press('Commit for good');
  }
}

test('digits that no worker computes come recorded, with a word about it, and nothing of them before the commit', async ({ page }) => {
  await blockWorkers(page);
  const lesson = new Lesson(page);
  await page.addInitScript(() => localStorage.setItem('mad-lab-story', 'seen'));
  await page.goto(`./?${WALL}`);
  const pictures = lesson.card.getByRole('img');
  await expect(pictures).toHaveCount(4);
  await expect(lesson.card.getByRole('img', { name: 'Six clear digits, all different.' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await expect(lesson.card).not.toContainText('Recorded');
  await lesson.predict();

  await expect(lesson.card).toContainText(/Recorded on \d+\.\d+\.\d+, same link\./);
  await expect(lesson.card).toContainText('You took: Noise, like a broken television.');
  await expect(lesson.card).toContainText('The runs say: Grey and alike.');
  await expect(lesson.card).toContainText('You said 0.20 at generation 8; the run gives');
  await expect(lesson.card).toContainText('The runs say: above what real digits get.');
  await lesson.lab.expectReached(8);
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText('1 of 10');
  expect(await violations(page)).toEqual([]);

  await lesson.press('Save my work');
  const [file] = await Promise.all([page.waitForEvent('download'), lesson.press('Save file')]);
  const text = await (await file.createReadStream()).setEncoding('utf8').reduce((all, part) => all + part, '');
  expect(JSON.parse(text).recorded).toEqual({ wall: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
});
