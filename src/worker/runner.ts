import { RungRefused } from '../backend/browser';
import { lanesOf } from '../engine/blocks';
import type { Rung } from '../engine/contracts';
import { EngineError, messageOf } from '../engine/errors';
import { type KeptGeneration, KeptModels } from '../engine/keptModels';
import { modelsNeeded } from '../engine/recipe';
import { run } from '../engine/run';
import type { Job } from '../protocol/messages';
import { createAllowance } from './allowance';
import type { Breathing } from './breathe';
import type { Files } from './files';
import { type Backend, createRunHost } from './host';
import type { NoiseFloors } from './noiseFloors';
import { createReport, type Post } from './report';

/** What a runner keeps of a run. */
export type KeptOfRun = (runId: number) => Promise<KeptModels | null>;

/** Runs jobs, one at a time: a newer one takes the place of the one before. */
export function createRunner(backend: Backend, budget: number, files: Files, breathing: Breathing, floors: NoiseFloors, post: Post) {
  const { begin, raise, end, isNewest, reaches } = createAllowance();
  const kept = new KeptModels(budget);
  /** whose models these are */
  let keptLanes = '';
  let lastRun: Promise<void> = Promise.resolve();
  /** the newest run: the scores that somebody looks at, and when what is kept is its own */
  let newest: { readonly runId: number; scores: readonly string[]; readonly begun: Promise<void> } | null = null;

  async function execute(runId: number, job: Job, begun: () => void): Promise<void> {
    if (!isNewest(runId)) return post({ type: 'cancelled', runId });
    // what is not kept is computed again, to the same numbers: all of it in a worker that was started anew
    const lanes = lanesOf(job.experiment, job);
    if (JSON.stringify(lanes) !== keptLanes) kept.clear();
    keptLanes = JSON.stringify(lanes);
    const behind = kept.backTo(job.from, (behind) => modelsNeeded(job.experiment, behind));
    // others keep those of the other lanes
    kept.budget = (budget * lanes.length) / (job.experiment.loop.length * job.experiment.replicates);
    begun();
    try {
      await compute(runId, job, behind);
      post({ type: isNewest(runId) ? 'ended' : 'cancelled', runId });
    } catch (error) {
      // with the rung below, which the next choice gives
      if (error instanceof RungRefused && isNewest(runId)) return execute(runId, job, begun);
      if (error instanceof EngineError && error.code === 'backend-lost') await backend.closeTensors().catch(() => undefined);
      post({ type: 'failed', runId, code: error instanceof EngineError ? error.code : 'unknown', message: messageOf(error) });
    }
  }

  /** Until the end, a cancel or a newer run; no generation beyond those allowed. */
  async function compute(runId: number, { experiment, replicates, lanes, want }: Job, behind: readonly KeptGeneration[]): Promise<void> {
    const first = (behind.at(-1)?.generation ?? 0) + 1;
    const report = createReport(post, runId, first);
    report.announce('warm-up');
    const choice = await backend.chooseRung(experiment.backend as 'auto' | Rung);
    const host = createRunHost(choice.rung, backend, files, breathing, report.announce);
    const sendBadge = () => report.badge(choice, host.opened()?.tf);
    sendBadge();
    if (!(await reaches(runId, first))) return;
    report.announce('compose');

    const scores = () => (newest?.runId === runId ? newest.scores : []);
    const known = want.includes('noise') ? floors.known(experiment, scores()) : null;
    if (known) post({ type: 'noise', runId, noise: known });
    const wanted = { replicates, lanes, scores, shown: want.includes('shown'), noise: !known && want.includes('noise') };

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
        floors.add(experiment, event.noise);
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
      let begun = () => {};
      newest = {
        runId,
        scores: job.scores ?? job.experiment.scores,
        begun: new Promise<void>((resolve) => {
          begun = resolve;
        }),
      };
      lastRun = lastRun.then(() => execute(runId, job, begun)).finally(begun);
    },
    /** Says on which rung a run would compute. */
    async choose(wanted: string): Promise<void> {
      createReport(post, 0, 1).badge(await backend.chooseRung(wanted as 'auto' | Rung), undefined);
    },
    allow: raise,
    look(runId: number, scores: readonly string[]): void {
      if (newest?.runId === runId) newest.scores = scores;
    },
    /** The models that are kept of a run; null where it is none of this worker's, or not the newest. */
    async keptOf(runId: number): Promise<KeptModels | null> {
      if (newest?.runId !== runId) return null;
      await newest.begun;
      return newest?.runId === runId ? kept : null;
    },
    cancel(runId: number): void {
      kept.clear();
      if (newest?.runId === runId) newest = null;
      end(runId);
    },
  };
}
