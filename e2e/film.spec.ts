import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { readGif } from '../src/ui/film/testing/readGif';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';

const GENERATIONS = 5;

/** Presses a button that saves a film. */
async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** A computer that has too much to do may record nothing, and says so; then it is asked once more. */
async function savedVideo(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download', { timeout: 0 });
  await expect(async () => {
    await page.getByRole('button', { name: 'Save video with sound' }).click();
    await expect(page.getByText('seconds, with sound.')).toBeVisible();
  }).toPass();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** What a browser sees and hears of a video, on a page whose policy allows it. */
async function played(context: BrowserContext, bytes: Buffer) {
  const page = await context.newPage();
  return page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const video = document.createElement('video');
    video.src = URL.createObjectURL(new Blob([data]));
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = reject;
    });
    const sound = await new AudioContext().decodeAudioData(data.buffer);
    const loudest = [0, 1].map((side) => sound.getChannelData(side).reduce((most, value) => Math.max(most, Math.abs(value)), 0));
    return { width: video.videoWidth, height: video.videoHeight, seconds: sound.duration, loudest };
  }, bytes.toString('base64'));
}

test('a run is saved as a GIF that says its link, the same bytes each time, and as a video that is seen and heard', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(`generations=${GENERATIONS}&seed=3&backend=wasm`);
  await lab.button('Export').click();
  await expect(page.getByRole('button', { name: 'Save GIF' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await lab.run();
  await lab.expectEnded(GENERATIONS);
  await lab.button('Export').click();

  const { name, bytes } = await saved(page, 'Save GIF');
  expect(name).toMatch(/seed-3\.gif$/);
  expect(bytes.length).toBeLessThan(3e6);
  const gif = readGif(bytes);
  expect([gif.width, gif.loops, gif.pictures.length]).toEqual([720, 0, GENERATIONS + 1]);
  expect(gif.pictures.map(({ seconds }) => seconds)).toEqual([1, ...Array(GENERATIONS - 1).fill(0.2), 3]);
  expect(gif.comment).toContain(`generations=${GENERATIONS}`);
  expect(gif.comment).toContain('seed=3');
  const said = page.getByRole('status').filter({ hasText: 'Saved' });
  await expect(said).toContainText(`${GENERATIONS + 1} pictures`);
  await expect(page.getByRole('textbox', { name: /^Alt text/ })).toHaveValue(/^Animated picture: .+ up to generation 5\. At the end: .+/);
  expect(await violations(page)).toEqual([]);
  const again = await saved(page, 'Save GIF');
  expect(again.bytes.equals(bytes)).toBe(true);

  const video = await savedVideo(page);
  expect(video.name).toMatch(/seed-3\.(webm|mp4)$/);
  const { width, height, seconds, loudest } = await played(page.context(), video.bytes);
  expect([width, height]).toEqual([1440, 2 * gif.height]);
  expect(seconds).toBeGreaterThan(0.5 * (GENERATIONS + 1));
  expect(Math.min(...loudest)).toBeGreaterThan(0.05);

  await page.getByRole('button', { name: 'Save video with sound' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Cancelled' })).toBeVisible();
});
