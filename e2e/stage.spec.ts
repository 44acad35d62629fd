import { expect } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';
import { expectLargeWords, expectOnScreen, liveSliders, plotOf, watchShifts } from './stageOnScreen';

const QUERY = 'backend=wasm&generations=20';
/** Letters of the projector, px. */
const LEAST_LETTERS = 24;
const MOST_SHIFT = 0.02;

const SCREENS = [
  { width: 1366, height: 768, plot: 320, isProjector: false },
  { width: 1440, height: 900, plot: 320, isProjector: false },
  { width: 1024, height: 768, plot: 0, isProjector: false },
  { width: 1366, height: 768, plot: 320, isProjector: true },
  { width: 1024, height: 768, plot: 0, isProjector: true },
];

/** Turns a slider by one step; the projector has it on the sheet of its bar. */
async function intervene(lab: Lab, name: string, key: string, isProjector: boolean): Promise<void> {
  if (isProjector) await lab.button('Controls').press('Enter');
  await lab.slider(name).press(key);
  if (isProjector) await lab.button('Hide controls').press('Enter');
}

for (const { width, height, plot, isProjector } of SCREENS)
  test(`at ${width} x ${height}${isProjector ? ' on the projector' : ''} what is watched and pressed is on one screen, idle, running, paused and ended, and nothing moves`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const lab = new Lab(page);
    await lab.open(`${QUERY}${isProjector ? '&theme=projector' : ''}`);
    const look = async (state: string) => {
      await expectOnScreen(lab, state, isProjector ? {} : liveSliders(lab));
      if (isProjector) await expectLargeWords(page, LEAST_LETTERS, state);
    };
    await look('idle');
    await expect.poll(async () => (await plotOf(lab).boundingBox())?.width).toBeGreaterThanOrEqual(plot);

    const shifts = await watchShifts(page);
    await lab.button('Run').press('Enter');
    await lab.expectReached(2);
    await look('running');
    await intervene(lab, 'Fresh real samples per generation', 'ArrowRight', isProjector);
    await lab.expectReached(Number(await lab.timeline.inputValue()) + 1);
    await intervene(lab, 'Synthetic samples per generation', 'ArrowLeft', isProjector);
    await lab.button('Pause').press('Enter');
    await look('paused');
    if (isProjector) await lab.button('Controls').press('Enter');
    if (isProjector) await expectLargeWords(page, LEAST_LETTERS, 'controls of the projector');
    // slow enough for a hand on a slow page to come before the end
    await lab.set('Speed', '4');
    if (isProjector) await lab.button('Hide controls').press('Enter');
    const pausedAt = Number(await lab.timeline.inputValue());
    await lab.button('Resume').press('Enter');
    // two changes before one generation would be one
    await lab.expectReached(pausedAt + 1);
    await intervene(lab, 'Sampling bias λ', 'ArrowLeft', isProjector);
    await lab.expectEnded(20);
    await lab.expectAddress({ changes: /^[^;]+(;[^;]+){2}$/ });
    await look('ended');
    const { sum, told } = await shifts();
    expect(sum, told.join('\n')).toBeLessThanOrEqual(MOST_SHIFT);
  });

test('with one loop the hint beside What if has its own room: nothing moves as it comes and goes', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const lab = new Lab(page);
  await lab.open('backend=wasm&model=gaussian&loop=fully-synthetic&generations=3&evaluation=50');
  const places = () =>
    Promise.all(
      [page.getByRole('region', { name: 'What is happening' }), lab.figure('Recall').getByRole('button', { name: 'View as table' })].map(
        async (locator) => (await locator.boundingBox())?.y,
      ),
    );
  const hint = (words: string) => page.getByText(words, { exact: true });
  await expect(hint('Run it first.')).toBeVisible();
  await expect(plotOf(lab)).toBeVisible();
  const idle = await places();
  await lab.run();
  await lab.expectEnded(3);
  await expect(hint('Drag the timeline back first.')).toBeVisible();
  await expect.poll(places, 'ended').toEqual(idle);
  await lab.timeline.press('ArrowLeft');
  await expect(hint('Drag the timeline back first.')).toHaveCount(0);
  await expect.poll(places, 'without the hint').toEqual(idle);
});

test('on a phone Run and the pictures of all loops are on the first screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=2&evaluation=200');
  const pictures = ['Fully synthetic', 'Synthetic augmentation', 'Fresh data'];
  const look = async (state: string) => {
    const wanted = [lab.button('Run'), ...pictures.map((loop) => lab.picture(loop))];
    for (const locator of wanted) await expect.soft(locator, state).toBeInViewport({ ratio: 1 });
  };
  await look('idle');
  await lab.run();
  await lab.expectEnded(2);
  await page.evaluate(() => scrollTo(0, 0));
  await look('ended');
});
