/// <reference lib="webworker" />
import { chooseRung, closeTensors, openTensors, RungRefused } from '../backend/browser';
import type { Host, TensorBackend } from '../engine/contracts';
import { datasets } from '../engine/datasets';
import { EngineError } from '../engine/errors';
import { loops } from '../engine/loops';
import { createDigitSearch } from '../engine/nearestDigit';
import { createRng } from '../engine/rng';
import { byId, type GenerationEvent, type ProgressEvent, run } from '../engine/run';
import { previewReal } from '../engine/view';
import type { FromWorker, LaneResult, NoiseFloor, ToWorker } from '../protocol/messages';
import { breathe } from './breathe';
import { fileArrived, filesAt, loadBytes as load } from './files';

declare const self: DedicatedWorkerGlobalScope;

/** Longest stretch of work before waiting messages (cancel, allow) are let in. */
const BREATHE_MS = 12;
/** Progress is for the eye. */
const PROGRESS_MS = 80;
/** The first word of a phase comes sooner, so that the page can mark phases that are short. */
const PHASE_MS = 30;

/** What a noise floor depends on. */
const NOISE_KEYS = ['dataset', 'dim', 'points', 'resolution', 'evaluation', 'k', 'scores', 'seed'] as const;

type RunMessage = Extract<ToWorker, { type: 'run' }>;

/** The newest run asked for; an older one that still works sees by this that it is over. */
let newest: { readonly runId: number; upTo: number } | null = null;
let kept: GenerationEvent[] = [];
/** The last noise floor, with the keys it depends on: the runs of one experiment share it. */
let noiseKnown: { readonly of: string; readonly noise: NoiseFloor } | null = null;
let wake = () => {};
let lastRun: Promise<void> = Promise.resolve();
/** The newest question for real digits near to generated ones; 0 = none is open. */
let nearestWanted = 0;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'open':
      return filesAt(data.baseUrl);
    case 'file':
      return fileArrived(data);
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
};

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

/** For what needs real data and no tensors. */
const plainHost: Host = { rung: 'cpu', load, tensors: () => Promise.reject(new Error('no tensors are needed here')) };

async function preview({ previewId, experiment }: Extract<ToWorker, { type: 'preview' }>): Promise<void> {
  try {
    const dataset = byId(datasets, experiment.dataset);
    const source = dataset.open(experiment, createRng(experiment.seed).fork('replicate', 1), plainHost);
    post({ type: 'preview', previewId, preview: await previewReal(experiment, dataset, source) });
  } catch (error) {
    post({ type: 'previewFailed', previewId, message: messageOf(error) });
  }
}

const searchDigits = createDigitSearch(plainHost, { dataset: byId(datasets, 'digits'), loops });

/** Answers unless a newer question comes first; a run that computes meanwhile goes on between its steps. */
async function nearest({ requestId, experiment, queries }: Extract<ToWorker, { type: 'nearest' }>): Promise<void> {
  try {
    const search = searchDigits(experiment, queries);
    for (let since = performance.now(); nearestWanted === requestId; ) {
      const step = await search.next();
      if (step.done) return post({ type: 'nearest', requestId, answers: step.value });
      if (performance.now() - since < BREATHE_MS) continue;
      await breathe();
      since = performance.now();
    }
  } catch (error) {
    post({ type: 'nearestFailed', requestId, message: messageOf(error) });
  }
}

/** Runs until the end, a cancel or a newer run; computes no generation beyond `upTo`. */
async function execute({ runId, experiment, from }: RunMessage): Promise<void> {
  const isNewest = () => newest?.runId === runId;
  if (!isNewest()) return post({ type: 'cancelled', runId });
  // a worker that was started anew has nothing kept: it computes all again, to the same numbers
  kept = kept.length >= from ? kept.slice(0, from) : [];
  try {
    post({ type: 'progress', runId, generation: kept.length + 1, phase: 'warm-up', done: 0, total: 1 });
    const { rung, renderer, reason } = await chooseRung(experiment.backend as 'auto' | 'webgl' | 'wasm' | 'cpu');
    let tensors: TensorBackend | null = null;
    const sendBadge = () => {
      const tfjsBackend = (tensors?.tf.getBackend() ?? null) as TensorBackend['rung'] | null;
      post({ type: 'badge', badge: { rung, renderer, reason, tfjsBackend, tensors: tensors?.tf.memory().numTensors ?? null } });
    };
    sendBadge();
    const host: Host = {
      rung,
      load,
      async tensors() {
        const opened = tensors ?? (await openTensors(rung, load));
        tensors = opened;
        return opened;
      },
    };
    if (!(await allowed(runId, kept.length + 1))) return post({ type: 'cancelled', runId });

    const noiseOf = JSON.stringify(NOISE_KEYS.map((key) => experiment[key]));
    if (noiseKnown?.of === noiseOf) post({ type: 'noise', runId, noise: noiseKnown.noise });
    const wantsNoise = noiseKnown?.of !== noiseOf;

    let started = performance.now();
    let breathed = started;
    let reported = 0;
    let phase = '';
    let fitSeen = false;
    for await (const event of run(experiment, host, { kept, shown: true, noise: wantsNoise })) {
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
        if (now - breathed > BREATHE_MS) {
          await breathe();
          breathed = performance.now();
        }
      } else if (event.type === 'noise') {
        noiseKnown = { of: noiseOf, noise: event.noise };
        post({ type: 'noise', runId, noise: event.noise });
      } else {
        postGeneration(runId, event, performance.now() - started);
        sendBadge();
        if (event.generation < experiment.generations && !(await allowed(runId, event.generation + 1))) break;
        started = performance.now();
      }
      if (!isNewest()) break;
    }
    post({ type: isNewest() ? 'ended' : 'cancelled', runId });
  } catch (error) {
    // with the rung below, which the next choice gives
    if (error instanceof RungRefused && isNewest()) return execute({ type: 'run', runId, experiment, from: kept.length, upTo: 0 });
    if (error instanceof EngineError && error.code === 'backend-lost') await closeTensors().catch(() => undefined);
    post({ type: 'failed', runId, code: error instanceof EngineError ? error.code : 'unknown', message: messageOf(error) });
  }
}

function postProgress(runId: number, { generation, phase, done, total }: ProgressEvent): void {
  post({ type: 'progress', runId, generation, phase, done, total });
}

/** The page gets the shown samples, the engine keeps the models. */
function postGeneration(runId: number, event: GenerationEvent, elapsedMs: number): void {
  const lanes: LaneResult[] = event.lanes.map(({ parameters, ...result }) => result);
  kept.push({ ...event, lanes: event.lanes.map((lane) => ({ ...lane, shown: null })) });
  // the loops of a replicate share generation 1, and with it one buffer
  const buffers = new Set<ArrayBufferLike>();
  for (const { shown } of lanes) {
    if (!shown) continue;
    buffers.add(shown.values.buffer);
    if (shown.kind === 'points') buffers.add(shown.components.buffer);
  }
  post({ type: 'generation', runId, generation: event.generation, lanes, elapsedMs }, [...buffers] as Transferable[]);
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
