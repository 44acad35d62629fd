import { expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

const story = (page: Page) => page.getByRole('region', { name: 'The story' });
const step = (page: Page, number: number) => page.locator(`[data-story="${number}"]`);
const remembered = (page: Page) => page.evaluate(() => localStorage.length);
const drawn = (page: Page) => expect(page.getByRole('region', { name: 'Samples' })).toContainText('real points');
/** As fast as it computes: the story leaves the reader's speed alone. */
// not as fast as it computes: a busy machine would be at the end before the story can pause it
const hurry = (lab: Lab) => lab.set('Speed', '16');

async function tellFromHelp(lab: Lab): Promise<void> {
  await lab.button('Help').click();
  await lab.button('Show me the story').click();
  await expect(story(lab.page)).toBeVisible();
}

/** How many modes the fully synthetic loop makes, as its picture is named. */
const alive = async (lab: Lab): Promise<number> =>
  Number(/(\d) of 8 modes/.exec((await lab.picture('Fully synthetic').getAttribute('aria-label')) ?? '')?.[1]);

/** From its beginning until a kind is lost. */
async function untilLost(lab: Lab): Promise<void> {
  await lab.button('Start').click();
  await hurry(lab);
  await expect(story(lab.page)).toContainText('This kind is gone for good', { timeout: 120_000 });
}

test('a first visit is offered the story once: nothing moves before a press, and none of it is fetched', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('./');
  const lab = new Lab(page);
  await drawn(page);
  await expect(lab.button('Show me the story')).toBeVisible();
  await expect(story(page)).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => [document.getAnimations().length, scrollY])).toEqual([0, 0]);
  await expect(lab.timeline).toBeDisabled();
  expect(fetched.filter((url) => url.includes('Story'))).toEqual([]);
  // a run begun without it takes its room, Reset gives it back
  await lab.button('Step').click();
  await expect(lab.button('Show me the story')).toHaveCount(0);
  await lab.button('Reset').click();
  expect(await remembered(page)).toBe(0);
  await lab.button('No, thanks').click();
  await expect(lab.button('Show me the story')).toHaveCount(0);
  expect(await remembered(page)).toBe(1);
  await page.goto('./');
  await drawn(page);
  await expect(lab.button('Show me the story')).toHaveCount(0);
});

test('the story to its end, by pressing alone: it stops by itself at the loss, and what it saves ends with more modes than before', async ({
  page,
}) => {
  await page.goto('./');
  const lab = new Lab(page);
  await lab.button('Show me the story').click();
  await expect(story(page)).toBeFocused();
  await expect(story(page)).toHaveAccessibleDescription(/Each dot is a picture, each clump a kind of picture/);
  await expect(lab.timeline, 'nothing runs before Start').toBeDisabled();
  await lab.button('Start').click();
  await expect(lab.button('Pause')).toBeVisible();
  await expect(story(page), 'Start has gone, and took the focus with it').toBeFocused();
  await hurry(lab);
  await expect(story(page)).toContainText('Lost in generation 6', { timeout: 120_000 });
  await expect(lab.button('Resume')).toBeVisible();
  await lab.expectShown(7);
  await expect(lab.picture('Fully synthetic')).toHaveAccessibleName(/7 of 8 modes/);
  await expect(step(page, 2)).toBeVisible();

  await lab.button('Next').click();
  await expect(lab.figure('Recall')).toHaveAttribute('data-told');
  await expect(story(page)).toContainText(/fully synthetic 0\.\d+ at first, now 0\.\d+; those that see real data, too, hold/, { timeout: 120_000 });
  await expect(lab.button('Resume')).toBeVisible();
  const before = await alive(lab);
  expect(before).toBeLessThan(8);
  await lab.button('Next').click();
  await expect(lab.figure('Recall')).not.toHaveAttribute('data-told');
  await expect(story(page)).toContainText('Back to generation 5, before the first mode was lost');
  await lab.button('Save it').click();
  await expect(story(page)).toContainText('Now it is yours', { timeout: 120_000 });
  await expect(story(page)).toContainText(/fully synthetic makes all 8 modes \(without it [3-7] of 8/);
  await expect(page.locator('path[data-behind="ghost fully-synthetic"]').first()).toBeAttached();
  await expect.poll(() => alive(lab)).toBeGreaterThan(before);

  await lab.button('Link to this run').click();
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/changes=6:memory=all/);
  await page.keyboard.press('Escape');
  expect(await remembered(page)).toBe(0);
  await lab.button('Done').click();
  await expect(story(page)).toHaveCount(0);
  // at full speed the run may be at its end by now
  await expect(lab.button('Resume').or(lab.button('Run')), 'the focus is never lost').toBeFocused();
  expect(await remembered(page)).toBe(1);
});

test('it can be skipped at each step, is found again in the help, and a link with any key is never interrupted by it', async ({ page }) => {
  for (const query of ['?seed=1', '?theme=light']) {
    await page.goto(`./${query}`);
    await drawn(page);
    await expect(page.getByRole('button', { name: 'Show me the story' })).toHaveCount(0);
  }
  const lab = new Lab(page);
  // a pointer that the last press left on a word would have its explanation closed instead
  const skipByKey = async () => {
    await page.mouse.move(0, 0);
    await page.keyboard.press('Escape');
  };
  const skip = () => lab.button('Skip the story').click();
  const skipped = async () => {
    await expect(story(page)).toHaveCount(0);
    await expect(lab.button('Help').or(lab.button('Resume')).or(lab.button('Pause')).first(), 'the focus is never lost').toBeVisible();
    await expect(page.locator('[data-told]')).toHaveCount(0);
  };
  await tellFromHelp(lab);
  await skip();
  await skipped();
  await expect(lab.button('Help')).toBeFocused();
  await tellFromHelp(lab);
  await lab.button('Start').click();
  await skipByKey();
  await skipped();
  for (const [presses, leave] of [
    [0, skip],
    [1, skipByKey],
    [2, skip],
  ] as const) {
    await tellFromHelp(lab);
    await expect(lab.timeline, 'always from its beginning').toBeDisabled();
    await untilLost(lab);
    for (let i = 0; i < presses; i++) await lab.button('Next').click();
    await leave();
    await skipped();
  }
});

test('what is pressed on the page meanwhile leaves it to its step, or ends it', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('dataset=grid&seed=5');
  await tellFromHelp(lab);
  // it opens the default experiment
  await lab.expectAddress({ v: '1', seed: null });
  // Run is what the first step asks for; Pause leaves the second; Reset leads back to the first
  await lab.button('Run').click();
  await expect(step(page, 2)).toBeVisible();
  await lab.button('Pause').click();
  await lab.button('Go on').click();
  await expect(lab.button('Pause')).toBeVisible();
  await lab.button('Reset').click();
  await expect(step(page, 1)).toBeVisible();
  await untilLost(lab);
  // at full speed it would be at its end at once, on a slow page before anything was told
  await lab.set('Speed', '8');
  await lab.timeline.fill('2');
  await lab.button('Next').click();
  await expect(story(page)).toContainText('at first, now', { timeout: 120_000 });
  await lab.set('Speed', '2');
  await lab.button('Resume').click();
  await expect(lab.button('Pause')).toBeVisible();
  await lab.button('Next').click();
  await expect(lab.button('Save it')).toBeVisible();
  // digits are no points
  await page.getByRole('radio', { name: 'Digits' }).check();
  await expect(story(page)).toHaveCount(0);
  await page.goBack();
  await page.goBack();
  await lab.expectAddress({ seed: '5' });
  await expect(story(page)).toHaveCount(0);
});

test('by keyboard alone', async ({ page }) => {
  await page.goto('./');
  const lab = new Lab(page);
  await lab.button('Show me the story').focus();
  await page.keyboard.press('Enter');
  await expect(story(page)).toBeFocused();
  const press = async (name: string) => {
    await expect(lab.button(name)).toBeVisible({ timeout: 120_000 });
    await expect(story(page).or(lab.button(name)).and(page.locator(':focus'))).toHaveCount(1);
    if (await story(page).evaluate((element) => element === document.activeElement)) await page.keyboard.press('Tab');
    await expect(lab.button(name)).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await press('Start');
  await press('Next');
  await press('Next');
  await press('Save it');
  await press('Done');
  await expect(story(page)).toHaveCount(0);
  await expect(lab.button('Resume')).toBeFocused();
});

test('at 320 px the card stands at the foot of the window, over neither Run nor the pictures, and at 400 % zoom it is inside the window', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('./');
  const lab = new Lab(page);
  await lab.button('Show me the story').click();
  const isClear = async () => {
    const [card, run, picture] = await Promise.all(
      [story(page), page.locator('[data-run]'), lab.picture('Fully synthetic')].map((part) => part.boundingBox()),
    );
    if (!card || !run || !picture) return 'something is missing';
    return {
      left: card.x >= 0,
      right: card.x + card.width <= 320,
      bottom: card.y + card.height <= 640,
      picture: picture.y + picture.height <= card.y,
      run: run.y + run.height <= card.y,
    };
  };
  // other words make it higher, and what is brought into view comes a moment later
  const expectClear = () => expect.poll(isClear).toEqual({ left: true, right: true, bottom: true, picture: true, run: true });
  await expect(page.locator('[data-run]')).toBeInViewport();
  await expectClear();
  await untilLost(lab);
  await expectClear();
  await lab.button('Next').click();
  await expect(story(page)).toContainText('at first, now', { timeout: 120_000 });
  await expectClear();
  await lab.button('Next').click();
  await lab.button('Save it').click();
  await expect(story(page)).toContainText('Now it is yours', { timeout: 120_000 });
  await expectClear();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 320, height: 256 });
  const isInside = async () => {
    const card = await story(page).boundingBox();
    return card !== null && card.y >= 0 && card.y + card.height <= 256;
  };
  await expect.poll(isInside).toBe(true);
  await lab.button('Done').scrollIntoViewIfNeeded();
  await lab.button('Done').click();
  await expect(story(page)).toHaveCount(0);
});
