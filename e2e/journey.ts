import { test as base, type Page } from '@playwright/test';

/** How many times slower the pages' processor is made, to find what depends on speed; their workers keep theirs. */
const SLOWER = Number(process.env.MAD_LAB_SLOW ?? 1);

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** The runner's test, on a page as slow as asked for. */
export const test = base.extend({
  page: async ({ page }, use) => {
    if (SLOWER > 1) await slowDown(page);
    await use(page);
  },
});
