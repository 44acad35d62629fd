import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Does all jobs, one process of `module` a core (threads of Node 20 would not know how to load TypeScript), each taking the next job when
 * it is done. Neither the number of processes nor their pace changes a result.
 * @param done called after every job, with its place in `jobs`
 */
export async function inProcesses<Job extends object, Result>(
  module: URL,
  jobs: readonly Job[],
  done: (at: number, seconds: number) => void,
): Promise<Result[]> {
  const results: Result[] = new Array<Result>(jobs.length);
  const queue = jobs.map((_, at) => at);
  const workers = Array.from({ length: Math.min(jobs.length, availableParallelism()) }, () =>
    fork(fileURLToPath(module), { serialization: 'advanced' }),
  );
  const work = async (worker: ChildProcess) => {
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      const start = performance.now();
      results[at] = await ask<Job, Result>(worker, jobs[at]);
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

function ask<Job extends object, Result>(worker: ChildProcess, job: Job): Promise<Result> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a worker ended with ${code} at ${JSON.stringify(job)}`));
    worker.once('exit', ended);
    worker.once('message', (result) => {
      worker.off('exit', ended);
      resolve(result as Result);
    });
    worker.send(job);
  });
}

/** The other end: a process that answers each job it is sent. A failure ends it; its parent tells. */
export function answerJobs<Job, Result>(work: (job: Job) => Promise<Result>): void {
  process.on('message', (job: Job) => {
    void work(job).then((result) => process.send?.(result));
  });
}
