import { expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

/** Notes the animation frames in which each chart is redrawn: by us (`ours`), or in what recharts draws, which may finish a new line a frame later. */
const watchCharts = (page: Page) =>
  page.evaluateHandle(() => {
    const redraws: { chart: string; at: number; frame: number; ours: boolean }[] = [];
    let frame = 0;
    const count = () => {
      frame++;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    for (const figure of document.querySelectorAll('figure')) {
      new MutationObserver((records) => {
        const lines = records.some(({ target }) => target instanceof Element && target.closest('.recharts-wrapper'));
        const ours = records.some(({ attributeName }) => attributeName === 'data-redraws');
        if (lines || ours) redraws.push({ chart: figure.dataset.metric ?? '', at: performance.now(), frame, ours });
      }).observe(figure, { subtree: true, childList: true, attributes: true });
    }
    return redraws;
  });

test('while it runs at full speed, one chart is redrawn a frame and each at most four times a second', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&model=gaussian&generations=400&evaluation=50&scores=frechetDistance,precision,recall');
  const watched = await watchCharts(page);
  await lab.run();
  await lab.expectEnded(400);
  const redraws = (await watched.jsonValue()).filter(({ ours }) => ours);
  expect(redraws.length).toBeGreaterThan(5);
  const framesOfOne = new Set(redraws.map(({ frame }) => frame)).size;
  const framesOfEach = new Set(redraws.map(({ frame, chart }) => `${frame} ${chart}`)).size;
  expect(framesOfEach - framesOfOne, 'frames with a second chart').toBe(0);
  for (const chart of new Set(redraws.map((entry) => entry.chart))) {
    const times = redraws.filter((entry) => entry.chart === chart).map(({ at }) => at);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    expect(times.length, chart).toBeLessThanOrEqual(1 + 4 * seconds);
  }
  const points = await page
    .locator('.recharts-line-curve')
    .evaluateAll((paths) => paths.map((path) => (path.getAttribute('d') ?? '').match(/[ML][^ML]+/g)?.length ?? 0));
  expect(points.length).toBeGreaterThan(0);
  expect(Math.max(...points)).toBeLessThanOrEqual(300);
  expect(Math.max(...points)).toBeGreaterThan(100);
});

test('a chart out of sight is not redrawn', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=20');
  const watched = await watchCharts(page);
  await lab.run();
  await lab.expectEnded(20);
  const charts = await page.getByRole('figure').all();
  const hidden = await Promise.all(
    charts.map(async (chart) => ((await chart.boundingBox())?.y ?? 0) > 460 && ((await chart.locator('figcaption').textContent()) ?? '')),
  );
  const redrawn = new Set((await watched.jsonValue()).map(({ chart }) => chart));
  const outOfSight = hidden.filter((name) => name !== false);
  expect(outOfSight.length).toBeGreaterThan(0);
  for (const name of outOfSight) expect(redrawn).not.toContain(name);
  const last = page.getByRole('figure').last();
  await last.scrollIntoViewIfNeeded();
  await expect(last.locator('.recharts-line-curve').first()).toHaveAttribute('d', /L/);
});
