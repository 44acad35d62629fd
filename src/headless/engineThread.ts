import { parentPort } from 'node:worker_threads';
import { EngineError, messageOf } from '../engine/errors';
import { finishAsync } from '../engine/math/steps';
import { run } from '../engine/run';
import { runCell } from '../engine/sweep';
import { createNodeHost } from './nodeHost';
import type { FromThread, ThreadJob } from './threads';

/** A thread that computes one job after another; whoever wants no more ends it. */
const post = (message: FromThread) => parentPort?.postMessage(message);
let last: Promise<void> = Promise.resolve();

async function compute(job: ThreadJob): Promise<void> {
  if (job.type === 'cell') {
    const host = createNodeHost(job.plan.experiment.backend);
    return post({ type: 'cell', values: await finishAsync(runCell(job.plan, job.cell, host)) });
  }
  const { experiment, replicates, lanes, noise } = job;
  for await (const event of run(experiment, createNodeHost(experiment.backend), { replicates, lanes, noise })) {
    if (event.type === 'generation') post({ type: 'generation', generation: event.generation, lanes: event.lanes });
    if (event.type === 'noise') post({ type: 'noise', noise: event.noise });
  }
  post({ type: 'ended' });
}

parentPort?.on('message', (job: ThreadJob) => {
  last = last
    .then(() => compute(job))
    .catch((error: unknown) => post({ type: 'failed', code: error instanceof EngineError ? error.code : null, message: messageOf(error) }));
});
