import type { Rung } from '../engine/contracts';
import { EngineError, messageOf } from '../engine/errors';
import { runCell } from '../engine/sweep';
import type { ToWorker } from '../protocol/messages';
import type { Breathing } from './breathe';
import type { Files } from './files';
import { type Backend, createRunHost } from './host';
import type { Post } from './report';

/** Computes cells of a map: whoever asks has nothing else for this worker to do, and ends it where a cell is wanted no more. */
export function createCells(backend: Backend, files: Files, breathing: Breathing, post: Post) {
  return {
    async answer({ requestId, plan, cell }: Extract<ToWorker, { type: 'cell' }>): Promise<void> {
      try {
        const { rung } = await backend.chooseRung(plan.experiment.backend as 'auto' | Rung);
        const host = createRunHost(rung, backend, files, breathing, (phase) => post({ type: 'starting', requestId, phase }));
        const work = runCell(plan, cell, host);
        const breath = breathing();
        for (let step = await work.next(); ; step = await work.next()) {
          if (step.done) return post({ type: 'cell', requestId, values: step.value });
          await breath();
        }
      } catch (error) {
        post({ type: 'cellFailed', requestId, code: error instanceof EngineError ? error.code : 'unknown', message: messageOf(error) });
      }
    },
  };
}
