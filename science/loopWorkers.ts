import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { costOf, type LoopRun, type Observed } from './loopSimulation';

/**
 * Simulates all runs, one process a core (threads of Node 20 would not know how to load TypeScript), each taking the next run when it is
 * done. Every run's numbers hang on its own seed alone, so neither the number of processes nor their pace changes anything.
 * @param done called after every run, with its place in `runs`
 */
export async function simulateAll(runs: readonly LoopRun[], done: (at: number, seconds: number) => void): Promise<Observed[][]> {
  const results: Observed[][] = runs.map(() => []);
  // the longest first, so that no core is left with one at the end
  const queue = runs.map((_, at) => at).sort((a, b) => runs[b].replicates * costOf(runs[b]) - runs[a].replicates * costOf(runs[a]));
  const workers = Array.from({ length: Math.min(queue.length, availableParallelism()) }, () =>
    fork(fileURLToPath(new URL('./loopWorker.ts', import.meta.url)), { serialization: 'advanced' }),
  );
  const work = async (worker: ChildProcess) => {
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      const start = performance.now();
      results[at] = await ask(worker, runs[at]);
      done(at, (performance.now() - start) / 1000);
    }
  };
  try {
    await Promise.all(workers.map(work));
  } finally {
    for (const worker of workers) worker.kill();
  }
  return results;
}

function ask(worker: ChildProcess, loopRun: LoopRun): Promise<Observed[]> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a worker ended with ${code} at ${JSON.stringify(loopRun.keys)}`));
    worker.once('exit', ended);
    worker.once('message', (observed) => {
      worker.off('exit', ended);
      resolve(observed as Observed[]);
    });
    worker.send(loopRun);
  });
}
