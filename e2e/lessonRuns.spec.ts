import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lesson } from './lessonOnPage';

/** What the commands compute of a lesson where the seed is 20. */
function atSeed20(lesson: string, words: string): number {
  const { another, numbers } = JSON.parse(readFileSync(`src/lessons/expected/${lesson}.json`, 'utf8'));
  expect(another).toBe(20);
  return numbers[words].another;
}

test('lesson 3: a desk’s number is its seed, “none” is an answer, and thirty runs stand beside one', async ({ page, browser }) => {
  const [own, kinds] = ['firstLoss of mine', 'modesAlive 25 of mine'].map((words) => atSeed20('one-run', words));
  const lesson = new Lesson(page);
  await lesson.open('lesson=one-run&step=mine#desk=');
  await lesson.expectStep('Your own run');
  // it is the lesson that asks: for a number, and never a name
  await expect(page.getByLabel('Which desk is this?')).toHaveCount(0);
  await expect(lesson.card.getByRole('button', { name: 'Commit prediction' })).toBeDisabled();
  await expect(lesson.card).toContainText('Give your desk number first');
  await lesson.card.getByLabel('Desk number').fill('Anna');
  await lesson.press('Take it');
  await expect(lesson.card).toContainText('“Anna” is no desk: take a whole number from 1 to 999.');
  expect(await violations(page)).toEqual([]);
  for (const desk of ['3', '20']) {
    await lesson.card.getByLabel('Desk number').fill(desk);
    await lesson.press('Take it');
    await expect(lesson.card).toContainText(`Desk ${desk}: your run has seed ${desk}.`);
    if (desk === '3') await lesson.press('Change it');
  }
  await lesson.card.getByRole('checkbox', { name: 'none by the end of the run' }).check();
  await expect(lesson.card.getByLabel('In which generation does your run')).toBeDisabled();
  await lesson.card.getByLabel('Why?').fill('200 samples are many.');
  await lesson.take('unsure');
  await page.waitForTimeout(1000);
  await expect(lesson.lab.button('Run')).toBeDisabled();
  expect(await page.content()).not.toMatch(/generation [1-9]\d* of 25|mode lost|synthetic [1-8]\b/);
  await lesson.commit();
  await expect(lesson.card.getByRole('status').first()).toContainText(`You said none by the end of the run; the run gives ${own}.`);
  await expect(lesson.card.getByRole('button', { name: 'Change it' })).toHaveCount(0);
  await lesson.card.getByRole('checkbox', { name: 'none by the end of the run' }).check();
  await lesson.press('Compare');
  await expect(lesson.card).toContainText('Not quite. Wait for the end of the run.');
  await lesson.card.getByRole('checkbox', { name: 'none by the end of the run' }).uncheck();
  await lesson.readOff('In which generation did your run', String(own));
  await expect(lesson.card).toContainText(`${own}: so it is.`);
  await lesson.readOff('How many kinds are left', String(kinds));
  await expect(lesson.card).toContainText(`${kinds}: so it is.`);
  await lesson.press('Next');

  await lesson.expectStep('The whole room');
  await lesson.card.getByLabel('Of thirty runs').fill('9');
  await lesson.press('Next question');
  await lesson.card.getByLabel('And the luckiest').fill('20');
  await lesson.card.getByLabel('Why?').fill('Like mine.');
  await lesson.take('sure');
  await expect(lesson.card.getByRole('figure')).toHaveCount(0);
  await lesson.commit();
  const dots = lesson.card.getByRole('figure', { name: 'First kind lost in each run' });
  await expect(dots).toContainText('In 30 runs the first kind was lost between generations 3 and');
  await expect(dots).toContainText(`Desk 20 lost its first in generation ${own}.`);
  await dots.getByText('As a table').click();
  const cells = await dots.getByRole('row').getByRole('cell').allInnerTexts();
  expect(cells.reduce((sum, text) => sum + Number(text), 0)).toBe(30);
  expect(await violations(page)).toEqual([]);

  // whoever opens this work sees the runs of its desk, whatever this computer’s own is
  await lesson.press('Save my work');
  const link = await lesson.card.getByRole('textbox', { name: 'Link to my work' }).inputValue();
  const elsewhere = await browser.newContext();
  const other = new Lesson(await elsewhere.newPage());
  await other.page.goto('./?lesson=one-run&step=mine#desk=3');
  await other.expectStep('Your own run');
  await expect(other.card).toContainText('Desk 3: your run has seed 3.');
  await other.page.goto(link);
  await other.expectStep('The whole room');
  await expect(other.card).toContainText(`Desk 20 lost its first in generation ${own}.`);
  await other.press('Back');
  await expect(other.card.getByRole('status').first()).toContainText(`the run gives ${own}.`);
  await elsewhere.close();
});

test('lesson 3: how high the noise floor lies hangs on how many samples are scored; the exit ticket ends it', async ({ page }) => {
  const lesson = new Lesson(page);
  await lesson.open('lesson=one-run&step=floor#desk=20');
  await lesson.card.getByRole('checkbox', { name: 'Measured with 50 samples.' }).check();
  await lesson.card.getByLabel('Why?').fill('It is the same run.');
  await lesson.take('guessing');
  await lesson.commit();
  await expect(lesson.card.getByRole('status').first()).toContainText('By the runs it is so for: Measured with 1000 samples.');
  await lesson.press('Next');
  await lesson.expectStep('How few samples are enough?');
  await lesson.lab.unfold('Set up');
  await lesson.lab.unfold('Advanced');
  for (const [samples, words] of [
    ['50', 'Not reached in this run.'],
    ['1000', 'Reached in this run.'],
  ]) {
    await lesson.lab.set('Evaluation samples', samples);
    await lesson.lab.run();
    await expect(lesson.card).toContainText(words);
    await lesson.lab.button('Reset').click();
  }
  await lesson.press('Next');
  await lesson.card
    .getByLabel('Write three lines')
    .fill('Ask how many runs there were, how far apart they lie, and whether the difference is larger than the noise floor.');
  await lesson.press('Keep it');
  await lesson.press('Next');
  await lesson.expectStep('Before you go');
  await lesson.take('That can’t be told.');
  await lesson.take('It stays about as wide, and is better known.');
  await lesson.card.getByLabel('Why did honest desks disagree?').fill('Another seed: other draws, the same rules.');
  await lesson.press('Keep it');
  await expect(lesson.card).toContainText('These are eight clumps of dots, and a run takes seconds');
  expect(await violations(page)).toEqual([]);
});
