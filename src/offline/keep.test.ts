import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keep, look, remove } from './keep';
import { offlineStore, setKept } from './offlineStore';

const kept = () => offlineStore.getState().kept;

/** A service worker on its way: its state changes when the test says so. */
class Coming extends EventTarget {
  state = 'installing';

  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class Container extends EventTarget {
  register = vi.fn();
}

const place = (overrides: { protocol?: string; origin?: string; secure?: boolean; container?: Container | null } = {}) => {
  const { protocol = 'https:', origin = 'https://school.example', secure = true, container = new Container() } = overrides;
  vi.stubGlobal('location', { protocol });
  vi.stubGlobal('navigator', container === null ? {} : { serviceWorker: container });
  vi.stubGlobal('window', { origin, isSecureContext: secure, caches: {} });
  vi.stubGlobal('document', { baseURI: 'https://school.example/lab/', querySelector: () => ({ content: '000001000' }) });
  return container ?? new Container();
};

beforeEach(() => setKept({ status: 'none' }));
afterEach(() => vi.unstubAllGlobals());

describe('where the page cannot be kept, it says why and tries nothing', () => {
  it.each([
    ['file', { protocol: 'file:', origin: 'null' }],
    ['sandbox', { origin: 'null' }],
    ['insecure', { protocol: 'http:', secure: false }],
    ['unsupported', { container: null }],
  ] as const)('%s', async (problem, where) => {
    const container = place(where);
    await keep();
    expect(kept()).toEqual({ status: 'failed', problem });
    expect(container.register).not.toHaveBeenCalled();
  });
});

describe('keeping', () => {
  const start = () => {
    const container = place();
    const worker = new Coming();
    container.register.mockResolvedValue({ installing: worker, waiting: null, active: null, addEventListener: () => {} });
    const done = keep();
    const tell = (data: object) => container.dispatchEvent(Object.assign(new Event('message'), { data }));
    return { container, worker, done, tell };
  };

  it('shows how far it is, and is done when the worker is at work', async () => {
    const { worker, done, tell } = start();
    expect(kept()).toEqual({ status: 'storing', bytes: 0, total: 1000 });
    tell({ type: 'progress', bytes: 400, total: 1000 });
    expect(kept()).toEqual({ status: 'storing', bytes: 400, total: 1000 });
    worker.become('installed');
    expect(kept().status).toBe('storing');
    worker.become('activated');
    await done;
    expect(kept()).toEqual({ status: 'kept' });
  });

  it('another try waits until the worker that failed is gone', async () => {
    const { container, worker, done, tell } = start();
    await vi.waitFor(() => expect(container.register).toHaveBeenCalled());
    tell({ type: 'failed', problem: 'network' });
    const again = start();
    expect(kept()).toEqual({ status: 'storing', bytes: 0, total: 1000 });
    worker.become('redundant');
    await done;
    expect(kept().status).toBe('storing');
    await vi.waitFor(() => expect(again.container.register).toHaveBeenCalled());
    again.tell({ type: 'progress', bytes: 400, total: 1000 });
    expect(kept()).toEqual({ status: 'storing', bytes: 400, total: 1000 });
    again.worker.become('activated');
    await again.done;
    expect(kept()).toEqual({ status: 'kept' });
  });

  it('begins anew after Stop, though the try before hangs', async () => {
    const { container } = start();
    await vi.waitFor(() => expect(container.register).toHaveBeenCalled());
    vi.stubGlobal('caches', { keys: async () => [] });
    await remove();
    expect(kept()).toEqual({ status: 'removed' });
    const again = start();
    again.worker.become('activated');
    await again.done;
    expect(kept()).toEqual({ status: 'kept' });
  });

  it.each(['quota', 'network', 'changed'])('that fails (%s) says why, and can be tried again', async (problem) => {
    const { worker, done, tell } = start();
    tell({ type: 'failed', problem });
    worker.become('redundant');
    await done;
    expect(kept()).toEqual({ status: 'failed', problem });
    const again = start();
    again.worker.become('activated');
    await again.done;
    expect(kept()).toEqual({ status: 'kept' });
  });

  it('is refused where storage is forbidden, and fails without a connection', async () => {
    const container = place();
    container.register.mockRejectedValue(new DOMException('forbidden', 'SecurityError'));
    await keep();
    expect(kept()).toEqual({ status: 'failed', problem: 'refused' });
    container.register.mockRejectedValue(new TypeError('Failed to fetch'));
    await keep();
    expect(kept()).toEqual({ status: 'failed', problem: 'network' });
  });
});

it('what the reader presses while it looks what is kept stays said', async () => {
  const container = place();
  let found: (registration: null) => void = () => undefined;
  vi.stubGlobal('caches', { keys: async () => [] });
  Object.assign(container, {
    getRegistration: vi.fn(() => {
      const first = found;
      return new Promise<null>((resolve) => {
        found = (nothing) => {
          first(nothing);
          resolve(nothing);
        };
      });
    }),
  });
  const looking = look();
  const removing = remove();
  found(null);
  await Promise.all([looking, removing]);
  expect(kept()).toEqual({ status: 'removed' });
});
