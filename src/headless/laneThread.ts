import { parentPort } from 'node:worker_threads';
import { EngineError, messageOf } from '../engine/errors';
import { run } from '../engine/run';
import type { FromThread, ToThread } from './crew';
import { createNodeHost } from './nodeHost';

/** A thread that computes lanes of one experiment after another; whoever wants no more ends it. */
const post = (message: FromThread) => parentPort?.postMessage(message);
let last: Promise<void> = Promise.resolve();

async function compute({ jobId, experiment, replicates, lanes, noise }: ToThread): Promise<void> {
  try {
    for await (const event of run(experiment, createNodeHost(experiment.backend), { replicates, lanes, noise })) {
      if (event.type === 'generation') post({ type: 'generation', jobId, generation: event.generation, lanes: event.lanes });
      if (event.type === 'noise') post({ type: 'noise', jobId, noise: event.noise });
    }
    post({ type: 'ended', jobId });
  } catch (error) {
    post({ type: 'failed', jobId, code: error instanceof EngineError ? error.code : null, message: messageOf(error) });
  }
}

parentPort?.on('message', (message: ToThread) => {
  last = last.then(() => compute(message));
});
