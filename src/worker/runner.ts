import { RungRefused } from '../backend/browser';
import type { Rung } from '../engine/contracts';
import { EngineError, messageOf } from '../engine/errors';
import { decidersOf } from '../engine/experiment';
import { type KeptGeneration, KeptModels } from '../engine/keptModels';
import { modelsNeeded } from '../engine/recipe';
import { run } from '../engine/run';
import type { Job, NoiseFloor } from '../protocol/messages';
import { createAllowance } from './allowance';
import type { Breathing } from './breathe';
import type { Files } from './files';
import { type Backend, createRunHost } from './host';
import { createReport, type Post } from './report';

/** What a noise floor depends on. */
const noiseKey = decidersOf('floor');

/** Runs jobs, one at a time: a newer one takes the place of the one before. */
export function createRunner(backend: Backend, budget: number, files: Files, breathing: Breathing, post: Post) {
  const { begin, raise, end, isNewest, reaches } = createAllowance();
  const kept = new KeptModels(budget);
  /** The last noise floor, with the keys it depends on: the runs of one experiment share it. */
  let noiseKnown: { readonly of: string; readonly noise: NoiseFloor } | null = null;
  let lastRun: Promise<void> = Promise.resolve();

  async function execute(runId: number, job: Job): Promise<void> {
    if (!isNewest(runId)) return post({ type: 'cancelled', runId });
    // what is not kept is computed again, to the same numbers: all of it in a worker that was started anew
    const behind = kept.backTo(job.from, (behind) => modelsNeeded(job.experiment, behind));
    try {
      await compute(runId, job, behind);
      post({ type: isNewest(runId) ? 'ended' : 'cancelled', runId });
    } catch (error) {
      // with the rung below, which the next choice gives
      if (error instanceof RungRefused && isNewest(runId)) return execute(runId, job);
      if (error instanceof EngineError && error.code === 'backend-lost') await backend.closeTensors().catch(() => undefined);
      post({ type: 'failed', runId, code: error instanceof EngineError ? error.code : 'unknown', message: messageOf(error) });
    }
  }

  /** Until the end, a cancel or a newer run; no generation beyond those allowed. */
  async function compute(runId: number, { experiment, replicates, want }: Job, behind: readonly KeptGeneration[]): Promise<void> {
    const first = (behind.at(-1)?.generation ?? 0) + 1;
    const report = createReport(post, runId, first);
    report.announce('warm-up');
    const choice = await backend.chooseRung(experiment.backend as 'auto' | Rung);
    const host = createRunHost(choice.rung, backend, files, breathing, report.announce);
    const sendBadge = () => report.badge(choice, host.opened()?.tf);
    sendBadge();
    if (!(await reaches(runId, first))) return;
    report.announce('compose');

    const known = noiseKnown?.of === noiseKey(experiment) ? noiseKnown.noise : null;
    if (known && want.includes('noise')) post({ type: 'noise', runId, noise: known });
    const wanted = { replicates, shown: want.includes('shown'), noise: !known && want.includes('noise') };

    report.begin();
    const breath = breathing();
    let fitSeen = false;
    for await (const event of run(experiment, host, { ...wanted, kept: behind, budget })) {
      if (event.type === 'progress') {
        if (event.phase === 'fit' && !fitSeen) {
          fitSeen = true;
          sendBadge();
        }
        report.progress(event);
        await breath();
      } else if (event.type === 'noise') {
        noiseKnown = { of: noiseKey(experiment), noise: event.noise };
        post({ type: 'noise', runId, noise: event.noise });
      } else {
        // after a cancel nobody goes back
        if (want.includes('models') && isNewest(runId)) kept.add(event);
        report.generation(event);
        sendBadge();
        if (event.generation < experiment.generations && !(await reaches(runId, event.generation + 1))) return;
        report.begin();
      }
      if (!isNewest(runId)) return;
    }
  }

  return {
    run(runId: number, job: Job): void {
      begin(runId, job.upTo);
      lastRun = lastRun.then(() => execute(runId, job));
    },
    allow: raise,
    cancel(runId: number): void {
      kept.clear();
      end(runId);
    },
  };
}
