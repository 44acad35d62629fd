import { Worker } from 'node:worker_threads';
import type { Block, LaneName } from '../engine/blocks';
import type { EngineErrorCode } from '../engine/errors';
import { EngineError } from '../engine/errors';
import type { Experiment } from '../engine/experiment';
import type { LaneResult, NoiseFloor } from '../engine/results';
import type { Cell, CellValue, SweepPlan } from '../engine/sweepPlan';

/** What a thread is asked for: lanes of an experiment, as `run` takes them, or a cell of a map. */
export type ThreadJob =
  | {
      readonly type: 'lanes';
      readonly experiment: Experiment;
      readonly replicates: Block;
      readonly lanes: readonly LaneName[];
      readonly noise: boolean;
    }
  | { readonly type: 'cell'; readonly plan: SweepPlan; readonly cell: Cell };

export type FromThread =
  | { readonly type: 'generation'; readonly generation: number; readonly lanes: readonly LaneResult[] }
  | { readonly type: 'noise'; readonly noise: NoiseFloor }
  | { readonly type: 'cell'; readonly values: readonly CellValue[] }
  | { readonly type: 'ended' }
  | { readonly type: 'failed'; readonly code: EngineErrorCode | null; readonly message: string };

/** That of a thread, or that there is none any more. */
export type Heard = FromThread | { readonly type: 'died'; readonly why: string };

export type StartThread = () => Worker;

export const startThread: StartThread = () => new Worker(new URL('./engineThread.mjs', import.meta.url));

/** Gives a thread a job, and hears what comes of it in the place of whoever heard it before. */
export function give(thread: Worker, job: ThreadJob, hear: (message: Heard) => void): void {
  let isDead = false;
  const die = (why: string) => {
    if (!isDead) hear({ type: 'died', why });
    isDead = true;
  };
  thread.removeAllListeners();
  thread.on('message', hear);
  thread.on('error', (error) => die(error instanceof Error ? error.message : String(error)));
  thread.on('exit', (code) => die(`it ended with code ${code}`));
  thread.postMessage(job);
}

/** Ends a thread; what it may still say is of no interest. */
export function dismiss(thread: Worker | undefined): void {
  thread?.removeAllListeners();
  thread?.on('error', () => undefined);
  void thread?.terminate();
}

export const errorOf = ({ code, message }: Extract<FromThread, { type: 'failed' }>): Error =>
  code === null ? new Error(message) : new EngineError(code, message);

/** What several senders say, one after another for one who listens. */
export function createQueue<Item>() {
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
