import { baseUrl, loadFile, startWorker } from '#engineHome';
import type { FromWorker, ToWorker } from '../protocol/messages';
import { areLanesOf, isFromWorker } from './engineGuard';
import { createHealth } from './engineHealth';

/** Looks at an engine that answers (3 s) after which a run that was called off must have given way, or its worker is replaced. */
const LEAVE_LOOKS = 6;

const NOT_LOADED = 'The engine could not be loaded. The connection may be gone, or something here blocks it; Run tries again.';
const NEEDS = 'Something here may block it, or the browser is too old: Chrome and Edge from 106 on, Safari from 16.4 and Firefox from 115 will do.';

export interface EngineClient {
  send(message: ToWorker): void;
  /** Ends the worker, and with it all that it computes; the next message starts a new one. */
  end(): void;
}

type RunMessage = Extract<ToWorker, { type: 'run' }>;
type GenerationMessage = Extract<FromWorker, { type: 'generation' }>;
type PreviewMessage = Extract<ToWorker, { type: 'preview' }>;
type NearestMessage = Extract<ToWorker, { type: 'nearest' }>;

export interface EngineEvents {
  message(message: FromWorker): void;
  /** It has not answered for 3 s; false as soon as it does. */
  slow(isSlow: boolean): void;
  /** The worker broke down and is ended, or could not even start (`no-engine`): why, as a sentence. */
  died(reason: string, code: 'worker-died' | 'no-engine'): void;
}

/** The page's only way to the engine: starts the worker at the first message, watches that it lives, replaces it when it does not give way. */
export function createEngineClient(events: EngineEvents, startEngine = startWorker): EngineClient {
  let worker: Worker | null = null;
  let health: ReturnType<typeof createHealth> | null = null;
  /** what a worker that replaces this one has to be asked again; `computed`: the generation that came last, null before any */
  let activeRun: { readonly asked: RunMessage; readonly computed: number | null } | null = null;
  let openPreview: PreviewMessage | null = null;
  let openNearest: NearestMessage | null = null;
  /** the run that was called off and has not given way yet, and how long it has had for that */
  let leaving: { readonly runId: number; looks: number } | null = null;

  function start(): Worker {
    const fresh = startEngine();
    let heard = false;
    fresh.onmessage = ({ data }: MessageEvent<unknown>) => {
      heard = true;
      if (fresh === worker) receive(data);
    };
    fresh.onerror = (event) => {
      event.preventDefault();
      if (fresh !== worker) return;
      if (heard) die(`stopped working (${event.message || 'an error without a name'})`);
      else failToStart(event.message);
    };
    // as a property it is not known to every browser
    fresh.addEventListener('messageerror', () => {
      if (fresh === worker) die('sent a message that could not be read');
    });
    fresh.postMessage({ type: 'open', baseUrl: baseUrl() } satisfies ToWorker);
    health = createHealth(
      { ping: () => worker?.postMessage({ type: 'ping' } satisfies ToWorker), slow: events.slow, dead: die, looked: waitForLeave },
      () => document.visibilityState === 'visible',
    );
    return fresh;
  }

  async function give(to: Worker, path: string): Promise<void> {
    const answer = await loadFile(path).then(
      (file) => ({ ...file, problem: '' }),
      (error: unknown) => ({ text: null, address: null, problem: error instanceof Error ? error.message : String(error) }),
    );
    to.postMessage({ type: 'file', path, ...answer } satisfies ToWorker);
  }

  function receive(data: unknown): void {
    if (!isFromWorker(data) || (data.type === 'generation' && !isNext(data))) return die('said something that this page does not understand');
    health?.heard(data);
    switch (data.type) {
      case 'pong':
        return;
      case 'crashed':
        return die(`stopped working (${data.message})`);
      case 'wanted':
        if (worker) void give(worker, data.path);
        return;
      case 'generation':
        if (activeRun?.asked.runId === data.runId) activeRun = { ...activeRun, computed: data.generation };
        break;
      case 'cancelled':
      case 'ended':
      case 'failed':
        if (data.runId === leaving?.runId) leaving = null;
        if (data.runId === activeRun?.asked.runId) activeRun = null;
        break;
      case 'preview':
      case 'previewFailed':
        if (data.previewId === openPreview?.previewId) openPreview = null;
        break;
      case 'nearest':
      case 'nearestFailed':
        if (data.requestId === openNearest?.requestId) openNearest = null;
        break;
    }
    events.message(data);
    // a worker remembers a part that did not come, and would not ask for it again
    if (data.type === 'failed' && data.code === 'asset-missing') replace();
  }

  /** Generations come whole and without a gap. The first may be an early one: a worker computes again what it has not kept. */
  function isNext({ runId, generation, lanes }: GenerationMessage): boolean {
    if (activeRun?.asked.runId !== runId) return true;
    const { asked, computed } = activeRun;
    const isInOrder = computed === null ? generation >= 1 && generation <= asked.job.from + 1 : generation === computed + 1;
    return isInOrder && generation <= asked.job.experiment.generations && areLanesOf(asked.job, lanes);
  }

  function end(): void {
    worker?.terminate();
    health?.end();
    worker = null;
    health = null;
    activeRun = null;
    openPreview = null;
    openNearest = null;
    leaving = null;
  }

  function die(reason: string): void {
    end();
    events.died(`The engine ${reason}.`, 'worker-died');
  }

  /** @param why what the browser says; '' where it says nothing */
  function failToStart(why: string): void {
    end();
    events.died(why === '' ? NOT_LOADED : `The engine could not be started (${why}). ${NEEDS}`, 'no-engine');
  }

  /** The run that was called off has `LEAVE_LOOKS` to give way; then its worker is replaced, and asked again what it had not answered. */
  function waitForLeave(): void {
    if (leaving && ++leaving.looks > LEAVE_LOOKS) replace();
  }

  function replace(): void {
    const unanswered = [openPreview, activeRun?.asked, openNearest];
    end();
    for (const message of unanswered) if (message) send(message);
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
        if (activeRun) leaving = { runId: activeRun.asked.runId, looks: 0 };
        activeRun = { asked: message, computed: null };
        break;
      case 'allow':
        if (activeRun?.asked.runId === message.runId) {
          const { runId, job } = activeRun.asked;
          const upTo = Math.max(job.upTo, message.upTo);
          activeRun = { ...activeRun, asked: { type: 'run', runId, job: { ...job, upTo } } };
        }
        break;
      case 'cancel':
        if (activeRun?.asked.runId === message.runId) {
          leaving = { runId: message.runId, looks: 0 };
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

  return { send, end };
}
