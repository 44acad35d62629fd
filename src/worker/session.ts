import { RungRefused } from '../backend/browser';
import type { Rung } from '../engine/contracts';
import { datasets } from '../engine/datasets';
import { EngineError } from '../engine/errors';
import { KeptModels } from '../engine/keptModels';
import { loops } from '../engine/loops';
import { createDigitSearch } from '../engine/nearestDigit';
import { modelsNeeded } from '../engine/recipe';
import { byId } from '../engine/registry';
import { createRng } from '../engine/rng';
import { type GenerationEvent, type ProgressEvent, run } from '../engine/run';
import { previewReal } from '../engine/view';
import type { FromWorker, NoiseFloor, ToWorker, WorkPhase } from '../protocol/messages';
import { createBreath } from './breathe';
import { createFiles } from './files';
import { type Backend, createPlainHost, createRunHost } from './host';

/** Progress is for the eye. */
const PROGRESS_MS = 80;
/** The first word of a phase comes sooner, so that the page can mark phases that are short. */
const PHASE_MS = 30;

/** What a noise floor depends on. */
const NOISE_KEYS = ['dataset', 'dim', 'points', 'resolution', 'evaluation', 'k', 'scores', 'seed'] as const;

type RunMessage = Extract<ToWorker, { type: 'run' }>;

/** What a session stands in. */
export interface Surroundings {
  readonly backend: Backend;
  /** where files are, until the page says so */
  readonly home: string;
  /** bytes of models that may be kept for going back */
  readonly budget: number;
  post(message: FromWorker, transfer?: Transferable[]): void;
}

/** One conversation with a page: what it runs, keeps and is asked. Returns what hears the page. */
export function createSession({ backend, home, budget, post }: Surroundings): (message: ToWorker) => void {
  /** The newest run asked for; an older one that still works sees by this that it is over. */
  let newest: { readonly runId: number; upTo: number } | null = null;
  const kept = new KeptModels(budget);
  /** The last noise floor, with the keys it depends on: the runs of one experiment share it. */
  let noiseKnown: { readonly of: string; readonly noise: NoiseFloor } | null = null;
  let wake = () => {};
  let lastRun: Promise<void> = Promise.resolve();
  /** The newest question for real digits near to generated ones; 0 = none is open. */
  let nearestWanted = 0;
  const files = createFiles(home, post);
  const plainHost = createPlainHost(files);
  const searchDigits = createDigitSearch(plainHost, { dataset: byId(datasets, 'digits'), loops });

  function receive(data: ToWorker): void {
    switch (data.type) {
      case 'open':
        return files.at(data.baseUrl);
      case 'file':
        return files.arrived(data);
      case 'ping':
        return post({ type: 'pong' });
      case 'preview':
        void preview(data);
        return;
      case 'run':
        newest = { runId: data.runId, upTo: data.upTo };
        wake();
        lastRun = lastRun.then(() => execute(data));
        return;
      case 'allow':
        if (newest?.runId === data.runId) newest.upTo = Math.max(newest.upTo, data.upTo);
        return wake();
      case 'cancel':
        if (newest?.runId === data.runId) newest = null;
        kept.clear();
        return wake();
      case 'nearest':
        nearestWanted = data.requestId;
        void nearest(data);
        return;
      case 'forgetNearest':
        if (nearestWanted === data.requestId) nearestWanted = 0;
        return;
      default:
        data satisfies never;
    }
  }

  async function preview({ previewId, experiment }: Extract<ToWorker, { type: 'preview' }>): Promise<void> {
    try {
      const dataset = byId(datasets, experiment.dataset);
      const source = dataset.open(experiment, createRng(experiment.seed).fork('replicate', 1), plainHost);
      post({ type: 'preview', previewId, preview: await previewReal(experiment, dataset, source) });
    } catch (error) {
      post({ type: 'previewFailed', previewId, message: messageOf(error) });
    }
  }

  /** Answers unless a newer question comes first; a run that computes meanwhile goes on between its steps. */
  async function nearest({ requestId, experiment, queries }: Extract<ToWorker, { type: 'nearest' }>): Promise<void> {
    try {
      const search = searchDigits(experiment, queries);
      const breath = createBreath();
      while (nearestWanted === requestId) {
        const step = await search.next();
        if (step.done) return post({ type: 'nearest', requestId, answers: step.value });
        await breath();
      }
    } catch (error) {
      post({ type: 'nearestFailed', requestId, message: messageOf(error) });
    }
  }

  /** Runs until the end, a cancel or a newer run; computes no generation beyond `upTo`. */
  async function execute({ runId, experiment, from, goesBack }: RunMessage): Promise<void> {
    const isNewest = () => newest?.runId === runId;
    if (!isNewest()) return post({ type: 'cancelled', runId });
    // what is not kept is computed again, to the same numbers: all of it in a worker that was started anew
    const behind = kept.backTo(from, (behind) => modelsNeeded(experiment, behind));
    try {
      let generation = (behind.at(-1)?.generation ?? 0) + 1;
      let reported = 0;
      const announce = (phase: WorkPhase) => {
        reported = 0;
        post({ type: 'progress', runId, generation, phase, done: 0, total: 0 });
      };
      announce('warm-up');
      const { rung, renderer, reason } = await backend.chooseRung(experiment.backend as 'auto' | Rung);
      const host = createRunHost(rung, backend, files, announce);
      const sendBadge = () => {
        const tf = host.opened()?.tf;
        const tfjsBackend = (tf?.getBackend() ?? null) as Rung | null;
        post({ type: 'badge', badge: { rung, renderer, reason, tfjsBackend, tensors: tf?.memory().numTensors ?? null } });
      };
      sendBadge();
      if (!(await allowed(runId, generation))) return post({ type: 'cancelled', runId });
      announce('compose');

      const noiseOf = JSON.stringify(NOISE_KEYS.map((key) => experiment[key]));
      if (noiseKnown?.of === noiseOf) post({ type: 'noise', runId, noise: noiseKnown.noise });
      const wantsNoise = noiseKnown?.of !== noiseOf;

      let started = performance.now();
      const breath = createBreath();
      let phase = '';
      let fitSeen = false;
      for await (const event of run(experiment, host, { kept: behind, shown: true, noise: wantsNoise, budget })) {
        if (event.type === 'progress') {
          const now = performance.now();
          if (event.phase === 'fit' && !fitSeen) {
            fitSeen = true;
            sendBadge();
          }
          if (now - reported > (event.phase === phase ? PROGRESS_MS : PHASE_MS)) {
            reported = now;
            phase = event.phase;
            postProgress(runId, event);
          }
          await breath();
        } else if (event.type === 'noise') {
          noiseKnown = { of: noiseOf, noise: event.noise };
          post({ type: 'noise', runId, noise: event.noise });
        } else {
          // after a cancel nobody goes back
          if (goesBack && isNewest()) kept.add(event);
          postGeneration(runId, event, performance.now() - started);
          sendBadge();
          generation = event.generation + 1;
          if (event.generation < experiment.generations && !(await allowed(runId, event.generation + 1))) break;
          started = performance.now();
        }
        if (!isNewest()) break;
      }
      post({ type: isNewest() ? 'ended' : 'cancelled', runId });
    } catch (error) {
      // with the rung below, which the next choice gives
      if (error instanceof RungRefused && isNewest()) return execute({ type: 'run', runId, experiment, from, goesBack, upTo: 0 });
      if (error instanceof EngineError && error.code === 'backend-lost') await backend.closeTensors().catch(() => undefined);
      post({ type: 'failed', runId, code: error instanceof EngineError ? error.code : 'unknown', message: messageOf(error) });
    }
  }

  function postProgress(runId: number, { generation, phase, done, total }: ProgressEvent): void {
    post({ type: 'progress', runId, generation, phase, done, total });
  }

  /** The page gets the results and the shown samples, the engine keeps the models. */
  function postGeneration(runId: number, { generation, lanes }: GenerationEvent, elapsedMs: number): void {
    // the loops of a replicate share generation 1, and with it one buffer
    const buffers = new Set<ArrayBufferLike>();
    for (const { shown } of lanes) {
      for (const part of Object.values(shown ?? {})) if (ArrayBuffer.isView(part)) buffers.add(part.buffer);
    }
    post({ type: 'generation', runId, generation, lanes, elapsedMs }, [...buffers] as Transferable[]);
  }

  /** Waits until the page allows a generation; false when the run is over. */
  async function allowed(runId: number, generation: number): Promise<boolean> {
    for (;;) {
      if (newest?.runId !== runId) return false;
      if (newest.upTo >= generation) return true;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  return receive;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
