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

test('rare-first: who is still there stands in a table, group by group, and only after the commit', async ({ page }) => {
  const lesson = new Lesson(page);
  const table = lesson.card.getByRole('table', { name: 'Groups alive: in how many of 8 runs' });
  const rowOf = (name: string) => table.getByRole('row', { name }).getByRole('cell');
  const held = /Groups alive|1 in 255|mode lost|generation [1-9]\d* of 30/;
  await lesson.open('rare-first');
  // nothing runs by itself before anything is asked
  await lesson.expectHeldBack(held);
  await lesson.next('Who goes first?');
  await lesson.press('the smallest group: up');
  await lesson.press('Next question');
  await lesson.number('29', 'sure');
  await lesson.card.getByLabel('Why?').fill('They shrink in proportion.');
  await lesson.expectHeldBack(held);
  await lesson.commit();
  const reveal = lesson.card.getByRole('status').first();
  await expect(reveal).toContainText('Your order: the seventh group, the smallest group, the largest group, the fifth group.');
  await expect(reveal).toContainText('The run: the largest group 1, the fifth group 0.82, the seventh group 0.63, the smallest group 0.37.');
  await expect(reveal).toContainText('You said 29; the run gives 9.');
  await expect(rowOf('8 (1 in 255)')).toHaveText(['3', '3', '2']);
  await expect(rowOf('1 (1 in 2)')).toHaveText(['8', '8', '8']);
  await lesson.lab.expectReached(30);
  expect(await violations(page)).toEqual([]);
  for (const wrong of ['8', '7']) await lesson.readOff('At generation 5,', wrong, 'Not quite. Look into the table');
  await lesson.readOff('At generation 5,', '8', 'It is 3.');
  await lesson.readOff('At generation 10,', '5');
  await lesson.readOff('At generation 30,', '4');
  await lesson.readOff('And group 3,', '8');
  await lesson.explain(
    'No rule here mentions',
    'By chance a draw has none of group 8, and then no later model can learn it: at generation 30 it was left in 2 of 8 runs.',
  );
  await lesson.next('A smaller draw');
  await lesson.take('About as long, for their shares are the same.');
  await lesson.why('Same shares.', 'rather sure');
  await lesson.press('Next question');
  await lesson.sketch({ 1: '8', 5: '8', 10: '8', 20: '7', 30: '7' });
  await lesson.commit();
  await expect(reveal).toContainText('The runs say: Shorter.');
  await expect(reveal).toContainText('You said 7 at generation 30; the run gives 4.');
  await expect(rowOf('5 (1 in 32)')).toHaveText(['4', '2']);

  await page.goto('./?lesson=rare-first&step=rescue');
  await lesson.take('All of them, for a random draw treats them all alike.');
  await lesson.take('sure');
  await expect(table).toHaveCount(0);
  await lesson.press('Commit prediction');
  await lesson.press('Commit for good');
  await expect(reveal).toContainText('The runs say: All but the smallest.', { timeout: 180_000 });
  await expect(rowOf('7 (1 in 128)')).toHaveText(['8']);
  await expect(rowOf('8 (1 in 255)')).toHaveText(['5']);
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
