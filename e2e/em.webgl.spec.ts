import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { collapseSettings, GENERATIONS, LEAST_SHARE, LOGARITHM, LOGARITHM_BELOW } from '../science/collapse';
import type { OnPage } from './emOnPage';
import { test } from './journey';

/** float32, relative to the largest entry of each array: the references' tolerance */
const TOLERANCE = 1e-3;

/** The engine's own EM and backend in one script, which no page of the product needs. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: fileURLToPath(new URL('./emOnPage.ts', import.meta.url)), output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [{ output }] = [result].flat() as Rolldown.RolldownOutput[];
  return output[0].code;
}

const onPage = (page: Page) => page.evaluateHandle(() => (window as unknown as { onPage: OnPage }).onPage);

test.describe('EM on software WebGL', () => {
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await page.addScriptTag({ content: await bundle() });
    const { backend, name } = await (await onPage(page)).evaluate((engine) => engine.device());
    expect(backend).toBe('webgl');
    expect(name).toMatch(/swiftshader/i);
  });
  test.afterEach(async () => {
    expect((await (await onPage(page)).evaluate((engine) => engine.device())).tensors).toBe(0);
  });
  test.afterAll(() => page.close());

  test('agrees with scikit-learn after 1, 5 and 20 iterations', async () => {
    const fits = await (await onPage(page)).evaluate((engine) => engine.references());
    expect(fits).toHaveLength(17 * 3);
    for (const { name, iterations, worst } of fits) expect(worst, `${name} after ${iterations} iterations`).toBeLessThanOrEqual(TOLERANCE);
    process.stdout.write(
      `EM on WebGL against gmm-em.json: ${fits.length} fits, worst deviation ${Math.max(...fits.map(({ worst }) => worst)).toExponential(1)}\n`,
    );
  });

  for (const { name, dim, components } of collapseSettings) {
    test(`follows float64 through the collapse: ${name}`, async () => {
      const { compared, worst, comparedBelow, worstBelow, lowestShare } = await (await onPage(page)).evaluate(
        (engine, setting) => engine.collapse(setting),
        name,
      );
      expect(compared + comparedBelow).toBe(GENERATIONS * dim * components);
      expect(lowestShare).toBeLessThan(LEAST_SHARE);
      expect(worst).toBeLessThanOrEqual(LOGARITHM);
      expect(worstBelow).toBeLessThanOrEqual(LOGARITHM_BELOW);
      process.stdout.write(
        `EM on WebGL in a collapse, ${name}: log eigenvalues ${worst.toExponential(1)} off, below 1e-12 ${worstBelow.toExponential(1)}\n`,
      );
    });
  }
});
