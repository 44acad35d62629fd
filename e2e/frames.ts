import type { Page } from '@playwright/test';

/** Ends two frames later: what the last input did has been drawn by then, and what moved has been told. */
export const framesLater = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
