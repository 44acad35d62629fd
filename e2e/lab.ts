import { expect, type Locator, type Page } from '@playwright/test';

/** Where a poll would look once a second. */
const OFTEN = [100, 200];

/** What is folded on a page of points, outermost first. */
export const FOLDS = ['Set up', 'Advanced', 'Cures', 'Watch the tail', 'More scores', 'Exact values and theory'];

/** The page as a reader finds it: by role and name. */
export class Lab {
  constructor(readonly page: Page) {}

  /** Opens a link and waits until the real data are drawn. Not a first visit: the story has been seen. */
  async open(query = ''): Promise<void> {
    await this.page.addInitScript(() => {
      // frames that are sandboxed have no storage, and no story
      if (window === top) localStorage.setItem('mad-lab-story', 'seen');
    });
    await this.page.goto(`./${query === '' ? '' : `?${query}`}`);
    await this.expectOpen();
  }

  /** From here on it hears keys. */
  async expectOpen(): Promise<void> {
    // what stands there before the code runs looks like the page
    await expect(this.page.locator('[data-shell]')).toHaveCount(0);
    await expect(
      this.picture('Fully synthetic')
        .or(this.page.getByRole('region', { name: 'Samples' }).getByRole('img').first())
        .first(),
    ).toBeVisible();
    await expect(this.page.getByRole('region', { name: 'Samples' })).not.toContainText('drawing the real data');
  }

  /** The query of what is on the screen as others get it: not at the generation where this run stands. */
  async shared(): Promise<string> {
    const shown = await this.timeline.inputValue();
    await this.expectAddress({ at: shown });
    const link = await this.address();
    link.delete('at');
    return link.toString();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name, exact: true });
  }

  field(name: string): Locator {
    return this.page.getByRole('spinbutton', { name, exact: true });
  }

  picture(loop: string): Locator {
    return this.page.getByRole('img', { name: new RegExp(`^${loop}`) });
  }

  /** Opens what is folded below this word, where it is closed. */
  async unfold(name: string): Promise<void> {
    const summary = this.page.locator('summary').filter({ hasText: new RegExp(`^${name}`) });
    if (await summary.evaluate((element) => element.closest('details')?.open)) return;
    await summary.click();
    // what is in it may come only when it is open
    await expect.poll(() => summary.evaluate((element) => element.closest('details')?.open)).toBe(true);
  }

  get timeline(): Locator {
    return this.slider('Generation shown');
  }

  /** Types a value into a number field, as a reader would. */
  async set(name: string, value: string): Promise<void> {
    await this.field(name).fill(value);
    await this.field(name).press('Enter');
  }

  /** Runs as fast as it computes. */
  async run(): Promise<void> {
    await this.set('Speed', 'max');
    await this.button('Run').click();
  }

  async expectShown(generation: number): Promise<void> {
    await expect(this.timeline).toHaveValue(String(generation));
  }

  /** Waits until this generation is on the screen, or one after it: a slow page may never be seen at one of them. */
  async expectReached(generation: number): Promise<void> {
    const shown = async () => Number(await this.timeline.inputValue());
    await expect.poll(shown, { timeout: 180_000, intervals: OFTEN }).toBeGreaterThanOrEqual(generation);
  }

  /** Waits for the run's end, or for the problem that kept it from ending. */
  async expectEnded(generations: number, timeout = 180_000): Promise<void> {
    await expect(this.timeline.or(this.page.getByRole('alert').filter({ hasText: 'stopped' })).last()).toHaveValue(String(generations), { timeout });
    await expect(this.button('Run')).toBeVisible();
  }

  /** The alert that says why the run stopped. */
  get stopped(): Locator {
    return this.page.getByRole('alert').filter({ hasText: 'The run stopped' });
  }

  /** Breaks an engine, and another one that takes its place, until the page gives up. */
  async breakEngine(how: 'throws' | 'rejects' = 'throws'): Promise<void> {
    await expect(async () => {
      await this.page
        .workers()[0]
        ?.evaluate((rejects) => {
          if (rejects) void Promise.reject(new Error('nobody caught this'));
          else
            setTimeout(() => {
              throw new Error('struck by lightning');
            });
        }, how === 'rejects')
        // it is gone already
        .catch(() => undefined);
      await expect(this.stopped).toBeVisible({ timeout: 500 });
    }).toPass();
  }

  /** Generations computed so far, from what the timeline says to a screen reader. */
  async computed(): Promise<number> {
    const text = (await this.timeline.getAttribute('aria-valuetext')) ?? '';
    return Number(/computed to (\d+)/.exec(text)?.[1] ?? 0);
  }

  figure(score: string): Locator {
    return this.page.getByRole('figure', { name: score, exact: true });
  }

  /** The table behind a chart: numbers by loop, the first row is generation 1; a score without meaning is NaN. */
  async table(score: string): Promise<Record<string, number[]>> {
    const figure = this.figure(score);
    await figure.getByRole('button', { name: 'View as table' }).click();
    const table = figure.getByRole('table', { name: score });
    const texts = await table.evaluate((element) =>
      [...(element as HTMLTableElement).rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
    );
    await figure.getByRole('button', { name: 'Hide table' }).click();
    const [[, ...loops] = [], ...rows] = texts;
    expect(rows.map(([generation]) => generation)).toEqual(rows.map((_, i) => String(i + 1)));
    return Object.fromEntries(loops.map((loop, column) => [loop, rows.map((row) => Number.parseFloat((row[column + 1] ?? '').replace(',', '')))]));
  }

  /** The text of the file that a button of the export dialog saves. */
  async save(button: string): Promise<string> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('dialog').getByRole('button', { name: button }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }

  /** How many different colours a pane's canvas shows: 1 is a blank one. */
  colours(loop: string): Promise<number> {
    return this.picture(loop).evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      return new Set(new Uint32Array(Uint8Array.from(pixels).buffer)).size;
    });
  }

  /** Keys of the link in the address bar, as it is now: what changes it is written later than it is seen. */
  async address(): Promise<URLSearchParams> {
    return new URL(this.page.url()).searchParams;
  }

  /** Waits until the address has these values, or is like these; null: it lacks the key. What is lacking says little without one that comes at the same time. */
  async expectAddress(keys: Readonly<Record<string, string | RegExp | null>>): Promise<void> {
    const wanted = Object.entries(keys).map(([key, value]) => [key, value instanceof RegExp ? expect.stringMatching(value) : value]);
    const read = async () => {
      const address = await this.address();
      return Object.fromEntries(Object.keys(keys).map((key) => [key, address.get(key)]));
    };
    await expect.poll(read).toEqual(Object.fromEntries(wanted));
  }
}
