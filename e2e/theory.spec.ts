import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { Lab } from './lab';

interface Line {
  readonly type: string;
  readonly generation: number;
  readonly truth: Record<string, number>;
  readonly theory: Record<string, number>;
  readonly noiseFloor: { readonly bands: Record<string, { readonly low: number; readonly high: number }> };
}

/** The lines of the same experiment from the shell. */
function simulate(keys: Record<string, string | number>): Line[] {
  const flags = Object.entries(keys).flatMap(([key, value]) => [`--${key}`, String(value)]);
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'src/headless/simulate.ts', ...flags], { encoding: 'utf8' });
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

const query = (keys: Record<string, string | number>) =>
  Object.entries(keys)
    .map(([key, value]) => `${key}=${value}`)
    .join('&');

test('exact values lie beside theory, with the numbers that simulate prints', async ({ page }) => {
  const keys = {
    model: 'gaussian',
    dim: 1,
    loop: 'fully-synthetic',
    generations: 6,
    replicates: 1,
    evaluation: 100,
    scores: 'recall',
    backend: 'wasm',
  };
  const lines = simulate(keys).filter(({ type }) => type === 'generation');
  const lab = new Lab(page);
  await lab.open(query(keys));
  await lab.run();
  await lab.expectEnded(6);

  const figure = page.getByRole('figure', { name: 'Variance of the model' });
  await figure.getByRole('button', { name: 'View as table' }).click();
  const rows = figure.getByRole('row');
  await expect(rows).toHaveCount(7);
  await expect(rows.nth(0).getByRole('columnheader')).toHaveText([
    'Generation',
    'Fully synthetic',
    'Fully synthetic, theory: the mean over runs, exact',
    'Fully synthetic, theory: the typical run',
  ]);
  for (const [i, { truth, theory }] of lines.entries()) {
    const cells = (
      await rows
        .nth(i + 1)
        .getByRole('cell')
        .allTextContents()
    ).map(Number);
    for (const [at, value] of [truth.traceOverDim, theory.traceOverDim, theory.traceOverDimGeometric].entries()) {
      // tables print two or three digits
      expect(Math.abs(cells[at] - value)).toBeLessThan(0.0051);
    }
  }
  await expect(figure).toContainText('a few very wide runs hold the mean up');
});

test('the noise floor of a score is the one that simulate prints', async ({ page }) => {
  const keys = { generations: 5, evaluation: 150, scores: 'recall,frechetDistance', backend: 'wasm' };
  const { noiseFloor } = simulate(keys).at(-1) as Line;
  const lab = new Lab(page);
  await lab.open(query(keys));
  await lab.run();
  await lab.expectEnded(5);

  for (const [name, id] of [
    ['Recall', 'recall'],
    ['Frechet distance', 'frechetDistance'],
  ]) {
    const figure = page.getByRole('figure', { name });
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('[data-noise]')).toHaveAttribute('data-noise', `${noiseFloor.bands[id].low} ${noiseFloor.bands[id].high}`);
    await figure.getByRole('button', { name: 'View as table' }).click();
    await expect(figure.getByRole('table')).toContainText('Noise floor');
  }
  const recall = page.getByRole('figure', { name: 'Recall' });
  await recall.getByText('Recall', { exact: true }).first().hover();
  await expect(recall.getByText(/^Grey band: this score between two sets of real samples/)).toBeVisible();
});

test('the page says when the covariance floor carries a component', async ({ page }) => {
  const keys = { loop: 'fully-synthetic', bias: 0, generations: 3, evaluation: 100, scores: 'recall', backend: 'wasm' };
  const lab = new Lab(page);
  await lab.open(query(keys));
  await lab.run();
  await lab.expectEnded(3);
  await expect(page.getByRole('region', { name: 'Samples' })).toContainText('at the covariance floor');
});
