import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createHostDoor, readOrigin } from './hostDoor';
import type { Command } from './protocol';

const HOST = 'https://blog.example';

function open(parentOrigin: string | null = HOST, handle: (command: Command) => object = () => ({})) {
  const posted: { message: Record<string, unknown>; target: string }[] = [];
  const parent = { postMessage: (message: unknown, target: string) => posted.push({ message: message as Record<string, unknown>, target }) };
  let listener: (event: MessageEvent) => void = () => {};
  let time = 0;
  const handled = vi.fn(handle);
  const window = {
    parent,
    addEventListener: (_: string, heard: (event: MessageEvent) => void) => {
      listener = heard;
    },
    removeEventListener: () => {
      listener = () => {};
    },
  };
  let timers: { at: number; work: () => void }[] = [];
  const later = (work: () => void, ms: number) => timers.push({ at: time + ms, work });
  const door = createHostDoor({ window, parentOrigin, handle: handled, now: () => time, later });
  return {
    door,
    posted,
    handled,
    hear: (data: unknown, event: object = {}) => {
      const message = { source: parent, origin: HOST, data };
      listener(Object.defineProperties(message, Object.getOwnPropertyDescriptors(event)) as unknown as MessageEvent);
    },
    pass: (ms: number) => {
      time += ms;
      for (const { work } of timers.filter(({ at }) => at <= time)) work();
      timers = timers.filter(({ at }) => at > time);
    },
    settle: () => new Promise((resolve) => setTimeout(resolve)),
  };
}

const run = { ns: 'mad-lab', v: 1, id: 1, type: 'run' };

describe('the door to the host', () => {
  it('lets a command of the named host in, and answers under its name', async () => {
    const { hear, handled, posted, settle } = open(HOST, () => ({ state: { v: 1, experiment: { seed: 3 } } }));
    hear({ ...run, type: 'getState', requestId: 'a' });
    hear({ ...run, type: 'getState', id: 7 });
    await settle();
    expect(handled).toHaveBeenCalledTimes(2);
    expect(posted).toEqual([
      { target: HOST, message: { ns: 'mad-lab', v: 1, id: 1, type: 'answer', requestId: 'a', state: { v: 1, experiment: { seed: 3 } } } },
      { target: HOST, message: { ns: 'mad-lab', v: 1, id: 2, type: 'answer', requestId: 7, state: { v: 1, experiment: { seed: 3 } } } },
    ]);
  });

  it('turns what fails into an error under the same name', async () => {
    const { hear, posted, settle } = open(HOST, () => {
      throw new Error('no run to export');
    });
    hear({ ...run, type: 'export', format: 'svg', requestId: 5 });
    await settle();
    expect(posted[0].message).toMatchObject({ type: 'error', code: 'failed', message: 'no run to export', requestId: 5, recoverable: true });
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a look-alike', { origin: 'https://blog.example.evil.com' }],
    ['a look-alike', { origin: 'https://blog.example.' }],
    ['a look-alike', { origin: 'https://xblog.example' }],
    ['another scheme', { origin: 'http://blog.example' }],
    ['another port', { origin: 'https://blog.example:8443' }],
    ['another case', { origin: 'https://BLOG.example' }],
    ['the null origin', { origin: 'null' }],
    ['no origin', { origin: '' }],
    ['another window of the host', { source: {} }],
    ['no window', { source: null }],
  ])('hears nothing from %s, and does not look at the data', async (_, event) => {
    const { hear, handled, posted, settle } = open();
    const looked = vi.fn();
    hear(run, event);
    hear(undefined, {
      ...event,
      get data() {
        looked();
        return run;
      },
    });
    await settle();
    expect([handled.mock.calls.length, posted.length]).toEqual([0, 0]);
  });

  it('hears nobody without parentOrigin, and tells everybody', async () => {
    const { door, hear, handled, posted, settle } = open(null);
    hear(run);
    hear(run, { origin: 'null' });
    door.send({ type: 'ready' });
    await settle();
    expect([handled.mock.calls.length, posted.map(({ target }) => target)]).toEqual([0, ['*']]);
  });

  it.each([
    ['a string', 'run'],
    ['someone else’s message', { type: 'run' }],
    ['another version', { ...run, v: 2 }],
    ['an unknown command', { ...run, type: 'format' }],
    ['an experiment that is a list', { ...run, type: 'set', experiment: ['bias'] }],
    ['nested keys', { ...run, type: 'set', experiment: { bias: { valueOf: 1 } } }],
    ['no number', { ...run, type: 'set', experiment: { bias: Number.NaN } }],
    ['half a generation', { ...run, type: 'setState', state: { v: 1, experiment: {}, generation: 1.5 } }],
    ['another format', { ...run, type: 'export', format: 'exe' }],
    ['a long name', { ...run, requestId: 'x'.repeat(65) }],
    ['a huge text', { ...run, type: 'set', experiment: { points: 'x'.repeat(100_000_000) } }],
    ['a huge list', { ...run, type: 'set', experiment: Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, 1])) }],
    ['bytes', { ...run, type: 'set', experiment: new Uint8Array(1e6) }],
    ['a deep nest', { ...run, a: { b: { c: { d: { e: {} } } } } }],
  ])('refuses %s', async (_, data) => {
    const { hear, handled, settle } = open();
    hear(data);
    await settle();
    expect(handled).not.toHaveBeenCalled();
  });

  it('refuses a circle at once, and says so once a second', async () => {
    const { hear, handled, posted, pass, settle } = open();
    const circle: Record<string, unknown> = { ...run, type: 'set' };
    circle.experiment = circle;
    hear(circle);
    hear(circle);
    pass(1500);
    hear(circle);
    await settle();
    expect(handled).not.toHaveBeenCalled();
    expect(posted.map(({ message }) => message.code)).toEqual(['bad-message', 'bad-message']);
  });

  it('lets thirty commands a second in, and no flood', async () => {
    const { hear, handled, posted, pass, settle } = open();
    for (let i = 0; i < 10_000; i++) hear(run);
    expect(handled).toHaveBeenCalledTimes(30);
    pass(1000);
    for (let i = 0; i < 10_000; i++) hear(run);
    await settle();
    expect(handled).toHaveBeenCalledTimes(60);
    expect(posted.filter(({ message }) => message.code === 'too-many')).toHaveLength(2);
  });

  it('reads no more for a while when messages took too long to unpack', () => {
    const { hear, handled, pass } = open();
    const slow = () =>
      hear(undefined, {
        get data() {
          pass(60);
          return { ...run, type: 'set', experiment: { points: 'x'.repeat(100_000) } };
        },
      });
    hear(run);
    expect(handled).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 5; i++) slow();
    hear(run);
    expect(handled).toHaveBeenCalledTimes(1);
    pass(1000);
    hear(run);
    expect(handled).toHaveBeenCalledTimes(2);
  });

  it('is not deaf after a stall of the machine, and for a second at most after a heavy message that stalled', () => {
    const { hear, handled, pass } = open();
    const stalled = (data: object) =>
      hear(undefined, {
        get data() {
          pass(3000);
          return data;
        },
      });
    stalled(run);
    hear(run);
    expect(handled).toHaveBeenCalledTimes(2);
    stalled({ ...run, type: 'set', experiment: { points: 'x'.repeat(100_000) } });
    hear(run);
    expect(handled).toHaveBeenCalledTimes(2);
    pass(1001);
    hear(run);
    expect(handled).toHaveBeenCalledTimes(3);
  });

  it('hears a host again a second after a flood, however long that was', () => {
    const { hear, handled, pass } = open();
    for (let second = 0; second < 10; second++) {
      for (let i = 0; i < 10_000; i++) hear(run);
      pass(1000);
    }
    pass(1000);
    const before = handled.mock.calls.length;
    hear(run);
    expect(handled).toHaveBeenCalledTimes(before + 1);
  });

  it('does not even listen in a flood, and listens again after it', () => {
    const { hear, handled, pass } = open();
    const looked = vi.fn();
    const message = () =>
      hear(undefined, {
        get source() {
          looked();
          return null;
        },
      });
    for (let i = 0; i < 400; i++) hear('junk');
    message();
    expect(looked).not.toHaveBeenCalled();
    pass(1000);
    message();
    expect(looked).toHaveBeenCalled();
    hear(run);
    expect(handled).toHaveBeenCalledTimes(1);
  });

  it('survives any message at all', () => {
    const { hear, pass } = open();
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true, withTypedArray: true, withBigInt: true }), fc.boolean(), (data, ours) => {
        pass(1000);
        hear(ours && typeof data === 'object' && data !== null ? { ...run, ...data, ns: 'mad-lab', v: 1 } : data);
      }),
      { numRuns: 2000 },
    );
  });

  it('is closed when it is closed', () => {
    const { door, hear, handled } = open();
    door.close();
    hear(run);
    expect(handled).not.toHaveBeenCalled();
  });
});

describe('the origin in a link', () => {
  it.each([
    ['https://blog.example', 'https://blog.example'],
    ['https://blog.example/post?x', 'https://blog.example'],
    ['HTTPS://Blog.Example:443', 'https://blog.example'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['null', null],
    ['*', null],
    ['', null],
    ['file:///x', null],
    ['data:text/html,x', null],
    ['javascript:alert(1)', null],
  ])('%s is %s', (text, origin) => {
    expect(readOrigin(text)).toBe(origin);
  });
});
