import { execFileSync } from 'node:child_process';
import { expect, type Locator } from '@playwright/test';
import { quantile } from '../src/engine/math/quantile';
import { number, span } from '../src/format';
import { test } from './journey';
import { Lab } from './lab';

interface Line {
  readonly type: string;
  readonly generation: number;
  readonly loop: string;
  readonly truth: Record<string, number>;
  readonly theory: Record<string, number>;
  readonly noiseFloor: { readonly bands: Record<string, { readonly low: number; readonly high: number }> };
}

type Keys = Record<string, string | number>;

/** The lines of the same experiment from the shell. */
function simulate(keys: Keys): Line[] {
  const flags = Object.entries(keys).flatMap(([key, value]) => [`--${key}`, String(value)]);
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'src/headless/simulate.ts', ...flags], { encoding: 'utf8' });
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

const query = (keys: Keys) =>
  Object.entries(keys)
    .map(([key, value]) => `${key}=${value}`)
    .join('&');

/** What the page prints of many runs: their median. */
const medianOf = (lines: readonly Line[], id: string) =>
  number(
    quantile(
      lines.map(({ truth }) => truth[id]).sort((a, b) => a - b),
      0.5,
    ),
  );

/** A chart is drawn when it comes into sight, and its legend moves the button down. */
async function openTable(figure: Locator): Promise<void> {
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).not.toHaveAttribute('data-points', '0');
  await figure.getByRole('button', { name: 'View as table' }).click();
}

/** Rows of a chart's table behind its head, what is muted left out. */
async function rowsOf(figure: Locator): Promise<string[][]> {
  await openTable(figure);
  return figure.getByRole('table').evaluate((table) =>
    [...(table as HTMLTableElement).tBodies[0].rows].map((row) =>
      [...row.cells].map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement;
        for (const muted of copy.querySelectorAll('span')) muted.remove();
        return copy.textContent?.trim() ?? '';
      }),
    ),
  );
}

test('exact values of eight Gaussian runs lie beside theory, with the numbers that simulate prints', async ({ page }) => {
  const generations = 12;
  const keys = { model: 'gaussian', dim: 1, synthetic: 20, initialReal: 20, generations, replicates: 8, evaluation: 50, scores: 'recall' };
  const lines = simulate({ ...keys, backend: 'wasm' }).filter(({ type }) => type === 'generation');
  const lab = new Lab(page);
  await lab.open(query({ ...keys, backend: 'wasm' }));
  await lab.run();
  await lab.expectEnded(generations);

  const loops = ['fully-synthetic', 'synthetic-augmentation', 'fresh-data'];
  const expected = (id: string, columns: readonly (readonly [string, string])[]) =>
    Array.from({ length: generations }, (_, i) => {
      const now = lines.filter(({ generation }) => generation === i + 1);
      return [
        String(i + 1),
        ...loops.map((loop) =>
          medianOf(
            now.filter((line) => line.loop === loop),
            id,
          ),
        ),
        ...columns.map(([loop, key]) => {
          const theory = now.find((line) => line.loop === loop)?.theory ?? {};
          // generation 1 is a single fit, whose law is exact
          return number(theory[key] ?? theory[key.replace('Approximate', '')]);
        }),
      ];
    });

  const variance = lab.figure('Variance of the model');
  expect(await rowsOf(variance)).toEqual(
    expected('traceOverDim', [...loops.map((loop) => [loop, 'traceOverDim'] as const), ['fully-synthetic', 'traceOverDimGeometric']]),
  );
  await expect(variance.getByRole('columnheader')).toHaveText([
    'Generation',
    'Fully synthetic',
    'Synthetic augmentation',
    'Fresh data',
    'Fully synthetic, theory: the mean over runs, exact',
    'Synthetic augmentation, theory: the mean over runs, exact',
    'Fresh data, theory: the mean over runs, exact',
    'Fully synthetic, theory: the typical run (geometric mean)',
  ]);
  await expect(variance).toContainText('the median of 8 runs. Dashed: the mean over infinitely many');
  // a logarithmic axis says so by its ticks: no 0, and steps that multiply
  const words = variance.locator('text[text-anchor=end]').filter({ hasNotText: 'generation' });
  const ticks = async () => (await words.allTextContents()).map((word) => Number(word.replace('−', '-')));
  await expect.poll(async () => (await ticks()).length).toBeGreaterThan(1);
  await expect.poll(async () => Math.min(...(await ticks()))).toBeGreaterThan(0);

  // exact along a chain, approximate where real data come in: both are drawn, and told apart
  const distance = lab.figure('Wasserstein distance, exact');
  await distance.scrollIntoViewIfNeeded();
  expect(await rowsOf(distance)).toEqual(
    expected('w2Squared', [
      ['fully-synthetic', 'w2Squared'],
      ['synthetic-augmentation', 'w2SquaredApproximate'],
      ['fresh-data', 'w2SquaredApproximate'],
    ]),
  );
  await expect(distance.getByText('theory: the mean over runs, exact', { exact: true })).toBeVisible();
  await expect(distance.getByText('theory: the mean over runs, approximate', { exact: true })).toBeVisible();
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
    const figure = lab.figure(name);
    const { low, high } = noiseFloor.bands[id];
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('[data-noise]')).toHaveAttribute('data-noise', `${low} ${high}`);
    await expect(figure.getByText(`noise floor ${span(low, high)}`, { exact: true })).toBeVisible();
    await openTable(figure);
    await expect(figure.getByRole('table')).toContainText(`Noise floor: ${span(low, high)}.`);
  }
  const recall = lab.figure('Recall');
  await recall.getByText('Recall', { exact: true }).first().click();
  await expect(recall.getByText(/^Grey band: this score between two sets of real samples/)).toBeVisible();
});

test('the page says when the covariance floor carries a component', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(query({ loop: 'fully-synthetic', bias: 0, generations: 3, evaluation: 100, scores: 'recall', backend: 'wasm' }));
  await lab.run();
  await lab.expectEnded(3);
  const samples = page.getByRole('region', { name: 'Samples' });
  for (const word of [/ modes$/, 'Fully synthetic']) {
    await samples.getByRole('button', { name: word }).click();
    await expect(samples.locator('[popover]')).toContainText('Covariance floor reached (fully synthetic)');
    await page.keyboard.press('Escape');
  }
  await page.getByText('Exact values and theory', { exact: true }).click();
  await expect(lab.figure('Variance of the model')).toContainText('Covariance floor reached (fully synthetic)');
});

test('digits, whose truth nobody knows, have a noise floor and no exact values', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(query({ model: 'vae', generations: 1, steps: 10, evaluation: 50, initialReal: 100, scores: 'recall', backend: 'wasm' }));
  await lab.run();
  await lab.expectEnded(1);
  await expect(lab.figure('Recall').getByText(/^noise floor/)).toBeVisible();
  await expect(page.getByText('Exact values and theory')).toHaveCount(0);
});
