import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { briefsModule } from './scripts/briefsModule.ts';
import { notePackages } from './scripts/build/bundledPackages.ts';
import { formulasModule } from './scripts/formulasModule.ts';
import { lessonModule } from './scripts/lessonModule.ts';
import { markdownModule } from './scripts/markdownModule.ts';
import { startingPlugin } from './scripts/startingScript.ts';
import { scalePlugin } from './scripts/tokens.ts';
import { workerEntry } from './scripts/workerEntry.ts';

export default defineConfig({
  // relative addresses: the built folder works in any folder of any server
  base: './',
  plugins: [react(), briefsModule(), formulasModule(), lessonModule(), markdownModule(), startingPlugin(), notePackages('page')],
  css: { postcss: { plugins: [scalePlugin] } },
  worker: { format: 'es', plugins: () => [workerEntry(), notePackages('worker')] },
  build: {
    target: 'es2022',
    rolldownOptions: {
      checks: { pluginTimings: false },
      // all of a first visit is one file: not one more for every part that something fetched later shares with it
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
    },
  },
  test: {
    environment: 'node',
    // as isolated as processes, and started sooner
    pool: 'threads',
    // by default one core less: of two, half of the time
    maxWorkers: availableParallelism(),
    // a busy machine is no fault of what is tested
    testTimeout: 180_000,
    hookTimeout: 180_000,
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'science/**/*.test.ts'],
  },
});
