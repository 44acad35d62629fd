import { expect } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';
import { listenIn, noted, playedBy } from './listenIn';

const SMALL = 'dataset=speech&loop=fully-synthetic&generations=3&steps=20&initialReal=60&synthetic=60&evaluation=60&backend=wasm&scores=classEntropy';
/** Seconds of a spoken digit. */
const WORD = 0.7;

test('a spoken digit is heard at a press, real or made, beside its nearest real one and through its film; nothing is without a press', async ({
  page,
}) => {
  await listenIn(page);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const lab = new Lab(page);
  await lab.open('');
  expect(fetched.filter((url) => /speech/.test(url))).toEqual([]);
  await lab.open(SMALL);
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText('digits of the first speaker');
  const heard = async () => (await playedBy(page)).length;

  await page.getByRole('button', { name: 'Digits of the first speaker: choose one to hear' }).focus();
  expect(await noted(page)).toEqual({ contexts: 0, played: [] });
  await page.keyboard.press('ArrowRight');
  await expect.poll(heard).toBe(1);
  const [real] = await playedBy(page);
  expect(real.length).toBeCloseTo(WORD, 2);
  expect(real.left).toBeGreaterThan(0.05);
  expect(real.left).toBe(real.right);
  await expect(page.getByRole('gridcell', { name: 'Real sample 2', exact: true })).toHaveCount(1);
  expect(await violations(page)).toEqual([]);

  await lab.run();
  await lab.expectEnded(3);
  expect(await heard()).toBe(1);
  const wall = page.getByRole('button', { name: /^Digits of the fully synthetic loop, generation 3: choose one to hear and to follow$/ });
  const box = await wall.boundingBox();
  await wall.click({ position: { x: (box?.width ?? 0) * 0.3, y: (box?.height ?? 0) * 0.3 } });
  await expect.poll(heard).toBe(2);
  await expect(page.getByRole('heading', { name: /^An? \d through the generations$/ })).toBeVisible();
  await expect(page.getByText('no person was recorded')).toBeVisible();

  // the real digit, then the sample
  await page.getByRole('button', { name: 'Hear the nearest real digit, then the sample, of the fully synthetic loop' }).click();
  await expect.poll(heard).toBe(4);
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0);

  // the film shows what is heard, and a second press ends it
  await page.getByRole('button', { name: 'Hear the film of the fully synthetic loop' }).click();
  await lab.expectShown(1);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Hear the film of the fully synthetic loop' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
