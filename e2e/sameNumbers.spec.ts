import { spawnSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

interface Lane {
  readonly loop: string;
  readonly scores: Record<string, number | null>;
  readonly truth: Record<string, number | null>;
  readonly trainingSize: number;
  readonly fit: unknown;
}

/** The generations that the command without a browser prints for a link's keys. */
function simulated(query: string): (Lane & { generation: number })[] {
  const flags = [...new URLSearchParams(query)].flatMap(([key, value]) => [`--${key}`, value]);
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', 'src/headless/simulate.ts', ...flags], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ type }) => type === 'generation');
}

const LINKS = {
  'a Gaussian mixture': 'seed=3&backend=wasm&generations=10',
  'a Gaussian that remembers': 'model=gaussian&memory=all&backend=cpu&generations=5&changes=3:bias=0.5',
  'digits on wasm': 'model=vae&backend=wasm&steps=20&initialReal=128&real=128&synthetic=128&evaluation=100&generations=3',
};

for (const [name, query] of Object.entries(LINKS)) {
  test(`${name}: the browser computes the same numbers as Node, to the last bit`, async ({ page }) => {
    const lab = new Lab(page);
    await lab.open(query);
    await lab.run();
    await lab.expectEnded(Number(new URLSearchParams(query).get('generations')));
    await lab.button('Export').click();
    const { results } = JSON.parse(await lab.save('Save JSON')) as { results: { generation: number; lanes: Lane[] }[] };
    const shown = results.flatMap(({ generation, lanes }) => lanes.map((lane) => ({ generation, ...lane })));
    const pick = ({ generation, loop, trainingSize, scores, truth, fit }: Lane & { generation: number }) => ({
      generation,
      loop,
      trainingSize,
      scores,
      truth,
      fit,
    });
    expect(shown.map(pick)).toEqual(simulated(query).map(pick));
  });
}
