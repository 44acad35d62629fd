import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

const LINK = 'backend=wasm&generations=12&seed=3&evaluation=400';

test('a score is computed where somebody looks at it: opened later it comes to the same numbers, and a file holds all', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(`${LINK}&scores=vendi,recall`);
  await lab.run();
  await lab.expectEnded(12);
  await lab.unfold('More scores');
  const wanted = await lab.table('Vendi score');
  expect(Object.values(wanted).flat().every(Number.isFinite)).toBe(true);

  await lab.open(LINK);
  await lab.run();
  await lab.expectEnded(12);
  await lab.unfold('More scores');
  // what is asked for only now comes generation by generation
  await expect.poll(() => lab.table('Vendi score')).toEqual(wanted);
  const figure = lab.figure('Vendi score');
  await expect(figure).not.toContainText(/ to go, back from|Not computed for/);

  // while it runs: what is there already is filled in, what comes comes with it
  await lab.open(LINK);
  await lab.set('Speed', '4');
  await lab.button('Run').click();
  await lab.expectReached(3);
  await lab.unfold('More scores');
  await lab.set('Speed', 'max');
  await lab.expectEnded(12);
  await expect.poll(() => lab.table('Vendi score')).toEqual(wanted);
  await expect(figure).not.toContainText(/ to go, back from|Not computed for/);

  await lab.open(LINK);
  await lab.run();
  await lab.expectEnded(12);
  await lab.button('Export').click();
  const lines = (await lab.save('Save CSV')).split('\n').filter((line) => line !== '' && !/^"?#/.test(line));
  const [head, ...rows] = lines.map((line) => line.split(','));
  const column = head?.indexOf('vendi') ?? -1;
  expect(column).toBeGreaterThan(0);
  expect(rows).toHaveLength(36);
  // an effective number of samples is at least 1
  expect(rows.filter((row) => !(Number(row[column]) >= 1))).toEqual([]);
});
