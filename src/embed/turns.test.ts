import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTurns, type Turns } from './turns';

beforeEach(() => void vi.useFakeTimers({ now: 1_700_000_000_000 }));
afterEach(() => void vi.useRealTimers());

/** A small generator, so that each race is the same every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

interface FakeFrame {
  readonly postMessage: (data: unknown) => void;
  readonly heard: unknown[];
}

/** A host page whose frames talk with a delay. */
function hostPage(seed = 1, delayMs = 4) {
  const random = generator(seed);
  const parent: Record<number, unknown> & { length: number } = { length: 0 };
  const training = new Set<number>();
  let most = 0;

  function join(listen: (event: unknown) => void): { window: FakeFrame; index: number } {
    const index = parent.length++;
    const window: FakeFrame = {
      heard: [],
      postMessage: (data) => {
        window.heard.push(data);
        const event = { data: structuredClone(data), source: speaking, origin: 'null' };
        setTimeout(() => listen(event), delayMs * random());
      },
    };
    parent[index] = window;
    return { window, index };
  }
  /** who calls `postMessage`: the source of what is sent */
  let speaking: unknown = null;

  function embed() {
    const listeners: Record<string, ((event: unknown) => void)[]> = {};
    const fire = (type: string, event: unknown) =>
      as(window, () => {
        for (const listen of listeners[type] ?? []) listen(event);
      });
    const { window, index } = join((event) => fire('message', event));
    Object.assign(window, {
      parent,
      addEventListener: (type: string, listen: (event: unknown) => void) => {
        listeners[type] = [...(listeners[type] ?? []), listen];
      },
      removeEventListener: () => {},
      setTimeout: (then: () => void, ms: number) => setTimeout(() => as(window, then), ms),
      clearTimeout,
    });
    return { window, index, fire };
  }
  function as(window: unknown, act: () => void): void {
    const before = speaking;
    speaking = window;
    act();
    speaking = before;
  }
  return { embed, as, join, parent, random, training, seen: () => (most = Math.max(most, training.size)), most: () => most };
}

type Page = ReturnType<typeof hostPage>;

function player(page: Page) {
  const { window, index, fire } = page.embed();
  const events: string[] = [];
  const stop = (word: string) => {
    page.training.delete(index);
    events.push(word);
  };
  const turns: Turns = createTurns({
    window: window as never,
    random: page.random,
    now: () => Date.now(),
    onYield: () => stop('yield'),
    onFree: () => events.push('free'),
  });
  const claim = (manner: 'reader' | 'polite') =>
    page.as(window, () => {
      void turns.claim(manner).then((granted) => {
        events.push(granted ? 'granted' : 'given up');
        if (granted) page.training.add(index);
        page.seen();
      });
    });
  const rest = () =>
    page.as(window, () => {
      stop('rest');
      turns.rest();
    });
  return { window, index, fire, events, claim, rest, trains: () => page.training.has(index) };
}

const players = (page: Page, count: number) => Array.from({ length: count }, () => player(page));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const trainers = (all: readonly { trains(): boolean }[]) => all.flatMap(({ trains }, i) => (trains() ? [i] : []));

describe('embeds that take turns', () => {
  it.each(Array.from({ length: 20 }, (_, i) => i + 1))('eight that start by themselves at once: exactly one trains (race %i)', async (seed) => {
    const page = hostPage(seed, 20);
    const all = players(page, 8);
    for (const { claim } of all) {
      claim('polite');
      await pass(page.random() * 30);
    }
    await pass(1500);
    expect(trainers(all)).toHaveLength(1);
    expect(page.most()).toBe(1);
  });

  it('all eight get their turn when each rests after a while', async () => {
    const page = hostPage(3);
    const all = players(page, 8);
    for (const { claim } of all) claim('polite');
    const had = new Set<number>();
    for (let round = 0; round < 8; round++) {
      await pass(1000);
      const [now] = trainers(all);
      expect(now).toBeDefined();
      had.add(now as number);
      all[now as number]?.rest();
    }
    expect(had.size).toBe(8);
    expect(page.most()).toBe(1);
  });

  it('a reader’s click wins over all that run by themselves, and the newer click over the older', async () => {
    const page = hostPage();
    const all = players(page, 4);
    all[0]?.claim('polite');
    await pass(1000);
    expect(trainers(all)).toEqual([0]);
    all[1]?.claim('reader');
    await pass(100);
    expect(trainers(all)).toEqual([1]);
    expect(all[0]?.events).toEqual(['granted', 'yield']);
    all[2]?.claim('reader');
    await pass(100);
    expect(trainers(all)).toEqual([2]);
    all[3]?.claim('polite');
    await pass(20_000);
    expect(trainers(all)).toEqual([2]);
    all[2]?.rest();
    await pass(1000);
    expect(trainers(all)).toEqual([3]);
    expect(all[0]?.events.at(-1)).toBe('free');
  });

  it('eight clicks within one millisecond leave one that trains', async () => {
    const page = hostPage(5, 10);
    const all = players(page, 8);
    for (const { claim } of all) claim('reader');
    await pass(500);
    expect(trainers(all)).toHaveLength(1);
  });

  it('goes on without an embed that was removed while it trained', async () => {
    const page = hostPage();
    const all = players(page, 2);
    all[0]?.claim('polite');
    await pass(1000);
    all[1]?.claim('polite');
    await pass(1000);
    expect(trainers(all)).toEqual([0]);
    page.training.delete(0);
    page.parent[0] = all[1]?.window;
    page.parent.length = 1;
    await pass(10_000);
    expect(all[1]?.trains()).toBe(true);
  });

  it('gives up a claim that is taken back before it was granted', async () => {
    const page = hostPage();
    const all = players(page, 2);
    all[0]?.claim('reader');
    await pass(10);
    all[1]?.claim('polite');
    await pass(10);
    all[1]?.rest();
    all[0]?.rest();
    await pass(20_000);
    expect(all[1]?.events).toEqual(['rest', 'given up']);
    expect(trainers(all)).toEqual([]);
  });

  it('needs nobody’s leave in a page of its own', async () => {
    const window = { addEventListener: vi.fn(), setTimeout, clearTimeout } as Record<string, unknown>;
    window.parent = window;
    const turns = createTurns({ window: window as never, random: () => 0.5, now: () => 1, onYield: () => {} });
    expect(await turns.claim('polite')).toBe(true);
    expect(window.addEventListener).not.toHaveBeenCalled();
  });

  it('pauses when its page is put away, for it may come back', async () => {
    const page = hostPage();
    const [only] = players(page, 1);
    only?.claim('reader');
    await pass(10);
    only?.fire('pagehide', {});
    expect(only?.events).toEqual(['granted', 'yield']);
  });

  describe('with a hostile frame beside them', () => {
    const turn = (fields: object) => ({ ns: 'mad-lab-turn', v: 1, ...fields });

    it.each([
      ['junk', ['x', null, 7, {}, [], { ns: 'mad-lab-turn' }, turn({ type: 'start' }), turn({ type: 'training' })]],
      [
        'ranks that are none',
        [Number.NaN, Number.POSITIVE_INFINITY, -1, 0, '9e99', {}, 1.7e12 + 3_600_000].map((rank) => turn({ type: 'training', rank })),
      ],
      ['older clicks', Array.from({ length: 500 }, (_, i) => turn({ type: 'training', rank: i + 0.5 }))],
    ])('%s move nothing', async (_, messages) => {
      const page = hostPage();
      const [ours] = players(page, 1);
      const hostile = page.join(() => {});
      ours?.claim('reader');
      await pass(10);
      for (const data of messages) ours?.fire('message', { data, source: hostile.window });
      await pass(1000);
      expect(ours?.events).toEqual(['granted']);
      // its own word at the start, and answers within the limit
      expect(hostile.window.heard.length).toBeLessThanOrEqual(1 + 40);
    });

    it('a window that is no frame of the page is not heard', async () => {
      const page = hostPage();
      const [ours] = players(page, 1);
      ours?.claim('reader');
      await pass(10);
      for (const source of [page.parent, {}, null, ours?.window])
        ours?.fire('message', { data: turn({ type: 'training', rank: Date.now() + 5000 }), source });
      expect(ours?.events).toEqual(['granted']);
    });

    it('it can at most make one pause: nothing ever starts by a message', async () => {
      const page = hostPage();
      const all = players(page, 2);
      const hostile = page.join(() => {});
      const say = (message: object) => {
        for (const { fire } of all) fire('message', { data: message, source: hostile.window });
      };
      for (let i = 0; i < 1000; i++) say(turn({ type: ['resting', 'asking', 'training'][i % 3] as string, rank: 0.5 }));
      await pass(20_000);
      expect(trainers(all)).toEqual([]);
      all[0]?.claim('reader');
      await pass(2000);
      say(turn({ type: 'training', rank: Date.now() + 5000 }));
      expect(all[0]?.events).toEqual(['granted', 'yield']);
      all[0]?.claim('reader');
      await pass(100);
      expect(trainers(all)).toEqual([0]);
    });
  });
});
