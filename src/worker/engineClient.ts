import type { FromWorker, ToWorker } from '../protocol/messages';

/** A run that was called off must say so within this time, or its worker is replaced. */
const CANCEL_MS = 2000;
const PING_MS = 4000;
/** Silence after a ping that means the worker is dead: well above the longest shader compilation seen. */
const SILENCE_MS = 20000;

export interface EngineClient {
  send(message: ToWorker): void;
  /** End the worker; the next message starts a new one, with nothing kept. */
  stop(): void;
}

export interface EngineEvents {
  message(message: FromWorker): void;
  /** The worker broke down, with what it said last. */
  died(reason: string): void;
}

/** The page's only way to the engine: starts the worker at the first message, watches that it lives, replaces it when it does not give way. */
export function createEngineClient(events: EngineEvents): EngineClient {
  let worker: Worker | null = null;
  let activeRun: Extract<ToWorker, { type: 'run' }> | null = null;
  let cancelTimer: ReturnType<typeof setTimeout> | undefined;
  let pingTimer: ReturnType<typeof setInterval> | undefined;
  let pingedAt = 0;

  function start(): Worker {
    const fresh = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'mad-lab-engine' });
    fresh.onmessage = ({ data }: MessageEvent<FromWorker>) => receive(data);
    fresh.onerror = (event) => {
      event.preventDefault();
      die(event.message || 'The engine could not be loaded.');
    };
    fresh.onmessageerror = () => die('A message of the engine could not be read.');
    fresh.postMessage({ type: 'open', baseUrl: document.baseURI } satisfies ToWorker);
    pingedAt = 0;
    pingTimer = setInterval(watch, PING_MS);
    return fresh;
  }

  function receive(message: FromWorker): void {
    pingedAt = 0;
    if (message.type === 'cancelled') clearTimeout(cancelTimer);
    if ((message.type === 'ended' || message.type === 'failed') && message.runId === activeRun?.runId) activeRun = null;
    if (message.type !== 'pong') events.message(message);
  }

  function watch(): void {
    if (!activeRun) return;
    const now = performance.now();
    if (pingedAt > 0 && now - pingedAt > SILENCE_MS) return die('The engine stopped answering.');
    if (pingedAt === 0) {
      pingedAt = now;
      worker?.postMessage({ type: 'ping' } satisfies ToWorker);
    }
  }

  function stop(): void {
    worker?.terminate();
    worker = null;
    activeRun = null;
    clearInterval(pingTimer);
    clearTimeout(cancelTimer);
  }

  function die(reason: string): void {
    stop();
    events.died(reason);
  }

  /** The old run has `CANCEL_MS` to give way. */
  function expectCancelled(next: Extract<ToWorker, { type: 'run' }> | null): void {
    clearTimeout(cancelTimer);
    cancelTimer = setTimeout(() => {
      stop();
      if (next) send(next);
    }, CANCEL_MS);
  }

  function send(message: ToWorker): void {
    worker ??= start();
    if (message.type === 'run') {
      if (activeRun) expectCancelled(message);
      activeRun = message;
    } else if (message.type === 'cancel' && activeRun?.runId === message.runId) {
      expectCancelled(null);
      activeRun = null;
    } else if (message.type === 'allow' && activeRun?.runId === message.runId) {
      activeRun = { ...activeRun, upTo: message.upTo };
    }
    worker.postMessage(message);
  }

  return { send, stop };
}
