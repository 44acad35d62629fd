import { expect } from '@playwright/test';
import { MINIMA } from '../scripts/compat/support';
import { test } from './journey';
import { Lab } from './lab';
import { takeNewerFrom } from './withoutNewer';

const DIGITS = 'model=vae&generations=2&steps=5&initialReal=50&synthetic=50&real=50&evaluation=50&loop=fully-synthetic';

// browsers that no machine here has: those of today, without whatever they lack
for (const browser of ['safari', 'firefox'] as const)
  test(`without what is newer than ${browser} ${MINIMA[browser]}: first visit, points, an explanation, sharing, drawing, digits`, async ({
    page,
  }) => {
    await takeNewerFrom(page, browser);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    const lab = new Lab(page);
    await page.goto('./');
    expect(await page.evaluate('takenAway')).toBeGreaterThan(100);
    expect(await page.evaluate(() => 'showPopover' in HTMLElement.prototype)).toBe(false);
    const story = page.getByRole('region', { name: 'The story' });
    await lab.button('Show me the story').click();
    await lab.button('Start').click();
    await expect(story).toContainText('gone for good', { timeout: 120_000 });
    await lab.button('Next').click();
    await expect(page.locator('[data-told]')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(story).toHaveCount(0);
    await lab.button('Reset').click();

    await lab.button('Run').click();
    await lab.expectReached(3);
    await lab.button('Pause').click();
    await page.getByRole('button', { name: 'Recall', exact: true }).click();
    const note = page.locator('[popover]');
    await expect(note).toContainText('Source:');
    await expect(note).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(note).toHaveCount(0);

    await lab.button('Share').click();
    await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/v=1/);
    await page.keyboard.press('Escape');
    await lab.button('Reset').click();
    await lab.unfold('Set up');
    await page.getByRole('radio', { name: 'Your own' }).check();
    const dialog = page.getByRole('dialog', { name: 'Your own data' });
    const pad = await page.getByRole('application', { name: 'Drawing area' }).boundingBox();
    if (!pad) throw new Error('no pad');
    await page.mouse.move(pad.x + pad.width / 3, pad.y + pad.height / 3);
    await page.mouse.down();
    await page.mouse.move(pad.x + pad.width / 2, pad.y + pad.height / 2, { steps: 6 });
    await page.mouse.up();
    await expect(dialog).toContainText(/\d+ points/);
    await page.keyboard.press('Escape');

    await page.goto(`./?${DIGITS}`);
    await lab.run();
    await lab.expectEnded(2);
    expect(faults).toEqual([]);
  });
