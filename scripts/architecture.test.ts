import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCycle, importsOf, problemsOf, resolveImport } from './architecture';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path).replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, code: readFileSync(path, 'utf8') }));

describe('the sources', () => {
  test('keep to the layers and to exact, seeded arithmetic', () => {
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.flatMap(({ path, code }) => problemsOf(path, code))).toEqual([]);
  });

  test('import in no circle', () => {
    const graph = new Map(
      sources.map(({ path, code }) => [
        path,
        importsOf(path, code)
          .filter(({ type }) => !type)
          .flatMap(({ specifier }) => resolveImport(path, specifier) ?? []),
      ]),
    );
    expect(findCycle(graph)).toBeNull();
  });
});

describe('each rule bites:', () => {
  test.each([
    ['src/engine/run.ts', "import { x } from '../store/state'", 'engine knows nothing of store'],
    ['src/engine/run.ts', "import type { Badge } from '../protocol/messages'", 'engine knows nothing of protocol'],
    ['src/engine/run.ts', "import { tensors } from '../backend/tensors'", 'engine knows nothing of backend'],
    ['src/engine/run.ts', "import { useState } from 'react'", 'engine knows nothing of react'],
    ['src/engine/run.ts', "import { createStore } from 'zustand/vanilla'", 'engine knows nothing of zustand'],
    ['src/engine/models/vae.ts', "import { tidy } from '@tensorflow/tfjs-core'", 'only src/backend'],
    ['src/engine/models/vae.ts', "const tf = await import('@tensorflow/tfjs')", 'only src/backend'],
    ['src/protocol/messages.ts', "import { SCHEMA } from '../engine/experiment'", 'takes types alone'],
    ['src/protocol/messages.ts', "export * from '../store/state'", 'protocol knows nothing of store'],
    ['src/backend/tensors.ts', "import { Badge } from '../protocol/messages'", 'backend knows nothing of protocol'],
    ['src/headless/simulate.ts', "import { client } from '../worker/engineClient'", 'headless knows nothing of engineClient'],
    ['src/worker/engineClient.ts', "import { run } from '../engine/run'", 'takes types alone'],
    ['src/engine/models/new.about.ts', "import { vae } from './vae'", 'what the page may hold takes types alone'],
    ['src/store/labStore.ts', "import { metrics } from '../engine/metrics'", 'takes types alone'],
    ['src/store/labStore.ts', "import '../worker/engine.worker'", 'store knows nothing of worker'],
    ['src/store/labStore.ts', "import { App } from '../ui/App'", 'store knows nothing of ui'],
    ['src/ui/App.tsx', "import { type Rng, rng } from '../engine/rng'", 'takes types alone'],
    ['src/ui/App.tsx', "import { engine } from '../worker/engineClient'", 'ui knows nothing of engineClient'],
    ['src/main.tsx', "import { run } from './engine/run'", 'takes types alone'],
    ['src/element/madLoop.ts', "import type { Answer } from '../embed/protocol'", 'element knows nothing of embed'],
    ['src/element/madLoop.ts', "import { boolean } from 'valibot'", 'element knows nothing of valibot'],
    ['src/host/autoHeight.ts', "import { heightOf } from '../embed/height'", 'host knows nothing of embed'],
    ['src/new/thing.ts', "import './other'", 'no layer is known'],
    ['src/ui/App.tsx', "new Worker('x.js')", 'constructs a Worker'],
    ['src/ui/App.tsx', 'const x = Math.random()', 'Math.random has no seed'],
    ['src/backend/tensors.ts', 'const x = tf.randomNormal([2], 0, 1)', 'past the seeded generator'],
    ['src/backend/tensors.ts', "import { randomUniform } from '@tensorflow/tfjs-core'", 'past the seeded generator'],
    ['src/backend/tensors.ts', "import * as layers from '@tensorflow/tfjs-layers'", 'shuffles'],
    ['src/backend/tensors.ts', 'const model = tf.sequential()', 'trains with Math.random'],
    ['src/engine/run.ts', 'const now = Date.now()', 'no Date'],
    ['src/engine/run.ts', 'const now = new Date()', 'no Date'],
    ['src/engine/run.ts', 'const { exp } = Math', 'in full'],
    ['src/engine/run.ts', "const f = Math['exp']", 'in full'],
    ['src/engine/run.ts', 'const x = y ** 2', 'is inexact'],
    ['src/engine/run.ts', 'y **= 2', 'is inexact'],
    ...['exp', 'log', 'log2', 'log10', 'log1p', 'expm1', 'sin', 'cos', 'tan', 'tanh', 'atan', 'atan2', 'pow', 'hypot', 'cbrt', 'sinh', 'cosh'].map(
      (name) => ['src/engine/run.ts', `const f = Math.${name}(x)`, `Math.${name} differs`],
    ),
  ])('%s may not say: %s', (file, code, problem) => {
    expect(problemsOf(file as string, code as string).join('\n')).toContain(problem);
  });

  test.each([
    ['src/engine/run.ts', "import type * as tf from '@tensorflow/tfjs-core'; const x = Math.sqrt(Math.max(1, 2))"],
    ['src/store/labStore.ts', "import { engine } from '../worker/engineClient'; import type { Rng } from '../engine/rng'"],
    ['src/ui/App.tsx', "import { catalogue } from '../engine/catalogue'; import { SCHEMA } from '../engine/experiment'; const y = Math.exp(1) ** 2"],
    ['src/worker/engineClient.ts', 'const worker = new Worker(url)'],
    ['src/engine/run.test.ts', 'const x = Math.random() + Math.exp(Date.now())'],
  ])('%s may say: %s', (file, code) => {
    expect(problemsOf(file, code)).toEqual([]);
  });

  test('a circle of imports is found', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['d', ['b']],
    ]);
    expect(findCycle(graph)).toEqual(['b', 'd', 'b']);
  });

  test('Biome refuses `any`, floating promises and the console', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mad-lab-biome-'));
    for (const file of ['biome.json', '.gitignore']) copyFileSync(file, join(folder, file));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/page.ts'), 'async function f(): Promise<void> {}\nf();\nexport const x: any = 1;\nconsole.log(x);\n');
    const { stdout, stderr } = spawnSync(process.execPath, [resolve('node_modules/@biomejs/biome/bin/biome'), 'lint', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    for (const rule of ['noExplicitAny', 'noFloatingPromises', 'noConsole']) expect(stdout + stderr).toContain(rule);
  });
});
