import type { Page } from '@playwright/test';

interface Played {
  /** seconds */
  readonly length: number;
  /** the loudest there is on either side */
  readonly left: number;
  readonly right: number;
}

/** Notes each context for sound, and all that is played. */
export async function listenIn(page: Page): Promise<void> {
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

export const noted = (page: Page) => page.evaluate(() => (window as unknown as { noted: { contexts: number; played: Played[] } }).noted);
export const playedBy = async (page: Page) => (await noted(page)).played;
