import type { FromWorker } from '../protocol/messages';

/**
 * Looks are counted, not time: a page that is asleep, hidden or held in a debugger looks seldom or never, and a worker that nobody
 * listened to is not dead.
 */
const LOOK_MS = 500;
/** 3 s: said. */
const SLOW_LOOKS = 6;
/** 10 s: ended. */
const DEAD_LOOKS = 20;
/** 60 s: for work that was announced because it cannot breathe, and for loading the engine. */
const LONG_LOOKS = 120;

/** Phases in which a worker may not be able to answer: starting tfjs and WebAssembly, asking for a GPU, compiling its shaders. */
const BREATHLESS: readonly string[] = ['warm-up', 'start', 'shaders'];

export interface HealthEvents {
  ping(): void;
  /** Said for as long as it lasts: the worker has not answered for 3 s. */
  slow(isSlow: boolean): void;
  dead(reason: string): void;
  /** One look went by in which the worker could have acted. */
  looked(): void;
}

/** Watches one worker: anything that it says is a sign of life; where it says nothing it is asked. */
export function createHealth({ ping, slow, dead, looked }: HealthEvents, isSeen: () => boolean) {
  let silent = 0;
  let isSlow = false;
  let isLoading = true;
  let isBreathless = false;

  function say(now: boolean): void {
    if (isSlow === now) return;
    isSlow = now;
    slow(now);
  }

  function look(): void {
    if (!isSeen()) {
      silent = 0;
      return say(false);
    }
    if (silent++ === 0) ping();
    if (isLoading || isBreathless) {
      if (silent > LONG_LOOKS) dead(isLoading ? 'could not be loaded within 60 s' : 'gave no sign of life for 60 s');
      return;
    }
    if (silent > DEAD_LOOKS) return dead('gave no sign of life for 10 s');
    if (silent > SLOW_LOOKS) say(true);
    looked();
  }

  const timer = setInterval(look, LOOK_MS);
  return {
    heard(message: FromWorker): void {
      silent = 0;
      isLoading = false;
      // whatever a run says ends what it had announced; an answer to a ping may come from the middle of it
      if (message.type === 'progress' || message.type === 'starting') isBreathless = BREATHLESS.includes(message.phase);
      else if ('runId' in message || message.type === 'scored' || message.type === 'cell') isBreathless = false;
      say(false);
    },
    end(): void {
      clearInterval(timer);
      say(false);
    },
  };
}
