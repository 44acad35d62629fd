import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

test('Space, ., R and the arrows run the lab, and letters typed into a field are no commands', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2000&evaluation=200');
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
  await lab.expectReached(3);
  await page.keyboard.press('Space');
  await expect(lab.button('Resume')).toBeVisible();
  const shown = Number(await lab.timeline.inputValue());
  await page.keyboard.press('ArrowLeft');
  await lab.expectShown(shown - 1);
  await page.keyboard.press('ArrowRight');
  await lab.expectShown(shown);
  await page.keyboard.press('.');
  await lab.expectShown(shown + 1);
  await lab.field('Speed').focus();
  for (const key of ['r', '.']) await page.keyboard.press(key);
  await lab.expectShown(shown + 1);
  await lab.field('Speed').blur();
  await page.keyboard.press('r');
  await lab.expectShown(0);
  await expect(lab.button('Run')).toBeVisible();
});

test('? lists the keys, of which . R ? can be switched off there, and stay off; the other keys and the help button stay', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Space');
  await page.getByRole('checkbox', { name: /^use the keys/ }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const key of ['.', 'r', '?']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lab.expectShown(0);
  await page.reload();
  await lab.expectOpen();
  await page.keyboard.press('?');
  await page.keyboard.press('.');
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await lab.button('Help').click();
  const choice = page.getByRole('checkbox', { name: /^use the keys/ });
  await expect(choice).not.toBeChecked();
  await choice.check();
  await lab.button('Close').click();
  await expect(lab.button('Help'), 'the focus goes back').toBeFocused();
  await page.keyboard.press('.');
  // where it was paused before its first generation that is computed now
  await lab.expectReached(1);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('everything can be reached and seen with Tab alone', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=3');
  const reached: string[] = [];
  for (let i = 0; i < 100; i++) {
    await page.keyboard.press('Tab');
    const { name, outlined } = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const style = getComputedStyle(element);
      const label = element.closest('label');
      const ring = (of: Element | null) => of !== null && (getComputedStyle(of).outlineStyle !== 'none' || getComputedStyle(of).boxShadow !== 'none');
      return {
        name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? label?.textContent?.trim() ?? '',
        outlined: style.outlineStyle !== 'none' || ring(label) || ring(element.nextElementSibling),
      };
    });
    reached.push(name);
    expect(outlined, `the focus on ${name} can be seen`).toBe(true);
    if (name.startsWith('Set up')) await page.keyboard.press('Enter');
    if (name === 'How this is computed') break;
  }
  for (const name of ['Share', 'Export', 'Run', 'Step', 'Reset', 'Sampling bias λ', 'Seed', 'How this is computed']) expect(reached).toContain(name);
});
