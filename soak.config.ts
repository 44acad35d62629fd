import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** `npm run soak`: hours of use in minutes. Not part of CI. */
export default defineConfig({
  ...config,
  testDir: 'soak',
  outputDir: 'test-results/soak',
  fullyParallel: false,
  timeout: 0,
  projects: [{ name: 'soak' }],
});
