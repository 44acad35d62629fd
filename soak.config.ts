import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** `npm run soak`: hours of use in minutes. Not part of CI. */
export default defineConfig({
  ...config,
  testDir: 'soak',
  outputDir: 'test-results/soak',
  fullyParallel: false,
  timeout: 0,
  // its snapshots hold nodes that the page has let go of: 300 in one step, long after, told of a leak that was not the page's
  use: { ...config.use, trace: 'off' },
  projects: [{ name: 'soak' }],
});
