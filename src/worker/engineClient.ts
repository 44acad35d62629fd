import { baseUrl, loadFile, startWorker } from '#engineHome';
import type { FromWorker, ToWorker } from '../protocol/messages';
import { isFromWorker } from './engineGuard';
import { createHealth } from './engineHealth';
import { createQuestions } from './engineQuestions';

const NOT_LOADED = 'The engine could not be loaded. The connection may be gone, or something here blocks it; Run tries again.';
const NEEDS = 'Something here may block it, or the browser is too old: Chrome and Edge from 106 on, Safari from 16.4 and Firefox from 115 will do.';

export interface EngineClient {
  send(message: ToWorker): void;
  /** Ends the worker, and with it all that it computes; the next message starts a new one. */
  end(): void;
}

export interface EngineEvents {
  message(message: FromWorker): void;
  /** It has not answered for 3 s; false as soon as it does. */
  slow(isSlow: boolean): void;
  /** The worker broke down and is ended, or could not even start (`no-engine`): why, as a sentence. */
  died(reason: string, code: 'worker-died' | 'no-engine'): void;
}

/** Gives a worker the file that it wants, or says why it can't be had. */
async function give(to: Worker, path: string): Promise<void> {
  const answer = await loadFile(path).then(
    (file) => ({ ...file, problem: '' }),
    (error: unknown) => ({ text: null, address: null, problem: error instanceof Error ? error.message : String(error) }),
  );
  to.postMessage({ type: 'file', path, ...answer } satisfies ToWorker);
}

interface Listener {
  /** false once another worker has taken its place: what it says still is past */
  isNeeded(): boolean;
  receive(data: unknown): void;
  die(reason: string): void;
  failToStart(why: string): void;
}

function listenTo(worker: Worker, { isNeeded, receive, die, failToStart }: Listener): void {
  let heard = false;
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    heard = true;
    if (isNeeded()) receive(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    if (!isNeeded()) return;
    if (heard) die(`stopped working (${event.message || 'an error without a name'})`);
    else failToStart(event.message);
  };
  // as a property it is not known to every browser
  worker.addEventListener('messageerror', () => {
    if (isNeeded()) die('sent a message that could not be read');
  });
}

/** The page's only way to the engine: starts the worker at the first message, watches that it lives, replaces it when it does not give way. */
export function createEngineClient(events: EngineEvents, startEngine = startWorker): EngineClient {
  let worker: Worker | null = null;
  let health: ReturnType<typeof createHealth> | null = null;
  /** what a worker that replaces this one has to be asked again */
  let questions = createQuestions();

  function start(): Worker {
    const fresh = startEngine();
    listenTo(fresh, { isNeeded: () => fresh === worker, receive, die, failToStart });
    fresh.postMessage({ type: 'open', baseUrl: baseUrl() } satisfies ToWorker);
    health = createHealth(
      { ping: () => worker?.postMessage({ type: 'ping' } satisfies ToWorker), slow: events.slow, dead: die, looked: waitForLeave },
      () => document.visibilityState === 'visible',
    );
    return fresh;
  }

  function receive(data: unknown): void {
    if (!isFromWorker(data) || !questions.expects(data)) return die('said something that this page does not understand');
    health?.heard(data);
    switch (data.type) {
      case 'pong':
        return;
      case 'crashed':
        return die(`stopped working (${data.message})`);
      case 'wanted':
        if (worker) void give(worker, data.path);
        return;
    }
    questions.hear(data);
    events.message(data);
    // a worker remembers a part that did not come, and would not ask for it again
    if (data.type === 'failed' && data.code === 'asset-missing') replace();
  }

  function end(): void {
    worker?.terminate();
    health?.end();
    worker = null;
    health = null;
    questions = createQuestions();
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

  /** A run that was called off and does not give way takes its worker along. */
  function waitForLeave(): void {
    if (questions.isHeldUp()) replace();
  }

  function replace(): void {
    const unanswered = questions.open();
    end();
    for (const question of unanswered) send(question);
  }

  function send(message: ToWorker): void {
    try {
      worker ??= start();
    } catch (error) {
      // later: whoever sends goes on first
      queueMicrotask(() => failToStart(error instanceof Error ? error.message : String(error)));
      return;
    }
    questions.ask(message);
    worker.postMessage(message);
  }

  return { send, end };
}
