import { expect, type Locator } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

/** The cells of a table's body, row by row. */
const cells = (table: Locator): Promise<string[][]> =>
  table.evaluate((element) => [...(element as HTMLTableElement).tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim())));

test('the rarest mode is marked, its death is told in the generation of the table, and a reload keeps the mark', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&dataset=long-tail&initialReal=500&seed=2&generations=12');
  const tail = page.getByRole('region', { name: 'Watch the tail' });
  const before = await lab.picture('Fully synthetic').screenshot();
  await tail.getByText('Watch the tail').click();

  // the rarest first, by keyboard
  const boxes = tail.getByRole('checkbox');
  await expect(boxes).toHaveCount(8);
  const rarest = tail.getByRole('checkbox', { name: /^Mode 8\b.*rarest/ });
  await expect(boxes.first()).toHaveAccessibleName(/^Mode 8 0\.4\s%, rarest$/);
  await rarest.focus();
  await page.keyboard.press('Space');
  await expect(rarest).toBeChecked();
  await lab.expectAddress({ watch: '7' });
  await expect(rarest.locator('xpath=ancestor::label')).toHaveCSS('min-height', '28px');
  await expect.poll(async () => (await lab.picture('Fully synthetic').screenshot()).equals(before)).toBe(false);

  await lab.run();
  await lab.expectEnded(12);
  const marked = tail.getByRole('list', { name: 'Marked modes' });
  await marked.getByRole('button', { name: 'View as table of Mode 8' }).click();
  const table = marked.getByRole('table', { name: /Mode 8/ });
  // it is renewed a few times a second
  await expect(table.locator('tbody tr')).toHaveCount(12);
  const rows = await cells(table);
  const isDead = rows.map(([, fullySynthetic]) => fullySynthetic?.includes('not alive') ?? false);
  const born = isDead.indexOf(false);
  const died = isDead.indexOf(true, born);
  expect(died).toBeGreaterThan(0);
  const sentence = marked.getByText(/^\s*fully synthetic:/);
  await expect(sentence).toContainText(`died in generation ${died + 1}`);
  // once more in the overview, with the same end
  const overview = tail.getByRole('row', { name: /^Mode 8/ });
  if (isDead.at(-1)) await expect(overview.getByRole('cell').first()).toContainText(`died in ${isDead.lastIndexOf(false) + 2}`);

  // nothing beyond the generation shown is told
  await lab.timeline.fill(String(died));
  await expect(sentence).not.toContainText('died');
  await lab.timeline.fill(String(died + 1));
  await expect(sentence).toContainText(`died in generation ${died + 1}`);
  await expect(tail.getByRole('status'), 'it speaks when asked').toHaveCount(0);

  // where the run stands is written into the address a little later, and computed again from there
  await lab.shared();
  await page.reload();
  await expect(tail).toContainText('Mode 8: fully synthetic:');
  await tail.getByText('Watch the tail', { exact: true }).click();
  await expect(rarest).toBeChecked();
  await rarest.uncheck();
  await lab.expectAddress({ dataset: 'long-tail', watch: null });
});

test('marks that cannot be are ignored with a note, data without modes have no tail, and digits are framed', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&dataset=ring&watch=3,99,x');
  await expect(page.getByText(/“99, x” can't be marked/)).toBeVisible();
  const tail = page.getByRole('region', { name: 'Watch the tail' });
  await expect(tail).toContainText('Mode 4 marked');

  await lab.open('backend=wasm&dataset=moons');
  await expect(lab.button('Run')).toBeVisible();
  await expect(tail).toHaveCount(0);

  await lab.open('backend=wasm&model=vae&watch=5&steps=20&evaluation=200&initialReal=200&synthetic=200&real=200&loop=fresh-data&generations=1');
  await lab.run();
  await lab.expectEnded(1);
  await expect(page.getByRole('img', { name: /^Shares of the digits/ }).locator('[data-watched=true]')).toHaveText('5');
  await expect(tail).toContainText('Digit 5:');
});
