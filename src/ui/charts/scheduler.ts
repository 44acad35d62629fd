/** What the scheduler needs of the browser. */
export interface Clock {
  now(): number;
  /** call in the next animation frame */
  frame(call: () => void): void;
  /** call after some time */
  later(call: () => void, delayMs: number): void;
}

export interface Client {
  redraw(): void;
}

/**
 * Spreads the redraws of charts: at most one chart in an animation frame, each at most once in `gapMs`, the one that waited longest
 * first. Charts out of sight don't ask.
 */
export function createScheduler(clock: Clock, gapMs: number) {
  const waiting = new Set<Client>();
  const last = new WeakMap<Client, number>();
  let booked = false;

  const dueAt = (client: Client) => (last.get(client) ?? Number.NEGATIVE_INFINITY) + gapMs;
  const book = () => {
    if (booked || waiting.size === 0) return;
    booked = true;
    const earliest = Math.min(...[...waiting].map(dueAt));
    const wait = earliest - clock.now();
    if (wait > 0) clock.later(() => clock.frame(turn), wait);
    else clock.frame(turn);
  };
  const turn = () => {
    booked = false;
    const now = clock.now();
    const next = [...waiting].filter((client) => dueAt(client) <= now).sort((a, b) => dueAt(a) - dueAt(b))[0];
    if (next) {
      waiting.delete(next);
      last.set(next, now);
      next.redraw();
    }
    book();
  };

  return {
    ask(client: Client) {
      waiting.add(client);
      book();
    },
    forget(client: Client) {
      waiting.delete(client);
    },
  };
}

const CHART_GAP_MS = 250;

/** The browser's own. What is drawn comes behind the frame, in a task of its own: the panes and the controls have theirs. */
export const pageClock: Clock = {
  now: () => performance.now(),
  frame: (call) => requestAnimationFrame(() => setTimeout(call)),
  later: (call, delayMs) => setTimeout(call, delayMs),
};

export const chartScheduler = createScheduler(pageClock, CHART_GAP_MS);
