import type { Rung } from '../engine/contracts';
import { messageOf } from '../engine/errors';
import { scoreAgain } from '../engine/examine';
import type { KeptModels } from '../engine/keptModels';
import { type Laboratory, openLaboratory } from '../engine/laboratory';
import { measureNoise } from '../engine/noiseFloor';
import { modelsNeeded } from '../engine/recipe';
import { run } from '../engine/run';
import type { ToWorker } from '../protocol/messages';
import type { Breathing } from './breathe';
import type { Files } from './files';
import { type Backend, createRunHost } from './host';
import type { NoiseFloors } from './noiseFloors';
import type { Post } from './report';
import type { KeptOfRun } from './runner';

type Question = Extract<ToWorker, { type: 'score' }>;

/** Computes, beside a run, the scores that nobody looked at when its generations were computed. */
export function createScoring(backend: Backend, files: Files, breathing: Breathing, floors: NoiseFloors, keptOf: KeptOfRun, post: Post) {
  /** the question that is being answered; 0 = none */
  let asked = 0;
  /** of the last question: one run is asked for more than once */
  let last: { readonly ofRun: number; readonly lab: Laboratory } | null = null;

  async function open({ requestId, ofRun, experiment, lanes }: Question): Promise<Laboratory> {
    if (last?.ofRun === ofRun) return last.lab;
    const { rung } = await backend.chooseRung(experiment.backend as 'auto' | Rung);
    const host = createRunHost(rung, backend, files, breathing, (phase) => post({ type: 'starting', requestId, phase }));
    last = { ofRun, lab: await openLaboratory(experiment, host, { lanes }) };
    return last.lab;
  }

  /** Does work a bit at a time; undefined where another question came first. */
  async function finish<Value>(requestId: number, work: AsyncGenerator<unknown, Value>): Promise<Value | undefined> {
    const breath = breathing();
    try {
      while (asked === requestId) {
        const step = await work.next();
        if (step.done) return step.value;
        await breath();
      }
      return undefined;
    } finally {
      await work.return(undefined as never);
    }
  }

  /** Generations whose models are not kept are computed again on the way to the newest of them. */
  async function* runAgain(
    { requestId, ofRun, experiment, lanes, scores }: Question,
    wanted: ReadonlySet<number>,
    kept: KeptModels | null,
    host: Laboratory['host'],
  ) {
    const newest = Math.max(...wanted);
    const behind = kept?.behind(Math.min(...wanted) - 1, (t) => modelsNeeded(experiment, t)) ?? [];
    for await (const event of run({ ...experiment, generations: newest }, host, { kept: behind, lanes, scores: () => scores })) {
      if (event.type === 'generation' && wanted.has(event.generation)) {
        const lanes = event.lanes.map(({ loop, replicate, scores, undefined: reasons }) => ({ loop, replicate, scores, undefined: reasons }));
        post({ type: 'scored', requestId, ofRun, generation: event.generation, lanes });
      }
      yield;
    }
  }

  async function compute(question: Question): Promise<void> {
    const { requestId, ofRun, experiment, scores, generations, noise } = question;
    const kept = await keptOf(ofRun);
    const lab = await open(question);
    const gone = new Set<number>();
    for (const t of generations) {
      const generation = kept?.at(t);
      if (!generation) {
        gone.add(t);
        continue;
      }
      const lanes = await finish(requestId, scoreAgain(lab, generation, kept?.at(1), scores));
      if (!lanes) return;
      post({ type: 'scored', requestId, ofRun, generation: t, lanes });
    }
    if (gone.size > 0) await finish(requestId, runAgain(question, gone, kept, lab.host));
    if (noise.length > 0) {
      const floor = floors.known(experiment, noise) ?? (await finish(requestId, measureNoise(lab, noise)));
      if (!floor) return;
      floors.add(experiment, floor);
      post({ type: 'noiseScored', requestId, ofRun, noise: floor });
    }
    if (asked === requestId) post({ type: 'scoredAll', requestId });
  }

  return {
    /** Answers unless a newer question, or another run, comes first. */
    async answer(question: Question): Promise<void> {
      asked = question.requestId;
      try {
        await compute(question);
      } catch (error) {
        last = null;
        if (asked === question.requestId) post({ type: 'scoringFailed', requestId: question.requestId, message: messageOf(error) });
      }
    },
    stop(): void {
      asked = 0;
    },
  };
}
