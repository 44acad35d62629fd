import { expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

/** The lines behind a score, as "kind loop": how many points each has. */
const behind = (page: Page, score: string) =>
  page
    .getByRole('figure', { name: score, exact: true })
    .locator('path[data-behind]')
    .evaluateAll((paths) => paths.map((path) => [path.getAttribute('data-behind'), (path.getAttribute('d') ?? '').split(/[ML]/).length - 1]));

test('what if: from a generation shown another way is taken, and the old future stays behind as it was', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('loop=fully-synthetic,fresh-data&generations=8&evaluation=200&seed=3');
  await lab.run();
  await lab.expectEnded(8);
  const before = await lab.table('Recall');
  await lab.timeline.fill('4');
  await lab.button('What if').click();
  await expect(page.getByText('Now move a slider.')).toBeVisible();
  await expect.poll(() => lab.computed(), 'the future is gone').toBe(4);
  await expect
    .poll(() => behind(page, 'Recall'))
    .toEqual([
      ['ghost fully-synthetic', 5],
      ['ghost fresh-data', 5],
    ]);
  // a slider resumes by itself
  await lab.slider('Sampling bias λ').press('Home');
  await lab.expectEnded(8);
  const after = await lab.table('Recall');
  expect(after['Fully synthetic'].slice(0, 4)).toEqual(before['Fully synthetic'].slice(0, 4));
  expect(after['Fully synthetic'].slice(4)).not.toEqual(before['Fully synthetic'].slice(4));
  await expect(page.getByText('Faint lines: the discarded future after generation 4.')).toBeVisible();
  await expect(lab.figure('Recall')).toContainText('discarded future');

  // taking the change back leaves that future too, and the numbers are those of before
  await page.getByRole('button', { name: /^Remove the change from generation 5/ }).click();
  await expect(page.getByText('Faint lines: 2 discarded futures after generation 4.')).toBeVisible();
  await lab.button('Resume').click();
  await lab.expectEnded(8);
  expect(await lab.table('Recall')).toEqual(before);
  await lab.button('Clear faint lines').click();
  await expect.poll(() => behind(page, 'Recall')).toEqual([]);
  await expect(page.getByText('Faint lines')).toHaveCount(0);
});

test('what if at the end: back to before the first loss, or a visible reason why not', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('loop=fully-synthetic&generations=8');
  await expect(lab.button('What if')).toBeDisabled();
  await expect(page.getByText('Run it first.')).toBeVisible();
  await lab.run();
  await lab.expectEnded(8);
  await lab.button('What if').click();
  await lab.expectShown(5);
  await expect(lab.button('Resume')).toBeVisible();

  await lab.open('loop=fresh-data&generations=3');
  await lab.run();
  await lab.expectEnded(3);
  await expect(lab.button('What if')).toBeDisabled();
  await expect(page.getByText('Drag the timeline back first.')).toBeVisible();
});

const alive = async (lab: Lab): Promise<number> => (await lab.table('Modes alive'))['Fully synthetic'].at(-1) ?? 0;

test('go back and save it: from before the first loss all is kept, the lost future stays as a faint line, and more modes are left', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('loop=fully-synthetic&generations=10');
  await lab.run();
  await lab.expectEnded(10);
  const before = await alive(lab);
  const save = lab.button('Go back and save it');
  await expect(save).toHaveAccessibleDescription(
    'Back to generation 5, before the first mode was lost; from there on every model keeps learning from everything that was made.',
  );
  await save.focus();
  await page.keyboard.press('Enter');
  await expect(lab.button('Pause').or(lab.button('Run')), 'the focus is never lost').toBeFocused();
  await lab.expectEnded(10);
  await expect(page.getByText('Saved: with everything kept from generation 6 on, fully synthetic ends with all 8 modes')).toBeVisible();
  expect(await alive(lab)).toBeGreaterThan(before);
  await expect(save).toHaveCount(0);
  await expect.poll(() => behind(page, 'Recall')).toEqual([['ghost fully-synthetic', 6]]);
  await lab.expectAddress({ changes: '6:memory=all' });
});

test('go back and save it is offered where what it would change is not locked, and says why where it is', async ({ page }) => {
  const lab = new Lab(page);
  for (const [lock, isOffered] of [
    ['real,bias,seed', true],
    ['memory', false],
    ['controls', false],
  ] as const) {
    await lab.open(`loop=fully-synthetic&generations=10&speed=max&lock=${lock}`);
    await lab.button('Run').click();
    await lab.expectEnded(10);
    await expect(lab.button('Go back and save it')).toHaveCount(isOffered ? 1 : 0);
    await expect(page.getByText('Going back to save it would change Memory. Locked by the link.')).toHaveCount(isOffered ? 0 : 1);
  }
});

test('go back and save it at 320 px brings the pictures into view', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = new Lab(page);
  await lab.open('loop=fully-synthetic&generations=10');
  await lab.run();
  await lab.expectEnded(10);
  const save = lab.button('Go back and save it');
  await expect(save).toBeVisible();
  await save.click();
  await expect(lab.picture('Fully synthetic')).toBeInViewport({ ratio: 1 });
  await lab.expectEnded(10);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('a run that is kept stands beside the next one, with what differs, and travels in the link', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('loop=fully-synthetic&generations=4&evaluation=200&replicates=3');
  await lab.run();
  await lab.expectEnded(4);
  const kept = (await lab.table('Recall'))['Fully synthetic'];
  await expect.poll(() => behind(page, 'Recall')).toEqual([['single fully-synthetic', 12]]);
  await lab.button('Keep to compare').click();
  await expect(page.getByText('their lines coincide')).toBeVisible();

  await lab.button('Reset').click();
  await lab.set('Synthetic samples per generation', '50');
  await expect(page.getByText('Only the synthetic samples per generation differs: 50 here, 200 in the kept run.')).toBeVisible();
  await lab.button('Run').click();
  await lab.expectEnded(4);
  const table = await lab.table('Recall');
  expect(table['Fully synthetic, kept run']).toEqual(kept);
  expect(table['Fully synthetic']).not.toEqual(kept);
  await expect(page.getByRole('img', { name: /^Fully synthetic, kept run: / })).toBeVisible();

  // the link computes both anew, to the same numbers
  await lab.expectAddress({ synthetic: '50' });
  await lab.open(await lab.shared());
  await expect(page.getByText('It is computed when you press Run.')).toBeVisible();
  await lab.run();
  await lab.expectEnded(4);
  await expect(page.getByText(/It is computed (when|to)/)).toHaveCount(0);
  await expect.poll(() => lab.table('Recall')).toEqual(table);

  await lab.button('Stop comparing').click();
  await expect(page.getByRole('img', { name: /kept run/ })).toHaveCount(0);
  await lab.expectAddress({ synthetic: '50', compare: null });
});
