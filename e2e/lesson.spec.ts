import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lesson as LessonOnPage } from './lessonOnPage';

const REASON = 'New real data are new information.';

/** Lesson 1, to its first prediction. */
class Lesson extends LessonOnPage {
  override open(query = 'lesson=cure'): Promise<void> {
    return super.open(query);
  }

  async predictLoops(): Promise<void> {
    await this.press('Next');
    await this.expectStep('Three ways to go on');
    await this.press('fresh data: up');
    await this.card.getByLabel('Why?').fill(REASON);
    await this.take('rather sure');
  }
}

test('lesson 1: nothing of a run is seen before the commit, whatever is pressed; then prediction and run stand side by side', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const lesson = new Lesson(page);
  await lesson.open();
  await lesson.expectStep('A copy of a copy');
  expect(await violations(page)).toEqual([]);
  await lesson.predictLoops();

  // computed ahead it is by now, and told nowhere
  await page.waitForTimeout(1500);
  for (const key of ['Space', '.', 'r', 'ArrowRight']) await page.keyboard.press(key);
  await expect(lesson.lab.button('Run')).toBeDisabled();
  await expect(lesson.lab.timeline).toBeDisabled();
  await expect(page.getByRole('group', { name: 'Predict first: then the run is shown' }).first()).toBeAttached();
  expect(await page.content()).not.toMatch(/[1-8] of 8|generation [1-9]\d* of 40|synthetic [1-8]\b/);
  expect(await page.title()).not.toMatch(/\d/);
  expect(new URL(page.url()).searchParams.get('at')).toBeNull();
  expect(await violations(page)).toEqual([]);

  await lesson.commit();
  await expect(lesson.card.getByRole('status').first()).toContainText('Your order: fully synthetic, fresh data, synthetic augmentation.');
  await expect(lesson.card.getByRole('status').first()).toContainText('The run: synthetic augmentation 8, fresh data 8, fully synthetic 6.');
  await lesson.lab.expectReached(2);
  expect(await violations(page)).toEqual([]);

  await lesson.readOff('How many kinds are left in the fully synthetic loop', '3');
  await expect(lesson.card).toContainText('Not quite. Drag the timeline to 40');
  await lesson.readOff('How many kinds are left in the fully synthetic loop', '6');
  await expect(lesson.card).toContainText('6: so it is.');
  for (const value of ['1', '2', '3']) await lesson.readOff('And in the fresh data loop?', value);
  await expect(lesson.card).toContainText('It is 8.');
  await expect(lesson.card.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
  await lesson.card.getByLabel('In one sentence').fill('The loop without real data lost two kinds, the others none.');
  await lesson.press('Keep it');
  await lesson.press('Next');
  await lesson.expectStep('The patient');
  expect(errors).toEqual([]);
});

test('a sketch is made in the chart or in its table, to the same numbers; a treatment is chosen on the stage', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.open('lesson=cure&step=treat');
  await lesson.expectStep('You may change one thing');
  await lesson.card.getByRole('checkbox', { name: 'Twenty real points in every generation.' }).check();
  await lesson.card.getByLabel('Why?').fill('A little helps.');
  await lesson.take('guessing');
  // where it is drawn is shown with its question
  await expect(page.locator('[data-sketch]')).toHaveCount(0);
  await lesson.press('Next question');
  await page.locator('[data-sketch]').click();
  const first = lesson.card.getByRole('table', { name: 'Your prediction' }).getByRole('textbox').first();
  await expect
    .poll(async () => (await Promise.all((await lesson.card.getByRole('textbox').all()).map((field) => field.inputValue()))).join(''))
    .not.toBe('');
  for (const [generation, value] of Object.entries({ 20: '.3', 21: '0,9', 25: '.8', 30: '.7', 35: '.6', 40: '.5' }))
    await lesson.card.getByRole('textbox', { name: `Generation ${generation}`, exact: true }).fill(value);
  await expect(first).toHaveValue('.3');
  // a look at the class's work, and what was not committed yet is there as before
  await lesson.card.getByText('Teacher', { exact: true }).click();
  await lesson.press('Collect a class’s work');
  await page.getByRole('button', { name: 'Back to the lesson', exact: true }).click();
  await lesson.expectStep('You may change one thing');
  await expect(lesson.card.getByRole('checkbox', { name: 'Twenty real points in every generation.' })).toBeChecked();
  await lesson.press('Next question');
  await expect(first).toHaveValue('0.3');
  await lesson.commit();
  await expect(lesson.card.getByRole('status').first()).toContainText('By the runs it is so for: Twenty real points in every generation; Sixty-four');
  await expect(lesson.card).toContainText(/You said 0\.50 at generation 40; the run gives 0\.3/);
  await lesson.take('One dose of 200 real points');
  await expect(page.getByRole('region', { name: 'Scores' })).toContainText('other runs');
  await lesson.lab.expectReached(3);
  expect(await violations(page)).toEqual([]);
});

test('what was done is there after a reload; a teacher may open a step, and begin anew; a lesson that is none is named', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.open();
  await lesson.predictLoops();
  await lesson.commit();
  await lesson.lab.expectReached(1);
  await page.reload();
  await lesson.expectStep('Three ways to go on');
  await expect(lesson.card).toContainText('Your order: fully synthetic, fresh data');
  await lesson.lab.expectReached(1);

  await lesson.card.getByText('Teacher', { exact: true }).click();
  await lesson.press('Begin the lesson anew');
  await lesson.expectStep('A copy of a copy');
  await lesson.press('Next');
  await expect(lesson.lab.button('Run')).toBeDisabled();
  await lesson.card.getByText('Teacher', { exact: true }).click();
  await lesson.press('Open this step');
  await lesson.lab.button('Run').click();
  await lesson.lab.expectReached(1);

  await lesson.lab.open('lesson=cure&step=loops&poe=off');
  await expect(lesson.lab.button('Run')).toBeEnabled();
  await lesson.lab.open('lesson=nothing');
  await expect(page.getByText(/There is no lesson “nothing”\. Lessons: .*cure/)).toBeVisible();
  await expect(lesson.card).toHaveCount(0);
});

test('free play has an aim that the page judges; the exit ticket is kept, and the lesson says how far it goes', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.open('lesson=cure&step=why');
  await lesson.card
    .getByLabel('Why did ten times')
    .fill('Synthetic samples repeat what the last model knows, so what is lost stays lost; twenty real points hold some of every kind each time.');
  await lesson.press('Keep it');
  await lesson.press('Next');
  await lesson.expectStep('How little is enough?');
  await expect(lesson.card).not.toContainText('Why did ten times');
  await lesson.lab.run();
  await expect(lesson.card).toContainText('Not reached in this run.');
  await lesson.press('Next');
  await lesson.expectStep('Before you go');
  await lesson.take('Some real jazz in every round.');
  for (const ask of ['What happened to recall', 'Complete the sentence']) await lesson.card.getByLabel(ask).fill('It fell again: a relapse.');
  for (const left of [2, 1]) {
    await expect(lesson.card.getByRole('button', { name: 'Keep it', exact: true })).toHaveCount(left);
    await lesson.card.getByRole('button', { name: 'Keep it', exact: true }).first().click();
  }
  await expect(lesson.card).toContainText('These are eight clumps of dots');
  await expect(lesson.card.getByRole('button', { name: 'Next', exact: true })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  // out of it, and in again: it goes on where this pupil stands
  await lesson.card.getByText('Teacher', { exact: true }).click();
  await lesson.press('Leave the lesson');
  await expect(lesson.card).toHaveCount(0);
  expect(new URL(page.url()).searchParams.get('lesson')).toBeNull();
  await expect(lesson.lab.button('Reset')).toBeVisible();
  await lesson.lab.button('Help').click();
  await page.getByRole('link', { name: 'Can it be cured?' }).click();
  await lesson.expectStep('Before you go');
});

test('work is saved as a link, a file and a table, and goes on elsewhere; no request holds any of it', async ({ page, browser }) => {
  const heard: string[] = [];
  const listen = (on: Page) =>
    on.on('request', (request) => heard.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`));
  listen(page);
  const lesson = new Lesson(page);
  await page.goto('./?lesson=cure#group=Kestrel7B&desk=12');
  await lesson.expectStep('A copy of a copy');
  await lesson.predictLoops();
  await lesson.commit();
  await lesson.lab.expectReached(2);
  await lesson.readOff('How many kinds are left in the fully synthetic loop', '6');
  await expect(lesson.card).toContainText('6: so it is.');

  // what the run gives has its place by now: nothing moves under the pointer
  await expect(lesson.card).toContainText('The run: ');
  await lesson.press('Save my work');
  const link = await lesson.card.getByRole('textbox', { name: 'Link to my work' }).inputValue();
  expect(link).toMatch(/\?lesson=cure#group=Kestrel7B&desk=12&a=[\w-]+$/);
  expect(link.length).toBeLessThan(2000);
  expect(await violations(page)).toEqual([]);
  const saved = async (name: string) => {
    const coming = page.waitForEvent('download');
    await lesson.press(name);
    const file = await coming;
    return { name: file.suggestedFilename(), path: await file.path() };
  };
  const file = await saved('Save file');
  const table = await saved('Save table (CSV)');
  expect([file.name, table.name]).toEqual(['cure-Kestrel7B-12.json', 'cure-Kestrel7B-12.csv']);
  const rows = readFileSync(table.path, 'utf8').split('\n');
  expect(rows[1]).toMatch(
    /^cure,\w+,loops,rank,order,fully fresh augmented,New real data are new information\.,3,,augmented fresh fully,,,\d+,,,no,no,,on,12,Kestrel7B$/,
  );
  expect(rows[2]).toMatch(/^cure,\w+,loops,kinds-fully,observe,6,,,,6,0,,,0,seen,no,no,,on,12,Kestrel7B$/);

  const elsewhere = await browser.newContext();
  const other = new Lesson(await elsewhere.newPage());
  listen(other.page);
  await other.page.goto(link);
  await other.expectStep('Three ways to go on');
  await expect(other.card).toContainText('It goes on with the work of the link.');
  await expect(other.card).toContainText('Your order: fully synthetic, fresh data, synthetic augmentation.');
  await expect(other.card).toContainText('6: so it is.');
  await expect.poll(() => other.page.url()).not.toContain('a=');
  await other.page.reload();
  await other.expectStep('Three ways to go on');
  await expect(other.card).toContainText('6: so it is.');

  // a desk is no seed of a lesson
  await lesson.page.goto('./?lesson=cure&step=exit&poe=off#desk=12');
  await expect.poll(() => page.url()).toMatch(/step=exit/);
  await expect.poll(() => page.url()).not.toMatch(/(seed|desk)=/);

  // cut off on its way, into the page that is there
  const before = other.page.url().split('#')[0];
  await other.page.goto(`${before}#a=${link.split('a=')[1].slice(0, -9)}`);
  await expect(other.card).toContainText('The work in this link can’t be read');
  await expect(other.card).toContainText('6: so it is.');
  await elsewhere.close();

  const third = await browser.newContext();
  const dropped = new Lesson(await third.newPage());
  listen(dropped.page);
  await dropped.lab.open();
  const drop = (name: string, text: string) =>
    dropped.page.evaluate(
      ([called, content]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], called));
        dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
      },
      [name, text],
    );
  const text = readFileSync(file.path, 'utf8');
  await drop(file.name, text.slice(0, -200));
  await expect(dropped.page.getByRole('alert').first()).toContainText('cure-Kestrel7B-12.json was not opened. It holds work of a lesson');
  await drop(file.name, text);
  await dropped.expectStep('Three ways to go on');
  await expect(dropped.card).toContainText('It goes on with the work of the file.');
  await expect(dropped.page.getByRole('alert').first()).not.toContainText('was not opened');
  await expect(dropped.card).toContainText('6: so it is.');
  await third.close();

  const said = heard.join('\n');
  expect(said).not.toContain(link.split('a=')[1].slice(0, 40));
  for (const secret of [REASON, 'group=', 'desk=', 'Kestrel7B']) expect(said, secret).not.toContain(secret);
});

test('questions and answers are printed, black on white; a reload keeps desk and group', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.open('lesson=cure&theme=dark#group=Kestrel7B&desk=12');
  await lesson.predictLoops();
  await lesson.commit();
  await page.reload();
  // what the run gives has its place by now: nothing moves under the pointer
  await expect(lesson.card).toContainText('The run: ');
  await lesson.press('Save my work');
  // the browser's own dialog would wait for somebody
  await page.evaluate(() => {
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
  await lesson.press('Print');
  await page.emulateMedia({ media: 'print' });
  const sheet = page.getByRole('article');
  await expect(sheet).toContainText('Group Kestrel7B. Desk 12.');
  await expect(sheet).toContainText('Predicted: fully synthetic, fresh data, synthetic augmentation');
  await expect(sheet).toContainText('Why: New real data are new information.');
  // what is left to be done has room for it, and a way back to it
  await expect(sheet.getByRole('img', { name: 'Empty axes of Recall by generation' })).toBeVisible();
  expect(await sheet.locator('.lines').count()).toBeGreaterThan(5);
  await expect(sheet).toContainText('/?lesson=cure#group=Kestrel7B&desk=12');
  await expect(sheet.locator('.code')).toBeVisible();
  await expect(sheet).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(sheet).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(lesson.card).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(sheet).toHaveCount(0);
  await expect(lesson.card).toBeVisible();
});

test('at a zoom of 400 % nothing is cut, and what comes next is in sight: step, question, what the run gives', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  const lesson = new Lesson(page);
  const expectNarrow = () => expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  for (const place of ['one-run&step=mine#desk=7', 'bland-digits&step=wall', 'cure&step=start']) {
    await lesson.open(`lesson=${place}`);
    await expectNarrow();
  }
  const title = (words: string) => expect(lesson.card.getByRole('heading', { level: 2, name: words })).toBeInViewport({ ratio: 1 });
  await lesson.press('Next');
  await title('Three ways to go on');
  await lesson.press('Keep this order');
  const [up, down] = ['up', 'down'].map((way) => lesson.card.getByRole('button', { name: `fresh data: ${way}`, exact: true }));
  await expect.poll(async () => (await up.boundingBox())?.y).toBe((await down.boundingBox())?.y);
  await lesson.card.getByLabel('Why?').fill(REASON);
  await lesson.take('sure');
  await lesson.commit();
  await expect(lesson.card.getByText('Your order: ')).toBeInViewport({ ratio: 1 });
  await expectNarrow();

  await lesson.open('lesson=cure&step=treat');
  await lesson.card.getByRole('checkbox').first().check();
  await lesson.card.getByLabel('Why?').fill(REASON);
  await lesson.take('sure');
  await lesson.press('Next question');
  await expect(lesson.card.getByText('Sketch recall from generation 20')).toBeInViewport({ ratio: 1 });
  await page.locator('[data-sketch]').scrollIntoViewIfNeeded();
  await expectNarrow();
});
