import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';

/** Ten generations: the quickest of them. */
const QUICK = 'beauty-contest';

const cardOn = (page: Page) => page.getByRole('region', { name: 'Challenge card', exact: true });

async function openCard(page: Page, query: string): Promise<Lab> {
  const lab = new Lab(page);
  await lab.open(query);
  await expect(cardOn(page).getByRole('heading', { level: 2 })).toBeVisible();
  return lab;
}

test('a card is missed, then reached; its solution is a link that is judged anew, whatever it claims', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const lab = await openCard(page, `card=${QUICK}`);
  const card = cardOn(page);
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('Beauty contest');
  await expect(card.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Controls' })).toHaveCount(0);
  await expect(lab.button('Presets')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  await lab.button('Run').click();
  await expect(card.getByRole('status').first()).toContainText('Goal not reached.', { timeout: 180_000 });
  await expect(card.getByRole('textbox', { name: 'My solution' })).toHaveCount(0);
  await expect(card.getByRole('slider')).toBeDisabled();

  await lab.button('Reset').click();
  await expect(card.getByRole('slider')).toBeEnabled();
  await card.getByRole('spinbutton').fill('0.97');
  await card.getByRole('spinbutton').press('Enter');
  await lab.button('Run').click();
  await expect(card.getByRole('status').first()).toContainText('Goal reached.', { timeout: 180_000 });
  await expect(card.getByRole('status').first()).toContainText('This run: 0.9425 median recall at generation 10.');
  await expect(card.getByText('Par:')).toHaveCount(0);
  await card.getByRole('button', { name: 'Show par' }).click();
  await expect(card.getByText('Par: 0.9425 median recall at generation 10.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const solution = new URL(await card.getByRole('textbox', { name: 'My solution' }).inputValue()).searchParams;
  expect([solution.get('card'), solution.get('bias'), solution.get('at')]).toEqual([QUICK, '0.97', null]);

  // a claim counts for nothing, and a locked setting is told
  await openCard(page, `${solution.toString().replace('0.97', '1')}&cost=1&goal=yes`);
  await expect(card.getByRole('status').first()).toContainText('is judged when the run has ended');
  await openCard(page, `${solution}&seed=5`);
  await expect(card.getByRole('alert')).toContainText('seed is 5; this card locks it at 1.');
  await card.getByRole('button', { name: 'Take the card’s own settings' }).click();
  await expect(card.getByRole('alert')).toHaveCount(0);
  await expect.poll(async () => (await lab.address()).get('seed')).toBeNull();
  expect(errors).toEqual([]);
});

test('Help lists the cards; one opens in place, leads to where changes are allowed, and is left again', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('dataset=long-tail');
  await lab.button('Help').click();
  await page.getByRole('dialog').getByRole('link', { name: 'Rescue' }).click();
  const card = cardOn(page);
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('Rescue');
  await expect.poll(async () => (await lab.address()).get('dataset')).toBeNull();
  await expect(card.getByRole('slider')).toBeDisabled();
  await card.getByRole('button', { name: 'Go to generation 20' }).click();
  await expect(card).toContainText('A change now acts from generation 21 on.', { timeout: 180_000 });
  await card.getByRole('spinbutton').fill('24');
  await card.getByRole('spinbutton').press('Enter');
  await expect(card.getByRole('status').first()).toContainText('As it is set: 544 real points used in all');
  await expect.poll(async () => (await lab.address()).get('changes')).toBe('21:real=24');
  await card.getByRole('button', { name: 'Leave the card' }).click();
  await expect(page.getByRole('region', { name: 'Controls' })).toBeVisible();
  await expect.poll(async () => (await lab.address()).get('card')).toBeNull();

  await lab.open('card=nowhere');
  await expect(page.getByText('There is no card “nowhere”.').first()).toBeVisible();
});
