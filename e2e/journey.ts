import { test as base, expect, type Page } from '@playwright/test';

/** How many times slower the pages' processor is made, to find what depends on speed; their workers keep theirs. */
export const SLOWER = Number(process.env.MAD_LAB_SLOW ?? 1);

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** What a content security policy refused, as the browser tells it. */
const REFUSED = /Content Security Policy/;

/** The runner's test, on a page as slow as asked for; nothing that the page does may be against its own policy. */
export const test = base.extend<{ refusalsExpected: boolean }>({
  /** in a journey whose host forbids something on purpose */
  refusalsExpected: [false, { option: true }],
  page: async ({ page, refusalsExpected }, use) => {
    const refused: string[] = [];
    page.on('console', (message) => REFUSED.test(message.text()) && refused.push(message.text()));
    if (SLOWER > 1) await slowDown(page);
    const reload = page.reload.bind(page);
    page.reload = async (options) => {
      const response = await reload(options);
      // only then it hears keys
      await expect(page.locator('[data-shell]')).toHaveCount(0);
      return response;
    };
    await use(page);
    if (!refusalsExpected) expect(refused).toEqual([]);
  },
});
