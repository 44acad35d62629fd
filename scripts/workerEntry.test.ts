import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workerEntry } from './workerEntry.ts';

/** A page whose worker has a lazy chunk that needs a module of the worker's entry. */
const FILES = {
  'page.js': "new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });",
  'worker.js': "import { shared } from './shared.js'; self.onmessage = async () => postMessage((await import('./lazy.js')).lazy + shared());",
  'lazy.js': "import { shared } from './shared.js'; export const lazy = shared();",
  'shared.js': 'export const shared = () => Date.now();',
};
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mad-lab-worker-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(root, name), text);
});

afterAll(() => rmSync(root, { recursive: true }));

async function scripts(plugins: Plugin[]): Promise<{ entry: string; lazy: string }> {
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    base: './',
    worker: { format: 'es', plugins: () => plugins },
    build: { write: false, rolldownOptions: { input: join(root, 'page.js') } },
  })) as Rolldown.RolldownOutput;
  const text = (name: string) => {
    const file = output.find(({ fileName }) => fileName.startsWith(`assets/${name}-`));
    return file?.type === 'asset' ? String(file.source) : (file?.code ?? '');
  };
  return { entry: text('worker'), lazy: text('lazy') };
}

it('a chunk of the worker that shares code with its entry imports a third file', async () => {
  const { entry, lazy } = await scripts([workerEntry()]);
  expect(entry).toContain('./lazy-');
  expect(lazy).toContain('./shared-');
  expect(lazy).not.toContain('./worker-');
});

it('a build whose chunks import the worker’s entry fails', async () => {
  expect((await scripts([])).lazy).toContain('./worker-');
  const { options, ...check } = workerEntry();
  await expect(scripts([check])).rejects.toThrow(/lazy-\S+ imports the worker’s entry assets\/worker-/);
});
