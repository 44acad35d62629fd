import { expect, type Locator } from '@playwright/test';
import { test } from './journey';
import { FOLDS, Lab } from './lab';
import { smallTargets, unreachable } from './targets';

const QUERY = 'backend=wasm&generations=4&evaluation=200';
const softly = expect.configure({ soft: true });

/** Everything that can be unfolded, unfolded; on a phone the header, too. */
async function unfold(lab: Lab): Promise<void> {
  if (await lab.button('More').isVisible()) await lab.button('More').click();
  for (const fold of FOLDS) await lab.unfold(fold);
}

test('every target is 24 px wide and high, or alone, idle and ended, on a phone and on a wide screen', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(QUERY);
  const look = (state: string) => softly.poll(() => page.evaluate(smallTargets), `${state}, ${page.viewportSize()?.width} px`).toEqual([]);
  const sizes = async (act: () => Promise<void>) => {
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await act();
    }
  };
  await sizes(() => look('idle'));
  await lab.run();
  await lab.expectEnded(4);
  await lab.set('Synthetic samples per generation', '64');
  await lab.figure('Recall').getByRole('button', { name: 'View as table' }).click();
  await sizes(async () => {
    await unfold(lab);
    await look('changed and unfolded, with a table');
  });
  await lab.button('Help').click();
  await sizes(() => look('help'));
});

test('at 400 % zoom nothing scrolls sideways, is cut off or out of reach', async ({ page }) => {
  // 1280 x 1024 at 400 %
  await page.setViewportSize({ width: 320, height: 256 });
  const lab = new Lab(page);
  await lab.open(QUERY);
  const look = (state: string) => softly.poll(() => page.evaluate(unreachable), state).toEqual([]);
  await look('idle');
  await unfold(lab);
  await look('unfolded');
  await lab.run();
  await lab.expectEnded(4);
  await lab.set('Synthetic samples per generation', '64');
  for (const score of ['Recall', 'Precision']) await lab.figure(score).getByRole('button', { name: 'View as table' }).click();
  await look('ended');
  for (const name of ['Presets', 'Share', 'Export', 'Draw or paste points', 'Help', 'How this is computed']) {
    await lab.button(name).click();
    await expect(page.getByRole('dialog').getByRole('button').last()).toBeVisible();
    if (name === 'How this is computed') await expect(page.getByRole('dialog')).toContainText('Noise floor');
    await look(name);
    await page.keyboard.press('Escape');
  }
});

test('with forced colours, what is chosen, where a slider stands and what has the focus can be seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const lab = new Lab(page);
  await lab.open(QUERY);
  const changes = async (what: string, seen: Locator, act: () => Promise<unknown>) => {
    await page.mouse.move(0, 0);
    const before = await seen.screenshot();
    await act();
    await page.mouse.move(0, 0);
    await expect(async () => expect((await seen.screenshot()).equals(before), what).toBe(false)).toPass();
  };
  const label = (name: string) => page.locator('label').filter({ has: page.getByRole('radio', { name, exact: true }) });
  const region = (name: string) => page.getByRole('region', { name });
  await changes('a focused button', region('Run'), () => lab.button('Run').focus());
  await page.keyboard.press('Tab');
  await lab.unfold('Set up');
  await changes('a chosen dataset', label('Grid'), () => label('Grid').click());
  await changes('a slider’s place', lab.slider('Generations'), () => lab.set('Generations', '12'));
  await changes('a band’s width', page.getByRole('group', { name: 'Fresh data: the loop as a diagram' }), () =>
    lab.slider('Fresh real samples per generation').press('PageUp'),
  );
  await changes('a loop’s check', page.locator('label').filter({ hasText: 'Fresh data' }), () =>
    page.getByRole('checkbox', { name: 'Fresh data' }).uncheck(),
  );
  await lab.run();
  await lab.expectEnded(12);
  await changes('the timeline’s place', lab.timeline, () => lab.timeline.press('Home'));
  await changes('the lines’ end', lab.figure('Recall'), () => lab.timeline.press('End'));
});
