import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CommandError, createHostDoor, type Handle } from './hostDoor';
import type { Command } from './protocol';

const HOST = 'https://host.example';
const command = (fields: object) => ({ ns: 'mad-lab', v: 1, ...fields });

/** A frame in a host: a clock, what went up, and a way to send down. */
function frame(handle: Handle = () => {}, parentOrigin: string | null = HOST) {
  const sent: { message: Record<string, unknown>; target: string }[] = [];
  const parent = { postMessage: (message: Record<string, unknown>, target: string) => sent.push({ message, target }) };
  let listener: ((event: unknown) => void) | null = null;
  const clock = { ms: 0 };
  const window = {
    parent,
    addEventListener: (_: string, listen: (event: unknown) => void) => {
      listener = listen;
    },
    removeEventListener: () => {
      listener = null;
    },
  };
  const handled: Command[] = [];
  const door = createHostDoor({
    window: window as never,
    parentOrigin,
    now: () => clock.ms,
    handle: (each) => {
      handled.push(each);
      return handle(each);
    },
  });
  const receive = (data: unknown, { origin = HOST, source = parent as unknown } = {}) => listener?.({ data, origin, source });
  return { door, sent, handled, receive, clock, parent, types: () => sent.map(({ message }) => message.type) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the door for the host', () => {
  it('hands on each command that the schema knows, and drops what it does not know', () => {
    const { receive, handled } = frame();
    receive(command({ type: 'run', extra: { of: 'no use' } }));
    receive(command({ type: 'set', experiment: { initialReal: 20, loop: 'fresh-data', v: true } }));
    receive(command({ type: 'export', format: 'svg', requestId: 'a' }));
    receive(command({ type: 'setState', state: { v: 1, experiment: { seed: 3 }, status: 'paused', generation: 7 } }));
    expect(handled).toEqual([
      command({ type: 'run' }),
      command({ type: 'set', experiment: { initialReal: 20, loop: 'fresh-data', v: true } }),
      command({ type: 'export', format: 'svg', requestId: 'a' }),
      command({ type: 'setState', state: { v: 1, experiment: { seed: 3 }, status: 'paused', generation: 7 } }),
    ]);
  });

  it.each([
    'https://host.example.evil.com',
    'http://host.example',
    'https://host.example:8443',
    'https://host.example.',
    'https://HOST.example',
    'https://hos\u0442.example',
    'https://evil.com/https://host.example',
    'https://sub.host.example',
    ' https://host.example',
    'https://host.example/',
    'null',
    '',
  ])('hears nothing from the look-alike origin “%s”', (origin) => {
    const { handled, receive, sent } = frame();
    receive(command({ type: 'run' }), { origin });
    expect(handled).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('does not touch the data of a wrong origin or source', () => {
    let listener: (event: unknown) => void = () => {};
    const parent = { postMessage: vi.fn() };
    const window = { parent, addEventListener: (_: string, listen: (event: unknown) => void) => (listener = listen), removeEventListener: () => {} };
    createHostDoor({ window: window as never, parentOrigin: HOST, handle: () => {} });
    const data = vi.fn();
    const event = (origin: string, source: unknown) => ({
      origin,
      source,
      get data() {
        return data();
      },
    });
    for (const origin of ['null', 'https://evil.example', '']) listener(event(origin, parent));
    listener(event(HOST, {}));
    listener(event(HOST, null));
    expect(data).not.toHaveBeenCalled();
    listener(event(HOST, parent));
    expect(data).toHaveBeenCalledOnce();
  });

  it.each([null, 'null', '', '*', 'host.example', 'https://host.example/', 'https://host.example/page', 'file://', 'HTTPS://host.example'])(
    'takes no command where the link names %s as its host',
    (parentOrigin) => {
      const { receive, handled, sent } = frame(() => {}, parentOrigin);
      for (const origin of [HOST, 'null', String(parentOrigin)]) receive(command({ type: 'run' }), { origin });
      expect(handled).toEqual([]);
      expect(sent).toEqual([]);
    },
  );

  it('takes no command from a sibling, from itself or from nowhere', () => {
    const { receive, handled } = frame();
    for (const source of [{}, null, undefined, globalThis]) receive(command({ type: 'run' }), { source: source ?? {} });
    expect(handled).toEqual([]);
  });

  it('neither listens nor speaks in a page of its own', () => {
    const window = { addEventListener: vi.fn(), removeEventListener: vi.fn(), postMessage: vi.fn() } as Record<string, unknown>;
    window.parent = window;
    const door = createHostDoor({ window: window as never, parentOrigin: HOST, handle: () => {} });
    door.send({ type: 'ready' });
    expect(window.addEventListener).not.toHaveBeenCalled();
    expect(window.postMessage).not.toHaveBeenCalled();
  });

  it('numbers what it sends, to the host that the link names or to any', () => {
    const named = frame();
    named.door.send({ type: 'ready' });
    named.door.send({ type: 'height', px: 300 });
    expect(named.sent).toEqual([
      { message: command({ id: 1, type: 'ready' }), target: HOST },
      { message: command({ id: 2, type: 'height', px: 300 }), target: HOST },
    ]);
    const open = frame(() => {}, null);
    open.door.send({ type: 'ready' });
    expect(open.sent[0]?.target).toBe('*');
  });

  it('answers with the number of the question, or its id; without either not at all', async () => {
    const state = { v: 1 as const, experiment: { seed: 1 }, status: 'idle' as const, generation: 0 };
    const { receive, sent } = frame(async ({ type }) => (type === 'getState' ? { state } : undefined));
    receive(command({ type: 'getState', requestId: 'q', id: 9 }));
    receive(command({ type: 'run', id: 10 }));
    receive(command({ type: 'pause' }));
    await settled();
    expect(sent.map(({ message }) => message)).toEqual([
      command({ id: 1, type: 'answer', requestId: 'q', state }),
      command({ id: 2, type: 'answer', requestId: 10 }),
    ]);
  });

  it('makes an error of what the handler throws', async () => {
    const { receive, sent } = frame(({ type }) => {
      if (type === 'export') throw new CommandError('nothing-to-export', 'There is no run yet.');
      throw new TypeError('broken');
    });
    receive(command({ type: 'export', format: 'csv', requestId: 4 }));
    receive(command({ type: 'run' }));
    await settled();
    expect(sent.map(({ message }) => message)).toEqual([
      command({ id: 1, type: 'error', code: 'nothing-to-export', message: 'There is no run yet.', recoverable: true, requestId: 4 }),
      command({ id: 2, type: 'error', code: 'failed', message: 'broken', recoverable: true }),
    ]);
  });

  it('gives commands to the newest handler, and to none once closed', () => {
    const { door, receive, handled } = frame();
    const next = vi.fn();
    door.setHandler(next);
    receive(command({ type: 'run' }));
    door.close();
    receive(command({ type: 'run' }));
    expect(handled).toEqual([]);
    expect(next).toHaveBeenCalledOnce();
  });

  const circle: Record<string, unknown> = command({ type: 'set' });
  circle.experiment = circle;
  const bomb = (depth: number): unknown => (depth === 0 ? 1 : { a: bomb(depth - 1), b: bomb(depth - 1) });
  it.each([
    ['that contains itself', circle],
    ['with a text of 100 MB', command({ type: 'set', experiment: { points: 'x'.repeat(100_000_000) } })],
    [
      'with many middling texts',
      command({ type: 'set', experiment: Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`k${i}`, 'x'.repeat(1000)])) }),
    ],
    ['with a long name', command({ type: 'set', experiment: { ['x'.repeat(100_000)]: 1 } })],
    ['with fifty thousand entries', command({ type: 'set', experiment: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i])) })],
    ['with a list of a billion places', command({ type: 'set', experiment: new Array(1_000_000_000) })],
    ['that branches without end', command({ type: 'set', experiment: bomb(18) })],
    ['five levels deep', command({ type: 'run', a: { b: { c: { d: {} } } } })],
    ['with a map', command({ type: 'set', experiment: new Map([['seed', 1]]) })],
    ['with bytes', command({ type: 'run', a: new Uint8Array(1e8) })],
    ['with a big integer', command({ type: 'run', a: 1n })],
    ['of another version', { ...command({ type: 'run' }), v: 2 }],
    ['of no known type', command({ type: 'eval' })],
    ['without a type', command({})],
    ['with an infinite value', command({ type: 'set', experiment: { seed: Number.POSITIVE_INFINITY } })],
    ['with a nested value', command({ type: 'set', experiment: { seed: { valueOf: 'x' } } })],
    ['with a fraction of a generation', command({ type: 'setState', state: { v: 1, experiment: {}, status: 'idle', generation: 0.5 } })],
    ['for an unknown format', command({ type: 'export', format: 'exe' })],
    ['with an endless number', command({ type: 'run', requestId: 'x'.repeat(65) })],
  ])('refuses a message %s, at once and with one error', (_, data) => {
    const { receive, handled, sent } = frame();
    const start = performance.now();
    receive(data);
    receive(data);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(handled).toEqual([]);
    expect(sent.map(({ message }) => [message.type, message.code])).toEqual([['error', 'bad-message']]);
    expect(JSON.stringify(sent).length).toBeLessThan(600);
  });

  it('is not led astray by names of an object’s inner parts', () => {
    const { receive, handled } = frame();
    receive(JSON.parse('{"ns":"mad-lab","v":1,"type":"set","experiment":{"__proto__":"x","constructor":"y","seed":2}}'));
    const [only] = handled;
    expect(only?.type === 'set' && Object.keys(only.experiment)).toEqual(['seed']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('is silent to messages that are addressed to others', () => {
    const { receive, sent, handled } = frame();
    for (const data of ['[iFrameSizer]message', null, undefined, 7, {}, { ns: 'other' }, [], '{"context":"iframe.resize"}']) receive(data);
    expect([...sent, ...handled]).toEqual([]);
  });

  it('lets 30 commands a second through, and complains once a second', async () => {
    const { receive, handled, clock, types } = frame();
    for (let i = 0; i < 100; i++) receive(command({ type: 'step' }));
    expect(handled).toHaveLength(30);
    expect(types()).toEqual(['error']);
    clock.ms += 500;
    for (let i = 0; i < 100; i++) receive(command({ type: 'step' }));
    expect(handled).toHaveLength(45);
    expect(types()).toEqual(['error']);
    clock.ms += 1000;
    for (let i = 0; i < 100; i++) receive(command({ type: 'step' }));
    expect(handled).toHaveLength(75);
    expect(types()).toEqual(['error', 'error']);
  });

  it('spends a tenth of the time on reading, however slow the messages are to unpack', () => {
    const { handled, receive, clock, parent } = frame();
    let unpacked = 0;
    const slow = () =>
      Object.defineProperty({ origin: HOST, source: parent }, 'data', {
        get() {
          unpacked += 1;
          clock.ms += 200;
          return command({ type: 'set', experiment: {} });
        },
      });
    let listener: (event: unknown) => void = () => {};
    const window = { parent, addEventListener: (_: string, listen: (event: unknown) => void) => (listener = listen), removeEventListener: () => {} };
    createHostDoor({ window: window as never, parentOrigin: HOST, now: () => clock.ms, handle: () => {} });
    for (let i = 0; i < 1000; i++) {
      listener(slow());
      clock.ms += 10;
    }
    // 1000 gaps of 10 ms, and 200 ms of reading in every 2 s
    expect(unpacked).toBeGreaterThanOrEqual(5);
    expect(unpacked).toBeLessThanOrEqual(7);
    receive(command({ type: 'run' }));
    expect(handled).toHaveLength(1);
  });

  it('changes nothing by 10,000 random messages, and never throws', () => {
    const { receive, handled, sent, clock } = frame();
    const junk = fc.oneof(
      fc.anything({ withBigInt: true, withMap: true, withSet: true, withTypedArray: true, withDate: true, withSparseArray: true, maxDepth: 6 }),
      fc.record({ ns: fc.constant('mad-lab'), v: fc.constant(1), type: fc.string(), experiment: fc.anything(), state: fc.anything() }),
      fc.record({
        ns: fc.constant('mad-lab'),
        v: fc.constant(1),
        type: fc.constantFrom('set', 'setState', 'export'),
        format: fc.anything(),
        state: fc.anything(),
      }),
    );
    let count = 0;
    fc.assert(
      fc.property(junk, (data) => {
        count += 1;
        clock.ms += 1;
        receive(data);
      }),
      { numRuns: 10_000 },
    );
    expect(count).toBe(10_000);
    expect(handled).toEqual([]);
    // in these ten seconds each of the two complaints once a second
    expect(sent.length).toBeLessThanOrEqual(2 * (1 + 10));
  });
});
