import { expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

/** Notes the animation frames in which a chart is redrawn (`whole`), or anything in its picture changes. */
const watchCharts = (page: Page) =>
  page.evaluateHandle(() => {
    const redraws: { chart: string; at: number; frame: number; whole: boolean }[] = [];
    let frame = 0;
    const count = () => {
      frame++;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    for (const figure of document.querySelectorAll('figure')) {
      new MutationObserver((records) => {
        const whole = records.some(({ attributeName }) => attributeName === 'data-redraws');
        const drawn = records.some(({ target }) => target instanceof Element && target.closest('svg'));
        if (whole || drawn) redraws.push({ chart: figure.dataset.metric ?? '', at: performance.now(), frame, whole });
      }).observe(figure, { subtree: true, childList: true, attributes: true });
    }
    return redraws;
  });

test('while it runs at full speed, one chart is redrawn a frame and each at most four times a second', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&model=gaussian&generations=320&evaluation=50&scores=frechetDistance,precision,recall');
  const watched = await watchCharts(page);
  await lab.run();
  await lab.expectEnded(320);
  const redraws = (await watched.jsonValue()).filter(({ whole }) => whole);
  expect(redraws.length).toBeGreaterThan(5);
  const framesOfOne = new Set(redraws.map(({ frame }) => frame)).size;
  const framesOfEach = new Set(redraws.map(({ frame, chart }) => `${frame} ${chart}`)).size;
  expect(framesOfEach - framesOfOne, 'frames with a second chart').toBe(0);
  for (const chart of new Set(redraws.map((entry) => entry.chart))) {
    const times = redraws.filter((entry) => entry.chart === chart).map(({ at }) => at);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    // one gap may be short where the first drawing took long, and was told late
    expect(times.length, chart).toBeLessThanOrEqual(2 + 4 * seconds);
  }
  const longest = async () =>
    Math.max(
      ...(await page
        .locator('path[data-line]')
        .evaluateAll((paths) => paths.map((path) => (path.getAttribute('d') ?? '').match(/[ML][^ML]+/g)?.length ?? 0))),
    );
  await expect.poll(longest).toBeGreaterThan(100);
  expect(await longest()).toBeLessThanOrEqual(300);
});

test('a chart out of sight is not redrawn while it runs, but when it stands, so that nothing moves when one comes to it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  const lab = new Lab(page);
  await lab.open('backend=wasm&evaluation=200');
  const watched = await watchCharts(page);
  const redrawn = async () => (await watched.jsonValue()).filter(({ whole }) => whole).map(({ chart }) => chart);
  await lab.button('Run').click();
  await lab.expectReached(4);
  await expect.poll(redrawn).toContain('recall');
  // beyond the 40 px from which on a chart gets ready
  const outOfSight = await page
    .locator('figure')
    .evaluateAll((figures) =>
      figures.filter((figure) => figure.getBoundingClientRect().top > innerHeight + 60).map(({ dataset }) => dataset.metric ?? ''),
    );
  expect(outOfSight.length).toBeGreaterThan(0);
  const whileRunning = new Set(await redrawn());
  await lab.button('Pause').click();
  for (const chart of outOfSight) expect(whileRunning).not.toContain(chart);
  const unseen = async () => [...new Set((await redrawn()).filter((chart) => outOfSight.includes(chart)))].sort();
  await expect.poll(unseen).toEqual([...outOfSight].sort());
  const last = page.getByRole('figure').last();
  await expect(last.locator('path[data-line]').first()).toHaveAttribute('d', /L/);
});
