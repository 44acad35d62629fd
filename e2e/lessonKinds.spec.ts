import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';

/** A lesson as a pupil meets it: by roles and names alone. */
class Lesson {
  readonly lab;
  readonly card;

  constructor(readonly page: Page) {
    this.lab = new Lab(page);
    this.card = page.getByRole('region', { name: 'Lesson', exact: true });
  }

  async open(id: string): Promise<void> {
    await this.lab.open(`lesson=${id}`);
    await expect(this.card.getByRole('heading', { level: 2 })).toBeVisible();
  }

  press = (name: string) => this.card.getByRole('button', { name, exact: true }).click();
  take = (name: string) => this.card.getByRole('radio', { name, exact: true }).check();
  tick = (name: string) => this.card.getByRole('checkbox', { name, exact: true }).check();

  async next(title: string): Promise<void> {
    await this.press('Next');
    await expect(this.card.getByRole('heading', { level: 2, name: title })).toBeFocused();
  }

  async number(value: string, sure: string): Promise<void> {
    await this.card.getByRole('textbox').first().fill(value);
    await this.take(sure);
  }

  async sketch(points: Readonly<Record<string, string>>): Promise<void> {
    for (const [generation, value] of Object.entries(points))
      await this.card.getByRole('textbox', { name: `Generation ${generation}`, exact: true }).fill(value);
  }

  async why(reason: string, sure: string): Promise<void> {
    await this.card.getByLabel('Why?').fill(reason);
    await this.take(sure);
  }

  /** Nothing of a run is on the page, whatever is pressed. */
  async expectHeldBack(run: RegExp): Promise<void> {
    for (const key of ['Space', '.', 'r']) await this.page.keyboard.press(key);
    await expect(this.lab.button('Run')).toBeDisabled();
    await expect(this.lab.timeline).toBeDisabled();
    expect(await this.page.content()).not.toMatch(run);
    expect(await violations(this.page)).toEqual([]);
  }

  async commit(): Promise<void> {
    await this.press('Commit prediction');
    await this.press('Commit for good');
    await expect(this.card.getByRole('status').first()).toContainText(/the run gives|By the runs/, { timeout: 180_000 });
  }

  async readOff(ask: string, value: string, answer = ': so it is.'): Promise<void> {
    await this.card.getByLabel(ask).fill(value);
    await this.press('Compare');
    await expect(this.card).toContainText(answer);
  }

  async explain(ask: string, words: string): Promise<void> {
    await this.card.getByLabel(ask).fill(words);
    await this.press('Keep it');
  }

  /** What the table of the replicates says, once the run stands at this generation. */
  async overRuns(generation: number): Promise<Record<string, string>> {
    const table = this.card.getByRole('table', { name: `256 runs, generation ${generation}` });
    await expect(table).toBeVisible({ timeout: 120_000 });
    const rows = await table.evaluate((element) =>
      [...(element as HTMLTableElement).rows].map((row) => [...row.cells].map((cell) => cell.innerText)),
    );
    return Object.fromEntries(rows.map(([name, value]) => [name, value]));
  }
}

test('names: rare letters go, and a score that gets better says nothing of it', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.open('names');
  await lesson.next('Fewer and fewer');
  await lesson.sketch({ 1: '480', 2: '470', 3: '450', 4: '430', 5: '420', 6: '400' });
  await lesson.press('Next question');
  await lesson.tick('It still makes some with each of them, only fewer with the rare ones.');
  await lesson.why('Rare stays rare.', 'rather sure');
  await lesson.expectHeldBack(/different names<|no longer made|\bof 26\b/);
  await lesson.commit();
  await expect(lesson.card).toContainText('You said 400 at generation 6; the run gives 144.');
  await expect(lesson.card).toContainText('By the runs it is so for: Q, as in Quentin; X, as in Xavier.');
  await lesson.lab.expectReached(6);
  for (const wrong of ['1', '2']) await lesson.readOff('different names are there at generation 3', wrong, 'Not quite. Drag the timeline to 3');
  await lesson.readOff('different names are there at generation 3', '3', 'It is 374.');
  await lesson.readOff('And at generation 6?', '144');
  await lesson.explain('Look at the letters', 'Few begin with them, so one round has none, and then nobody can learn them.');
  await lesson.next('Does any score tell?');
  await lesson.tick('None. A model that is dying makes gibberish, and every score sees that.');
  await lesson.take('sure');
  await lesson.expectHeldBack(/different names<|no longer made|\bof 26\b/);
  await lesson.commit();
  await expect(lesson.card).toContainText('The part of real names goes up; The names look less odd to the first model.');
  await lesson.lab.expectReached(5);
  await expect(lesson.lab.figure('Real names')).toBeVisible();
  await lesson.take('Different names');
  await expect(lesson.lab.figure('Different names')).toBeVisible();
  await expect(lesson.lab.figure('Real names')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test('unbiased: what 256 runs give is told by mean, median and share, and only after the commit', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.open('unbiased');
  await lesson.next('Two hundred and fifty-six runs');
  await lesson.number('1', 'sure');
  await lesson.press('Next question');
  await lesson.number('1', 'sure');
  await lesson.card.getByLabel('Why?').fill('It is unbiased.');
  await lesson.press('Next question');

  // half way up a logarithmic axis from 0.05 to 5 lies a half
  const pad = page.locator('[data-sketch]');
  const box = await pad.boundingBox();
  const axis = await lesson.lab.figure('Variance of the model').locator('svg').first().boundingBox();
  if (!box || !axis) throw new Error('there is no place to sketch');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect
    .poll(async () => Number((await Promise.all((await lesson.card.getByRole('textbox').all()).map((field) => field.inputValue()))).join('')))
    .toBeGreaterThan(0.3);
  await lesson.sketch({ 1: '1', 5: '1', 10: '1', 20: '0,9', 30: '.8' });
  await lesson.expectHeldBack(/theory: the|generation [1-9]\d* of 30|synthetic 0\.\d/);
  // neither where a score misleads: that is what is asked
  await page.getByRole('button', { name: 'Variance of the model', exact: true }).click();
  await expect(page.getByText('Formula, source')).toBeVisible();
  await page.keyboard.press('Escape');
  await lesson.commit();
  await expect(lesson.card).toContainText('You said 1; the run gives 0.32.');
  await lesson.lab.expectReached(21);
  await lesson.lab.timeline.fill('20');
  const of = await lesson.overRuns(20);
  expect(of).toMatchObject({ mean: '1.00', median: '0.32', 'share above 1': '0.23', largest: '15.6' });
  await expect(page.getByText('most runs collapse')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await lesson.readOff('The mean over the runs', '0.3', 'Not quite. Drag the timeline to 20');
  await lesson.readOff('The mean over the runs', of.mean);
  await lesson.readOff('The median?', of.median);
  await lesson.readOff('Which share of the runs', of['share above 1']);
  await lesson.readOff('And the largest', of.largest);
  await lesson.next('Who carries the mean?');

  await page.goto('./?lesson=unbiased&step=cure');
  await lesson.tick('Faithful samples, 20 of them.');
  await lesson.why('It has no bias any more.', 'sure');
  await lesson.commit();
  await expect(lesson.card).toContainText('By the runs it is so for: 200 faithful samples; 20 real points beside 20 samples, λ = 0.8.');
  await lesson.take('Faithful samples: 20, λ = 1');
  expect(await lesson.overRuns(30)).toMatchObject({ median: '0.21' });
});
