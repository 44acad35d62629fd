import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { compileLesson } from '../src/headless/lesson';
import type { Expected } from '../src/lessons/expected';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';
import { Lesson } from './lessonOnPage';

/** A run that takes no time. */
const QUERY = 'backend=wasm&model=gaussian&dim=1&scores=none&loop=fully-synthetic&initialReal=10&synthetic=10&generations=8';

/** What the command that computes what to expect of lessons says of one, over its twenty seeds. */
function expectedOf(markdown: string): Expected {
  const script = `
    import { readFileSync } from 'node:fs';
    import { compileLesson } from './src/headless/lesson';
    import { expectLesson } from './src/headless/lessonNumbers';
    import { computeRun } from './src/headless/lessonRun';
    process.stdout.write(JSON.stringify(await expectLesson(compileLesson(readFileSync(0, 'utf8'), 'a.md'), [computeRun])));
  `;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    encoding: 'utf8',
    input: markdown,
  });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as Expected;
}

/** The page on which lessons are made, by roles and names. */
class Make {
  constructor(readonly page: Page) {}

  async expectOpen(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Make a lesson' })).toBeVisible();
  }

  button = (name: string | RegExp) => this.page.getByRole('button', { name, exact: true });
  press = (name: string) => this.button(name).click();
  part = (name: string) => this.page.getByRole('group', { name, exact: true });
  fill = (name: string, value: string, within: Page | Locator = this.page) => within.getByRole('textbox', { name, exact: true }).fill(value);
  choose = (name: string, value: string, within: Page | Locator = this.page) =>
    within.getByRole('combobox', { name, exact: true }).selectOption({ label: value });

  async lookAt(name: RegExp): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Parts of the lesson' }).getByRole('button', { name }).click();
  }

  async saved(name: string): Promise<string> {
    const coming = this.page.waitForEvent('download');
    await this.press(name);
    return readFileSync(await (await coming).path(), 'utf8');
  }

  drop = (name: string, content: string) =>
    this.page.evaluate(
      ([file, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], file));
        dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
      },
      [name, content] as const,
    );

  /** What is true of the whole lesson. */
  async fillLesson(): Promise<void> {
    await this.fill('Title', 'Ten points');
    await this.fill('Whose it is', 'Room 12');
    await this.fill('Goal 1: what a pupil can do afterwards', 'Say what becomes of the variance.');
    await this.fill('Codes of curricula that ask for it, with commas between', 'NGSS practice 4');
    await this.fill('Limits', 'One bell of ten points says nothing of large models.');
  }

  /** Predict twice, see, explain. */
  async fillFirst(): Promise<void> {
    await this.fill('Title', 'A bell learns from itself');
    await this.fill('Text', 'Each model learns from **ten** samples of the one before.');
    const predict = this.part('Predict');
    await predict.getByRole('button', { name: 'Choose', exact: true }).click();
    const [first, second] = ['Option 1', 'Option 2'];
    await this.fill('Question', 'What becomes of the variance?', predict);
    await this.fill(first, 'It falls below a half.', predict);
    await this.fill(second, 'It stays where it is.', predict);
    await predict.getByRole('combobox', { name: 'Taking it shows' }).last().selectOption('M2');
    await predict.getByRole('button', { name: 'Number', exact: true }).click();
    await this.fill('Question', 'And how large is it at the end?', predict.getByRole('listitem').filter({ hasText: 'Prediction 2' }));
    const observe = this.part('Observe');
    await this.press('Add an observation');
    await this.fill('Question', 'How large is it at the end?', observe);
    await this.press('Ask for an explanation');
    await this.fill('Question', 'Why does it shrink?', this.part('Explain'));
  }

  async fillPlay(): Promise<void> {
    await this.press('Add a step');
    await this.fill('Title', 'Try it yourself');
    await this.press('Use what is on the screen now');
    await this.press('Let pupils play, with an aim');
    await this.fill('Aim', 'Keep the variance above a half.');
    await this.choose('how it compares', 'above');
  }
}

test('a teacher makes a lesson of three steps by forms alone: it compiles, opens again as it was, and runs; over 20 seeds it holds as often as without the page', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const lab = new Lab(page);
  const make = new Make(page);
  await page.addInitScript(() => {
    window.print = () => {};
  });
  await lab.open(QUERY);
  await lab.button('Help').click();
  await page.getByRole('link', { name: 'Make a lesson' }).click();
  await make.expectOpen();
  expect(await violations(page)).toEqual([]);
  await make.press('Start from the current experiment');
  await make.fillLesson();
  await make.lookAt(/^1 Predict/);
  await expect(page.getByRole('heading', { level: 2, name: 'Step 1 of 2' })).toBeFocused();
  await make.fillFirst();
  expect(await violations(page)).toEqual([]);
  await make.fillPlay();
  await make.lookAt(/^3 Before you go/);
  await make.fill('Question', 'What did you find?', make.part('Exit questions'));

  // taken away, and put back
  await make.lookAt(/^2 Try it yourself/);
  await make.press('Remove this step');
  await expect(page.getByText(/left to do before it can be taught/)).toBeVisible();
  await make.press('Put it back');
  await expect(page.getByText('It is a whole lesson.')).toBeVisible();

  const markdown = await make.saved('Save as Markdown');
  const lesson = compileLesson(markdown, 'ten-points.md');
  expect(lesson.steps.map(({ title }) => title)).toEqual(['A bell learns from itself', 'Try it yourself', 'Before you go']);
  expect(JSON.parse(await make.saved('Save as JSON'))).toEqual(lesson);

  await make.lookAt(/^1 A bell/);
  await make.press('Try over 20 seeds');
  const story = page.getByRole('region', { name: 'Try over several seeds' });
  await expect(story.getByRole('status')).toContainText(/The story holds in \d+ of 20 seeds/, { timeout: 180_000 });
  const { sentences } = expectedOf(markdown);
  for (const { says, seeds } of sentences) {
    await expect(story.getByRole('listitem').filter({ hasText: says })).toContainText(new RegExp(`in ${seeds} of 20`));
  }
  // its two options are each other's opposite
  await expect(story.getByRole('status')).toContainText(`in ${sentences[0].seeds} of 20 seeds: choose another seed or another count`);
  expect(await violations(page)).toEqual([]);

  // its worksheet goes to the printer alone
  await make.press('Print a worksheet');
  const sheet = page.getByRole('article').filter({ hasText: 'Desk ______' });
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toContainText('Why does it shrink?');
  await expect(page.getByRole('heading', { level: 1, name: 'Make a lesson' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);

  await make.press('Start another');
  await make.drop('ten-points.md', markdown);
  await expect(page.getByText('ten-points.md is open.')).toBeVisible();
  expect(await make.saved('Save as Markdown')).toBe(markdown);

  const link = await page.getByRole('textbox', { name: 'Link to the lesson' }).inputValue();
  await make.press('Run it as pupils do');
  const pupil = new Lesson(page);
  await pupil.expectStep('A bell learns from itself');
  await pupil.take('It falls below a half.');
  await pupil.card.getByLabel('Why?').fill('I am guessing.');
  await pupil.take('guessing');
  await pupil.press('Next question');
  await pupil.card.getByLabel('And how large is it at the end?').fill('.4');
  await pupil.take('unsure');
  await pupil.commit();
  await expect(pupil.card.getByRole('status').first()).toContainText('You said 0.40; the run gives');
  await pupil.press('Save my work');
  expect(await make.saved('Save table (CSV)')).toContain('step-1,choose-1,choose,a,I am guessing.,1,none');
  await page.reload();
  await expect(pupil.card.getByText('You said 0.40; the run gives')).toBeVisible();

  // by its link, elsewhere
  expect(link).toContain('#l=');
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  await page.goto('./licences.txt');
  await page.goto(link);
  await pupil.expectStep('A bell learns from itself');
  expect(errors).toEqual([]);
});

test('a lesson’s file runs when it is dropped; one with mistakes says them with their lines, and its text can do nothing', async ({ page }) => {
  const heard: string[] = [];
  page.on('request', (request) => heard.push(request.url()));
  const lab = new Lab(page);
  const make = new Make(page);
  await lab.open('generations=3');
  const cure = readFileSync(new URL('../src/lessons/files/cure.md', import.meta.url), 'utf8');
  const broken = cure
    .replace('type: order', 'type: rank')
    .replace('Photocopy a page', '<img src="https://evil.example/x.png" onerror="alert(1)"> Photocopy a page');
  await make.drop('mine.md', broken);
  const alert = page.getByRole('alert').filter({ hasText: 'mine.md was not opened' });
  await expect(alert).toContainText(/mine\.md:\d+: loops\.predict\[0\]\.type = "rank" is not one of choose, order, number, sketch/);
  await make.drop('mine.md', broken.replace('type: rank', 'type: order'));
  await expect(alert).toContainText(/mine\.md:\d+: start\.text holds HTML/);
  await make.drop('mine.md', cure.replace('id: cure', 'id: my-cure').replace('title: Can it be cured?', 'title: Mine'));
  await new Lesson(page).expectStep('A copy of a copy');
  await expect(page.getByRole('region', { name: 'Lesson', exact: true })).toContainText('Mine · 1 of 7');

  // one's own is gone on with
  await page.getByText('Teacher', { exact: true }).click();
  await make.press('Change this lesson');
  await make.expectOpen();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Mine');

  // remixed: whose it was is in what is saved
  await make.press('Start another');
  await make.press('Remix “Can it be cured?”');
  await expect(page.getByText('“Can it be cured?” by MAD Lab contributors, CC-BY-4.0')).toBeVisible();
  await make.fill('Whose it is', 'Room 12');
  await expect(page.getByText('It is a whole lesson.')).toBeVisible();
  const remix = compileLesson(await make.saved('Save as Markdown'), 'my-cure.md');
  expect([remix.authors, remix.licence, remix.basedOn]).toEqual([
    ['Room 12'],
    'CC-BY-4.0',
    ['“Can it be cured?” by MAD Lab contributors, CC-BY-4.0'],
  ]);
  // what is typed is there after a reload, right or not
  await make.lookAt(/^4 You may change/);
  await make.fill('Minutes', 'ten');
  await expect(page.getByRole('textbox', { name: 'Minutes' })).toHaveAccessibleDescription('"ten" is not a number from 0.5 to 90.');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('mad-lab-make'))).toContain('"minutes":"ten"');
  await page.reload();
  await make.lookAt(/^4 You may change/);
  await expect(page.getByRole('textbox', { name: 'Minutes' })).toHaveValue('ten');
  expect(await violations(page)).toEqual([]);
  expect(heard.filter((url) => url.includes('evil'))).toEqual([]);
});
