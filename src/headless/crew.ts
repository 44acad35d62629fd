import type { Worker } from 'node:worker_threads';
import { type Block, createGathering, inOrder, laneNames, sharesOf } from '../engine/blocks';
import type { Experiment } from '../engine/experiment';
import type { LaneResult, NoiseFloor } from '../engine/results';
import type { Cell, CellValue, SweepPlan } from '../engine/sweepPlan';
import { createQueue, dismiss, errorOf, give, type Heard, startThread, type ThreadJob } from './threads';

/** What comes of a run: the same as of one in this thread, without its progress and models. */
export type Result =
  | { readonly type: 'generation'; readonly generation: number; readonly lanes: readonly LaneResult[] }
  | { readonly type: 'noise'; readonly noise: NoiseFloor };

export interface Crew {
  run(experiment: Experiment, replicates: Block, noise: boolean): AsyncGenerator<Result, void>;
  /** Cell by cell, in this order, whichever is done first. */
  cells(plan: SweepPlan, cells: readonly Cell[]): AsyncGenerator<readonly CellValue[], void>;
  end(): void;
}

/** How many cells may be done before the one that is due, for each thread: they are held until then. */
const AHEAD = 8;

/**
 * So many threads that share work out: the lanes of a run, the cells of a map. The numbers are those of one thread. A thread that dies costs what
 * it was at, which is computed again once.
 */
export function createCrew(size: number, start = startThread): Crew {
  const threads: (Worker | undefined)[] = [];

  /** Has thread `at` do a job, another one if it dies of it, but no third. */
  function assign(at: number, job: ThreadJob, hear: (message: Exclude<Heard, { type: 'died' }>) => void, fail: (why: Error) => void): void {
    const begin = (isAgain: boolean) => {
      const thread = threads[at] ?? start();
      threads[at] = thread;
      give(thread, job, (message) => {
        if (message.type !== 'died') return hear(message);
        dismiss(thread);
        threads[at] = undefined;
        if (isAgain) fail(new Error(`A worker died twice: ${message.why}`));
        else begin(true);
      });
    };
    begin(false);
  }

  return {
    async *run(experiment, replicates, noise) {
      const order = laneNames(experiment.loop, replicates);
      const shares = sharesOf(order, size);
      const queue = createQueue<{ readonly at: number; readonly message: Exclude<Heard, { type: 'died' }> } | Error>();
      const gather = createGathering<readonly LaneResult[]>(shares.length);
      let told = 0;
      let over = 0;
      for (const [at, lanes] of shares.entries()) {
        // the noise floor is measured by the one with the fewest lanes
        const job: ThreadJob = { type: 'lanes', experiment, replicates, lanes, noise: noise && at === shares.length - 1 };
        assign(at, job, (message) => queue.put({ at, message }), queue.put);
      }
      while (over < shares.length) {
        const heard = await queue.next();
        if (heard instanceof Error) throw heard;
        const { at, message } = heard;
        if (message.type === 'failed') throw errorOf(message);
        if (message.type === 'ended') over++;
        if (message.type === 'noise') yield message;
        // what is computed again is told already
        if (message.type !== 'generation' || message.generation <= told) continue;
        const parts = gather(at, message.generation, message.lanes);
        if (!parts) continue;
        told = message.generation;
        yield { type: 'generation', generation: told, lanes: inOrder(order, parts.flat()) };
      }
    },

    async *cells(plan, cells) {
      const queue = createQueue<{ readonly at: number; readonly cell: number; readonly values: readonly CellValue[] } | Error>();
      const done = new Map<number, readonly CellValue[]>();
      const idle: number[] = [];
      let begun = 0;
      let told = 0;
      const next = (at: number) => {
        if (begun === cells.length || begun >= told + AHEAD * size) return void idle.push(at);
        const cell = begun++;
        assign(
          at,
          { type: 'cell', plan, cell: cells[cell] },
          (message) => {
            if (message.type === 'failed') queue.put(errorOf(message));
            if (message.type === 'cell') queue.put({ at, cell, values: message.values });
          },
          queue.put,
        );
      };
      for (let at = 0; at < size; at++) next(at);
      while (told < cells.length) {
        const heard = await queue.next();
        if (heard instanceof Error) throw heard;
        done.set(heard.cell, heard.values);
        next(heard.at);
        for (let values = done.get(told); values; values = done.get(told)) {
          done.delete(told++);
          yield values;
        }
        for (const at of idle.splice(0)) next(at);
      }
    },

    end() {
      for (const thread of threads) dismiss(thread);
      threads.length = 0;
    },
  };
}
