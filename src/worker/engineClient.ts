import { baseUrl, loadFile, startWorker } from '#engineHome';
import type { FromWorker, ToWorker } from '../protocol/messages';

/** A run that was called off must say so within this time, or its worker is replaced. */
const CANCEL_MS = 2000;
const PING_MS = 4000;
/** Silence after a ping that means the worker is dead: well above the longest shader compilation seen. */
const SILENCE_MS = 20000;

const NOT_LOADED = 'The engine could not be loaded. The connection may be gone, or something here blocks it; Run tries again.';
const NEEDS = 'Something here may block it, or the browser is too old: Chrome and Edge from 106 on, Safari from 16.4 and Firefox from 115 will do.';

export interface EngineClient {
  send(message: ToWorker): void;
}

type RunMessage = Extract<ToWorker, { type: 'run' }>;
type PreviewMessage = Extract<ToWorker, { type: 'preview' }>;
type NearestMessage = Extract<ToWorker, { type: 'nearest' }>;

export interface EngineEvents {
  message(message: FromWorker): void;
  /** The worker broke down, with what it said last; or it never started (`no-engine`), with a sentence that says so. */
  died(reason: string, code: 'worker-died' | 'no-engine'): void;
}

/** The page's only way to the engine: starts the worker at the first message, watches that it lives, replaces it when it does not give way. */
export function createEngineClient(events: EngineEvents): EngineClient {
  let worker: Worker | null = null;
  /** what a worker that replaces this one has to be asked again */
  let activeRun: RunMessage | null = null;
  let openPreview: PreviewMessage | null = null;
  let openNearest: NearestMessage | null = null;
  /** the run that was called off and has not given way yet */
  let leaving = { runId: 0, timer: undefined as ReturnType<typeof setTimeout> | undefined };
  let pingTimer: ReturnType<typeof setInterval> | undefined;
  let pingedAt = 0;

  function start(): Worker {
    const fresh = startWorker();
    let heard = false;
    fresh.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      heard = true;
      if (data.type === 'wanted') void give(fresh, data.path);
      else receive(data);
    };
    fresh.onerror = (event) => {
      event.preventDefault();
      if (heard) die(event.message || 'an error without a name');
      else failToStart(event.message);
    };
    fresh.onmessageerror = () => die('A message of the engine could not be read.');
    fresh.postMessage({ type: 'open', baseUrl: baseUrl() } satisfies ToWorker);
    pingedAt = 0;
    pingTimer = setInterval(watch, PING_MS);
    return fresh;
  }

  async function give(to: Worker, path: string): Promise<void> {
    const answer = await loadFile(path).then(
      (text) => ({ text, problem: '' }),
      (error: unknown) => ({ text: null, problem: error instanceof Error ? error.message : String(error) }),
    );
    to.postMessage({ type: 'file', path, ...answer } satisfies ToWorker);
  }

  function receive(message: Exclude<FromWorker, { type: 'wanted' }>): void {
    pingedAt = 0;
    if (message.type === 'cancelled' || message.type === 'ended' || message.type === 'failed') {
      if (message.runId === leaving.runId) clearTimeout(leaving.timer);
      if (message.runId === activeRun?.runId) activeRun = null;
    }
    if ((message.type === 'preview' || message.type === 'previewFailed') && message.previewId === openPreview?.previewId) openPreview = null;
    if ((message.type === 'nearest' || message.type === 'nearestFailed') && message.requestId === openNearest?.requestId) openNearest = null;
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
    openPreview = null;
    openNearest = null;
    clearInterval(pingTimer);
    clearTimeout(leaving.timer);
  }

  function die(reason: string): void {
    stop();
    events.died(reason, 'worker-died');
  }

  /** @param why what the browser says; '' where it says nothing */
  function failToStart(why: string): void {
    stop();
    events.died(why === '' ? NOT_LOADED : `The engine could not be started (${why}). ${NEEDS}`, 'no-engine');
  }

  /** The run has `CANCEL_MS` to give way; then its worker is replaced, and asked again what it had not answered. */
  function expectLeave(runId: number): void {
    clearTimeout(leaving.timer);
    const timer = setTimeout(() => {
      const unanswered = [openPreview, activeRun, openNearest];
      stop();
      for (const message of unanswered) if (message) send(message);
    }, CANCEL_MS);
    leaving = { runId, timer };
  }

  function send(message: ToWorker): void {
    try {
      worker ??= start();
    } catch (error) {
      // later: whoever sends goes on first
      queueMicrotask(() => failToStart(error instanceof Error ? error.message : String(error)));
      return;
    }
    switch (message.type) {
      case 'run':
        if (activeRun) expectLeave(activeRun.runId);
        activeRun = message;
        break;
      case 'allow':
        if (activeRun?.runId === message.runId) activeRun = { ...activeRun, upTo: Math.max(activeRun.upTo, message.upTo) };
        break;
      case 'cancel':
        if (activeRun?.runId === message.runId) {
          expectLeave(message.runId);
          activeRun = null;
        }
        break;
      case 'preview':
        openPreview = message;
        break;
      case 'nearest':
        openNearest = message;
        break;
      case 'forgetNearest':
        openNearest = null;
        break;
    }
    worker.postMessage(message);
  }

  return { send };
}
