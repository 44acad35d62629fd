import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

test('a slider moved during a run acts from the next generation on, is marked on every chart, and is part of the link', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=10&real=0&evaluation=200');
  await lab.run();
  await lab.expectEnded(10);
  const before = await lab.table('Recall');

  await lab.timeline.fill('5');
  await lab.set('Fresh real samples per generation', '300');
  await lab.expectAddress({ changes: '6:real=300' });
  await expect(page.getByRole('list', { name: 'Changes during the run' })).toContainText('from generation 6');
  for (const figure of await page.getByRole('figure').all()) {
    // out of sight a chart is not redrawn
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toContainText('0 → 300');
  }
  await lab.button('Resume').click();
  await lab.expectEnded(10);

  const after = await lab.table('Recall');
  for (const loop of Object.keys(before)) expect(after[loop]?.slice(0, 5)).toEqual(before[loop]?.slice(0, 5));
  expect(after['Fully synthetic']).toEqual(before['Fully synthetic']);
  expect(after['Fresh data']?.[9]).toBeGreaterThan(before['Fresh data']?.[9] ?? 1);
  // its sentence tells the table's numbers: before the change, and on the screen
  const told = /In the 5 generations with fresh real samples 0 → 300, recall of the fresh data loop rose from ([\d.]+) to ([\d.]+)/;
  const words = async () => (await page.getByRole('region', { name: 'What is happening' }).textContent()) ?? '';
  const numbers = async () =>
    told
      .exec(await words())
      ?.slice(1)
      .map(Number);
  await expect.poll(numbers).toEqual([after['Fresh data']?.[4], after['Fresh data']?.[9]]);

  // whoever opens the link sees the same
  await lab.open(await lab.shared());
  await lab.expectShown(0);
  await lab.run();
  await lab.expectEnded(10);
  expect(await lab.table('Recall')).toEqual(after);

  await page.getByRole('button', { name: /^Remove .*generation 6/ }).click();
  await lab.expectAddress({ generations: '10', changes: null });
  await lab.button('Resume').click();
  await lab.expectEnded(10);
  expect(await lab.table('Recall')).toEqual(before);
});
