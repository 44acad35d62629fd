import { expect } from '@playwright/test';
import { frameOf, Host, pageOf } from './hosts';
import { test } from './journey';

const ADDRESS = `http://localhost:${process.env.MAD_LAB_PORT}/embed.html?lesson=cure&step=loops&run=auto`;

test('a lesson in a frame waits for its reader, whatever its link and its host say; then it is taught there', async ({ page }) => {
  const said: string[] = [];
  await page.exposeFunction('said', (data: unknown) => said.push(JSON.stringify(data)));
  const pages: Record<string, string> = {};
  const host = await Host.open(pages);
  const listen = `<script>addEventListener('message', ({ data }) => said(data))</script>`;
  pages['/'] = pageOf(listen + frameOf(`${ADDRESS}&parentOrigin=${encodeURIComponent(host.origin)}`));
  try {
    await page.goto(`${host.origin}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1, name: 'Can it be cured?' })).toBeVisible();
    await expect(frame.getByRole('link', { name: 'Open in MAD Lab' })).toHaveAttribute('href', './?lesson=cure&step=loops');
    const ask = { ns: 'mad-lab', v: 1, id: 'a', type: 'run' };
    await page.locator('iframe').evaluate((element: HTMLIFrameElement, command) => element.contentWindow?.postMessage(command, '*'), ask);
    await expect.poll(() => said.join('\n')).toContain('only its reader begins it');
    await frame.getByRole('button', { name: 'Begin' }).click();
    const card = frame.getByRole('region', { name: 'Lesson', exact: true });
    await expect(card.getByRole('heading', { name: 'Three ways to go on' })).toBeVisible();
    await card.getByRole('button', { name: 'fresh data: up' }).click();
    await card.getByLabel('Why?').fill('New real data.');
    await card.getByRole('radio', { name: 'sure', exact: true }).check();
    await card.getByRole('button', { name: 'Commit prediction' }).click();
    await card.getByRole('button', { name: 'Commit for good' }).click();
    await expect(card).toContainText('The run: synthetic augmentation 8, fresh data 8, fully synthetic 6.');
  } finally {
    host.close();
  }
});

test('in a sandbox without an origin it opens in a tab of its own', async ({ page }) => {
  const host = await Host.open({ '/': pageOf(frameOf(ADDRESS, 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"')) });
  try {
    await page.goto(`${host.origin}/`);
    const opened = page.waitForEvent('popup');
    await page.frameLocator('iframe').getByRole('button', { name: 'Begin' }).click();
    const tab = await opened;
    await expect(tab.getByRole('region', { name: 'Lesson', exact: true })).toBeVisible();
  } finally {
    host.close();
  }
});
