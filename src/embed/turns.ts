import { createAllowance } from './allowance';

const NAMESPACE = 'mad-lab-turn';
const VERSION = 1;

type TurnMessage = { readonly type: 'asking' | 'training'; readonly rank: number } | { readonly type: 'resting' };

/** `reader`: a click, which takes the turn; `polite`: starts by itself, when nobody else trains. */
export type Manner = 'reader' | 'polite';

export interface Turns {
  /** True once this embed may train; false if it was given up before that, by `rest` or another claim. */
  claim(manner: Manner): Promise<boolean>;
  /** This embed does not train any more, nor wait for it. */
  rest(): void;
  close(): void;
}

interface TurnsOptions {
  readonly window: Pick<Window, 'parent' | 'addEventListener' | 'removeEventListener' | 'setTimeout' | 'clearTimeout'>;
  /** uniform in [0, 1) */
  readonly random: () => number;
  /** milliseconds since 1970, the same clock in all frames */
  readonly now: () => number;
  /** Another embed has the turn: pause. */
  readonly onYield: () => void;
  /** The embed that had the turn rests: of interest to one that yielded. */
  readonly onFree?: () => void;
}

const MOST_FRAMES = 256;
/** How far the clocks of two processes may be apart. */
const MOST_AHEAD_MS = 10_000;
const LISTEN_MS = 200;
/** A frame that was removed says no goodbye. */
const ASK_AGAIN_MS = 4000;
const MESSAGES_PER_SECOND = 40;

/**
 * At most one embed of a page trains. The frames, which may have opaque origins and no storage, and whose host may have no script of
 * ours, talk through `parent.frames`. A rank decides: the time of the reader's click, so that the newest click wins, or below all
 * those a number in (0, 1) drawn by each that starts by itself. All that a message can do is to make a frame pause or wait.
 */
export function createTurns({ window, random, now, onYield, onFree }: TurnsOptions): Turns {
  const { parent } = window;
  const alone = (parent as unknown) === window;
  const allowances = new WeakMap<object, ReturnType<typeof createAllowance>>();
  let status: 'resting' | 'asking' | 'waiting' | 'training' | 'yielded' = 'resting';
  let rank = 0;
  let timer = 0;
  let settle: (granted: boolean) => void = () => {};

  function siblings(): Window[] {
    const count = Math.min(parent.length, MOST_FRAMES);
    return Array.from({ length: count }, (_, i) => parent[i] as Window).filter((frame) => (frame as unknown) !== window);
  }

  const tell = (frame: Window, message: TurnMessage) => frame.postMessage({ ns: NAMESPACE, v: VERSION, ...message }, '*');
  const tellAll = (message: TurnMessage) => {
    for (const frame of siblings()) tell(frame, message);
  };

  function later(ms: number, then: () => void): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(then, ms);
  }

  function train(): void {
    window.clearTimeout(timer);
    status = 'training';
    tellAll({ type: 'training', rank });
    settle(true);
  }

  function ask(): void {
    status = 'asking';
    tellAll({ type: 'asking', rank });
    later(LISTEN_MS * (1 + random()), train);
  }

  function wait(): void {
    status = 'waiting';
    later(ASK_AGAIN_MS * (1 + random()), ask);
  }

  function leave(): void {
    window.clearTimeout(timer);
    const had = status === 'training';
    status = 'resting';
    settle(false);
    if (had) tellAll({ type: 'resting' });
  }

  /** The page may come back from the browser's memory: by then another may train. */
  function hide(): void {
    if (status === 'training') onYield();
    leave();
  }

  function hear(from: Window, message: TurnMessage): void {
    if (message.type === 'resting') {
      if (status === 'waiting') ask();
      else if (status === 'yielded') onFree?.();
      return;
    }
    const theirs = message.rank;
    if (status === 'training') {
      if (message.type === 'asking' || theirs < rank) return tell(from, { type: 'training', rank });
      status = 'yielded';
      return onYield();
    }
    if (status !== 'asking') return;
    if (message.type === 'training' || theirs >= rank) wait();
    else tell(from, { type: 'asking', rank });
  }

  function listen({ source, data }: MessageEvent): void {
    if (source === null || !siblings().includes(source as Window)) return;
    const allowance = allowances.get(source) ?? createAllowance(MESSAGES_PER_SECOND, MESSAGES_PER_SECOND, now);
    allowances.set(source, allowance);
    if (!allowance.take()) return;
    const message = readTurn(data, now());
    if (message) hear(source as Window, message);
  }

  if (!alone) {
    window.addEventListener('message', listen);
    window.addEventListener('pagehide', hide);
  }
  return {
    claim(manner) {
      settle(false);
      const granted = new Promise<boolean>((resolve) => {
        settle = resolve;
      });
      // the fraction parts two clicks of one millisecond
      if (status !== 'training' || manner === 'reader') rank = manner === 'reader' ? now() + random() : random() || 0.5;
      if (alone || manner === 'reader' || status === 'training') train();
      else ask();
      return granted;
    },
    rest: leave,
    close() {
      leave();
      window.removeEventListener('message', listen);
      window.removeEventListener('pagehide', hide);
    },
  };
}

/** A sibling's message, if it is one: nothing but a known type and a rank of our time. */
function readTurn(data: unknown, time: number): TurnMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { ns, v, type, rank } = data as Record<string, unknown>;
  if (ns !== NAMESPACE || v !== VERSION) return null;
  if (type === 'resting') return { type };
  if ((type !== 'asking' && type !== 'training') || typeof rank !== 'number') return null;
  return rank > 0 && rank < time + MOST_AHEAD_MS ? { type, rank } : null;
}
