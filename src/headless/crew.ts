import { Worker } from 'node:worker_threads';
import { type Block, inOrder, type LaneName, laneNames, sharesOf } from '../engine/blocks';
import { EngineError, type EngineErrorCode } from '../engine/errors';
import type { Experiment } from '../engine/experiment';
import type { LaneResult, NoiseFloor } from '../engine/results';

/** Lanes of an experiment, as `run` takes them. */
export interface ToThread {
  readonly jobId: number;
  readonly experiment: Experiment;
  readonly replicates: Block;
  readonly lanes: readonly LaneName[];
  readonly noise: boolean;
}

export type FromThread =
  | { readonly type: 'generation'; readonly jobId: number; readonly generation: number; readonly lanes: readonly LaneResult[] }
  | { readonly type: 'noise'; readonly jobId: number; readonly noise: NoiseFloor }
  | { readonly type: 'ended'; readonly jobId: number }
  | { readonly type: 'failed'; readonly jobId: number; readonly code: EngineErrorCode | null; readonly message: string };

/** What comes of a run: the same as of one in this thread, without its progress and models. */
export type Result =
  | { readonly type: 'generation'; readonly generation: number; readonly lanes: readonly LaneResult[] }
  | { readonly type: 'noise'; readonly noise: NoiseFloor };

export interface Crew {
  run(experiment: Experiment, replicates: Block, noise: boolean): AsyncGenerator<Result, void>;
  end(): void;
}

const start = () => new Worker(new URL('./laneThread.mjs', import.meta.url));

/** Ends a thread; what it may still say is of no interest. */
function dismiss(thread: Worker | undefined): void {
  thread?.removeAllListeners();
  thread?.on('error', () => undefined);
  void thread?.terminate();
}

/** What several senders say, one after another for one who listens. */
function createQueue<Item>() {
  const waiting: Item[] = [];
  let wake = () => {};
  return {
    put(item: Item): void {
      waiting.push(item);
      wake();
    },
    async next(): Promise<Item> {
      for (;;) {
        const item = waiting.shift();
        if (item !== undefined) return item;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/**
 * So many threads that share out the lanes of a run: its numbers are those of one thread. A thread that dies costs its share, which is computed
 * again once.
 */
export function createCrew(size: number, startThread = start): Crew {
  const threads: (Worker | undefined)[] = [];
  let jobId = 0;

  return {
    async *run(experiment, replicates, noise) {
      const id = ++jobId;
      const order = laneNames(experiment.loop, replicates);
      const shares = sharesOf(order, size);
      const queue = createQueue<{ readonly at: number; readonly message: FromThread | { readonly type: 'died'; readonly why: string } }>();
      const parts = new Map<number, (readonly LaneResult[])[]>();
      const redone = new Set<number>();
      let told = 0;
      let over = 0;

      const begin = (at: number) => {
        const thread = threads[at] ?? startThread();
        threads[at] = thread;
        thread.removeAllListeners();
        thread.on('message', (message: FromThread) => queue.put({ at, message }));
        let isDead = false;
        const die = (why: string) => {
          if (!isDead) queue.put({ at, message: { type: 'died', why } });
          isDead = true;
        };
        thread.on('error', (error) => die(error instanceof Error ? error.message : String(error)));
        thread.on('exit', (code) => die(`it ended with code ${code}`));
        // the noise floor is measured by the one with the fewest lanes
        const job: ToThread = { jobId: id, experiment, replicates, lanes: shares[at], noise: noise && at === shares.length - 1 };
        thread.postMessage(job);
      };

      for (const at of shares.keys()) begin(at);
      while (over < shares.length) {
        const { at, message } = await queue.next();
        switch (message.type) {
          case 'generation': {
            // of a share that is computed again
            if (message.generation <= told) break;
            const ofGeneration = parts.get(message.generation) ?? [];
            parts.set(message.generation, ofGeneration);
            ofGeneration[at] = message.lanes;
            for (let whole = parts.get(told + 1); whole && shares.every((_, share) => whole?.[share]); whole = parts.get(told + 1)) {
              parts.delete(++told);
              yield { type: 'generation', generation: told, lanes: inOrder(order, whole.flat()) };
            }
            break;
          }
          case 'noise':
            yield message;
            break;
          case 'ended':
            over++;
            break;
          case 'failed':
            throw message.code === null ? new Error(message.message) : new EngineError(message.code, message.message);
          case 'died':
            dismiss(threads[at]);
            threads[at] = undefined;
            if (redone.has(at)) throw new Error(`A worker died twice: ${message.why}`);
            redone.add(at);
            begin(at);
            break;
        }
      }
    },
    end() {
      for (const thread of threads) dismiss(thread);
      threads.length = 0;
    },
  };
}
