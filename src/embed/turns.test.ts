import { describe, expect, it } from 'vitest';
import { createTurns, type TurnWindow } from './turns';

/** A page with frames on it: messages arrive in later tasks, as in a browser, and a clock that the test moves. */
function createPage() {
  let time = 1_790_000_000_000;
  const timers: { at: number; ring: () => void }[] = [];
  const listeners: ((event: MessageEvent) => void)[] = [];
  /** what frame `to` sees at `from`'s place: itself, or a window that it can post to */
  const views: object[][] = [];

  /** A message to frame `to`, from what it sees at `source`. */
  const deliver = (to: number, data: unknown, source: unknown) => {
    const arrive = () => listeners[to]?.({ source, data } as MessageEvent);
    if (lateness.ms === 0) queueMicrotask(arrive);
    else timers.push({ at: time + lateness.ms, ring: arrive });
  };

  function add(seed: number) {
    const place = listeners.length;
    const window: TurnWindow = {
      parent: { frames: [] },
      addEventListener: (_, listener) => {
        listeners[place] = listener;
      },
    };
    listeners.push(() => {});
    views.push([]);
    const seen = (from: number, to: number, self: object) =>
      from === to ? self : { postMessage: (data: unknown) => deliver(to, data, views[to][from]) };
    windows.push(window);
    for (let other = 0; other <= place; other++) {
      views[place][other] = seen(place, other, window);
      views[other][place] = seen(other, place, windows[other]);
    }
    Object.assign(window.parent, { frames: views[place] });
    let state = seed;
    const embed = { trains: false, yielded: 0 };
    const turns = createTurns({
      window,
      random: () => {
        state = (state * 16_807) % 2_147_483_647;
        return state / 2_147_483_647;
      },
      now: () => time,
      wait: (ms) =>
        new Promise((resolve) => {
          timers.push({ at: time + ms, ring: resolve });
        }),
      onYield: () => {
        embed.trains = false;
        embed.yielded++;
      },
    });
    return {
      place,
      embed,
      take: () => {
        embed.trains = true;
        turns.take();
      },
      ask: () =>
        turns
          .takeWhenFree(() => false)
          .then(() => {
            embed.trains = true;
          }),
      rest: () => {
        embed.trains = false;
        turns.rest();
      },
    };
  }
  const windows: TurnWindow[] = [];
  const lateness = { ms: 0 };

  async function pass(ms: number): Promise<void> {
    const end = time + ms;
    for (;;) {
      for (let i = 0; i < 50; i++) await Promise.resolve();
      timers.sort((a, b) => a.at - b.at);
      const next = timers[0];
      if (!next || next.at > end) break;
      timers.shift();
      time = next.at;
      next.ring();
    }
    time = end;
  }
  /** From now on this frame sends everything back. */
  function echo(place: number): void {
    listeners[place] = ({ source, data }) => (source as unknown as { postMessage(message: unknown): void }).postMessage(data);
  }
  return { add, pass, deliver, views, lateness, echo };
}

const trainers = (embeds: readonly { embed: { trains: boolean } }[]) => embeds.filter(({ embed }) => embed.trains).length;

describe('embeds on one page take turns', () => {
  it('the one that was clicked last trains, the others pause', async () => {
    const page = createPage();
    const [a, b, c] = [page.add(1), page.add(2), page.add(3)];
    for (const embed of [a, b, c, a]) {
      embed.take();
      await page.pass(10);
      expect([trainers([a, b, c]), embed.embed.trains]).toEqual([1, true]);
    }
  });

  it.each([1, 2, 3, 4, 5])('of eight that start by themselves exactly one trains, and each gets its turn (seeds %i)', async (seed) => {
    const page = createPage();
    const embeds = Array.from({ length: 8 }, (_, i) => page.add(seed * 100 + i));
    for (const embed of embeds) void embed.ask();
    const done = new Set<unknown>();
    for (let round = 0; round < 8; round++) {
      await page.pass(5000);
      const training = embeds.filter(({ embed }) => embed.trains);
      expect(training.length).toBe(1);
      done.add(training[0]);
      training[0].rest();
    }
    expect(done.size).toBe(8);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('eight that ask at once never train two at a time, however late their words come (seeds %i)', async (seed) => {
    const page = createPage();
    page.lateness.ms = 60;
    const embeds = Array.from({ length: 8 }, (_, i) => page.add(seed * 1000 + i * 37));
    for (const embed of embeds) void embed.ask();
    for (let ms = 0; ms < 4000; ms += 5) {
      await page.pass(5);
      expect(trainers(embeds)).toBeLessThanOrEqual(1);
    }
    expect(trainers(embeds)).toBe(1);
    expect(embeds.every(({ embed }) => embed.yielded === 0)).toBe(true);
  });

  it('of eight that a host starts within one millisecond one goes on', async () => {
    const page = createPage();
    const embeds = Array.from({ length: 8 }, (_, i) => page.add((i + 1) * 99_991_111));
    for (const embed of embeds) embed.take();
    await page.pass(100);
    expect(trainers(embeds)).toBe(1);
  });

  it('a sibling that floods drowns no other', async () => {
    const page = createPage();
    const [a, b, hostile] = [page.add(1), page.add(2), page.add(3)];
    a.take();
    await page.pass(10);
    for (let i = 0; i < 10_000; i++) {
      page.deliver(a.place, { ns: 'mad-lab-turn', type: 'training', rank: 0.5 }, page.views[a.place][hostile.place]);
    }
    b.take();
    await page.pass(100);
    expect([a.embed.trains, b.embed.trains]).toEqual([false, true]);
  });

  it('a start by itself waits for the one that a reader started', async () => {
    const page = createPage();
    const [reader, polite] = [page.add(1), page.add(2)];
    reader.take();
    void polite.ask();
    await page.pass(20_000);
    expect([reader.embed.trains, polite.embed.trains, reader.embed.yielded]).toEqual([true, false, 0]);
    reader.rest();
    await page.pass(1000);
    expect(polite.embed.trains).toBe(true);
  });

  it('a sibling that sends back what it hears takes no turn away', async () => {
    const page = createPage();
    const [embed, echo] = [page.add(1), page.add(2)];
    page.echo(echo.place);
    embed.take();
    await page.pass(1000);
    expect(embed.embed.trains).toBe(true);
    embed.rest();
    void embed.ask();
    await page.pass(1000);
    expect([embed.embed.trains, embed.embed.yielded]).toEqual([true, 0]);
  });

  it('junk, ranks from the future and strangers change nothing', async () => {
    const page = createPage();
    const [embed, hostile] = [page.add(1), page.add(2)];
    embed.take();
    await page.pass(10);
    const say = (data: unknown, source: unknown = page.views[embed.place][hostile.place]) => page.deliver(embed.place, data, source);
    const ns = 'mad-lab-turn';
    for (const data of [null, 'training', { ns }, { ns, type: 'training' }, { ns, type: 'training', rank: Number.POSITIVE_INFINITY }]) say(data);
    for (const rank of [1e300, Number.NaN, -1, '9', { valueOf: () => 9 }]) say({ ns, type: 'training', rank });
    say({ ns, type: 'training', rank: 1_790_000_000_015 }, {});
    say({ ns, type: 'training', rank: 1_790_000_000_015 }, null);
    await page.pass(10);
    expect([embed.embed.trains, embed.embed.yielded]).toEqual([true, 0]);
    say({ ns, type: 'training', rank: 1_790_000_000_015 });
    await page.pass(10);
    expect(embed.embed.trains).toBe(false);
  });
});
