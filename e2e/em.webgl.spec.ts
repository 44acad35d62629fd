import { expect, type Page } from '@playwright/test';
import { collapseSettings, GENERATIONS, LEAST_SHARE, LOGARITHM, LOGARITHM_BELOW } from '../science/collapse';
import { bundled } from './bundled';
import type { OnPage } from './emOnPage';
import { test } from './journey';

/** float32, relative to the largest entry of each array: the references' tolerance */
const TOLERANCE = 1e-3;

const onPage = (page: Page) => page.evaluateHandle(() => (window as unknown as { onPage: OnPage }).onPage);

test.describe('EM on software WebGL', () => {
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await page.addScriptTag({ content: await bundled('./emOnPage.ts') });
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
