import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { Lab } from './lab';
import { powerAt, readWav } from './wavRead';

interface Played {
  /** seconds */
  readonly length: number;
  /** the loudest there is on either side */
  readonly left: number;
  readonly right: number;
}

/** Notes each context for sound, and all that is played. */
async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = { contexts: 0, played: [] as Played[] };
    Object.assign(window, { noted });
    const Real = window.AudioContext;
    window.AudioContext = class extends Real {
      constructor() {
        super();
        noted.contexts++;
      }
    };
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, ...when) {
      const { buffer } = this;
      const loudest = (side: number) => (buffer ? buffer.getChannelData(side).reduce((most, value) => Math.max(most, Math.abs(value)), 0) : 0);
      if (buffer) noted.played.push({ length: buffer.duration, left: loudest(0), right: loudest(1) });
      start.apply(this, when);
    };
  });
}

const noted = (page: Page) => page.evaluate(() => (window as unknown as { noted: { contexts: number; played: Played[] } }).noted);
const playedBy = async (page: Page) => (await noted(page)).played;

test('nothing sounds until Listen is pressed; then each generation on the screen does, one loop alone where asked for, and nothing while it stands', async ({
  page,
}) => {
  await listenIn(page);
  const lab = new Lab(page);
  await lab.open('generations=12&speed=4&backend=wasm');
  await lab.button('Step').click();
  await expect(lab.timeline).toHaveValue('1');
  expect(await noted(page)).toEqual({ contexts: 0, played: [] });

  const listen = lab.button('Listen');
  await listen.focus();
  await page.keyboard.press('Enter');
  await expect(listen).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await playedBy(page)).length).toBe(1);
  const [first] = await playedBy(page);
  expect(Math.min(first.left, first.right)).toBeGreaterThan(0.05);
  expect(Math.max(first.left, first.right)).toBeLessThan(1);

  await lab.unfold('What do I hear\\?');
  const panel = page.getByRole('region', { name: 'Listen' });
  await expect(panel).toContainText('Each mode is a tone');
  expect(await violations(page)).toEqual([]);
  await panel.getByRole('slider', { name: 'Volume' }).press('End');
  await expect(panel.getByRole('slider', { name: 'Volume' })).toHaveAttribute('aria-valuetext', '100\u00a0%');

  // the first loop stands on the left
  await panel.getByRole('radio', { name: 'synthetic' }).check();
  await expect.poll(async () => (await playedBy(page)).length).toBe(2);
  const [, alone] = await playedBy(page);
  expect(alone.left).toBeGreaterThan(2 * alone.right);

  await lab.button('Run').or(lab.button('Resume')).click();
  await expect.poll(async () => (await playedBy(page)).length).toBeGreaterThan(4);
  await expect(lab.timeline).toHaveValue('12');
  // when all of the run has been heard, what is gone back to is heard, too
  let before = -1;
  await expect
    .poll(
      async () => {
        const [last, now] = [before, (await playedBy(page)).length];
        before = now;
        return now === last;
      },
      { intervals: [1500] },
    )
    .toBe(true);
  await lab.timeline.press('Home');
  await expect.poll(async () => (await playedBy(page)).length).toBeGreaterThan(before);

  await listen.click();
  await expect(panel).toHaveCount(0);
  // what was to come has gone with it
  const silent = (await playedBy(page)).length;
  await lab.timeline.press('End');
  await expect(lab.timeline).toHaveValue('12');
  await lab.timeline.press('Home');
  await expect(lab.timeline).toHaveValue('0');
  expect((await playedBy(page)).length).toBe(silent);

  // curves: a line for each loop, and the press that ends it
  const { contexts } = await noted(page);
  const chart = page.getByRole('figure', { name: 'Recall' });
  await chart.getByRole('button', { name: 'Hear' }).click();
  await expect.poll(async () => (await playedBy(page)).length).toBe(silent + 1);
  expect((await playedBy(page)).at(-1)?.length).toBeCloseTo(2, 1);
  await chart.getByRole('button', { name: 'Stop' }).click();
  await expect(chart.getByRole('button', { name: 'Hear' })).toBeVisible();
  expect((await noted(page)).contexts).toBe(contexts + 1);
});

/** The tones of eight modes: two octaves of a pentatonic scale from A3 on, Hz. */
const TONES = [0, 2, 4, 7, 9, 12, 14, 16].map((semitones) => 220 * 2 ** (semitones / 12));
/** Seconds of a generation in a file. */
const BEAT = 0.5;

test('a run is saved as sound: as its modes die its tones become fewer', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('loop=fully-synthetic&generations=60&initialReal=64&synthetic=120&evaluation=200&seed=3&backend=wasm');
  await lab.run();
  await lab.expectEnded(60);
  const caption = await page.getByRole('region', { name: 'Samples' }).innerText();
  const alive = Number(/(\d)\s+of\s+8/.exec(caption)?.[1]);
  expect(alive, caption).toBeLessThan(6);
  await lab.button('Export').click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save WAV' }).click();
  const { rate, samples, info } = readWav(readFileSync(await (await saved).path()));
  expect(info.ICMT).toContain('seed=3');
  expect(info.ISFT).toMatch(/^MAD Lab \d/);
  expect(samples.length / rate).toBeCloseTo(61 * BEAT + 0.8, 1);

  /** Tones of a generation that are at least a fifth as loud as its loudest one, within what a mode is wide. */
  const tonesOf = (generation: number) => {
    const [from, frame] = [Math.round(generation * BEAT * rate), Math.round(0.125 * rate)];
    const loud = TONES.map((hertz) => {
      const near = [-30, -15, 0, 15, 30].map((cents) => hertz * 2 ** (cents / 1200));
      const parts = [0, 1, 2, 3].map((i) =>
        Math.max(...near.map((one) => powerAt(samples.subarray(from + i * frame, from + (i + 1) * frame), one, rate))),
      );
      return Math.hypot(...parts);
    });
    return loud.filter((one) => one > Math.max(...loud) / 5).length;
  };
  expect(tonesOf(0)).toBe(8);
  expect(Math.abs(tonesOf(60) - alive)).toBeLessThanOrEqual(1);
});
