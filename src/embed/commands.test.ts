import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The run as the lab has it, and its listeners: as much of the lab as commands that set a state touch. */
const lab = vi.hoisted(() => {
  const listeners = new Set<() => void>();
  let run: { status: string; shown?: number; message?: string } = { status: 'idle' };
  const actions = { open: () => become({ status: 'idle' }), goTo: () => become({ status: 'paused', shown: run.shown ?? 0 }), start: vi.fn() };
  function become(next: typeof run): void {
    run = next;
    for (const listener of listeners) listener();
  }
  const store = {
    getState: () => ({ run, ...actions }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { store, become, actions, listeners };
});
vi.mock('../store/labStore', () => ({ labStore: lab.store }));
for (const file of ['files/csv', 'files/json', 'files/useResults', 'figures/figures', 'figures/toPng']) vi.doMock(`../ui/${file}`, () => ({}));

const { obey } = await import('./commands');

const setState = (status: 'running' | 'paused', generation: number) =>
  obey({ ns: 'mad-lab', v: 1, type: 'setState', state: { v: 1, experiment: { generations: 9 }, status, generation } });

beforeEach(() => {
  lab.become({ status: 'idle' });
  lab.actions.start.mockClear();
});

describe('taking up a state', () => {
  it('waits for its generation, and goes on where the state was running', async () => {
    const done = setState('running', 3);
    lab.become({ status: 'paused', shown: 2 });
    expect(lab.actions.start).not.toHaveBeenCalled();
    lab.become({ status: 'paused', shown: 3 });
    await done;
    expect(lab.actions.start).toHaveBeenCalledOnce();
    expect(lab.listeners.size).toBe(0);
  });

  it('is given up when a newer one comes, which alone decides whether it runs', async () => {
    const older = setState('running', 3);
    const newer = setState('paused', 2);
    await expect(older).rejects.toThrow('reset before');
    lab.become({ status: 'paused', shown: 3 });
    await newer;
    expect(lab.actions.start).not.toHaveBeenCalled();
    expect(lab.listeners.size).toBe(0);
  });

  it('says why it failed', async () => {
    const done = setState('running', 3);
    lab.become({ status: 'failed', message: 'The engine stopped.' });
    await expect(done).rejects.toThrow('The engine stopped.');
    expect(lab.listeners.size).toBe(0);
  });
});
