import { createStore } from 'zustand/vanilla';
import { identityOf } from '../engine/experimentText';
import { type Cell, type CellValue, cellsOf, coarseToFine, experimentOf, placeOf, type SweepPlan } from '../engine/sweepPlan';
import type { FromWorker } from '../protocol/messages';
import type { Frame } from '../results/frame';
import { createEngineClient } from '../worker/engineClient';
import { createEnginePool } from '../worker/enginePool';
import { workersHere } from '../worker/engineWorkers';
import { createInbox } from './inbox';
import { withFrame } from './reduceRun';

/** Cells after which their pace says how long the rest will take. */
const TELLING = 6;

export interface MapRuns {
  readonly plan: SweepPlan;
  /** the replicates of each cell that is computed, by its place in `cellsOf` */
  readonly cells: ReadonlyMap<number, readonly CellValue[]>;
  readonly isComputing: boolean;
  /** null before there is a pace */
  readonly secondsLeft: number | null;
  readonly problem: string | null;
}

/** The run of one cell, as far as it is computed. */
export interface CellRun {
  readonly cell: number;
  readonly frames: readonly Frame[];
  readonly problem: string | null;
}

export const sizeOf = ({ x, y }: Pick<SweepPlan, 'x' | 'y'>): number => x.values.length * y.values.length;

/** A text that is the same for two plans of the same map, wherever on it the experiment stands. */
export function nameOf({ experiment, x, y, score }: SweepPlan): string {
  return JSON.stringify([identityOf(experimentOf({ experiment, x, y }, { x: x.values[0], y: y.values[0] })), x, y, score]);
}

/** A map, computed cell by cell in workers of its own, coarse to fine: the run on the screen knows nothing of it. */
export function createMapRuns(connect = createEngineClient) {
  const store = createStore<MapRuns | null>(() => null);
  const run = createStore<CellRun | null>(() => null);
  const change = (part: Partial<MapRuns>) => store.setState((now) => now && { ...now, ...part });
  const curves = createEnginePool(1, connect);
  let known = new Map<number, CellRun>();
  let callOff = () => {};
  let forget = () => {};

  function compute(): void {
    callOff();
    const now = store.getState();
    if (!now) return;
    const { plan } = now;
    const all = cellsOf(plan);
    const missing = coarseToFine(plan).filter((cell) => !now.cells.has(cell));
    const pool = createEnginePool(workersHere(), connect);
    const begun = performance.now();
    let isOff = false;
    let computed = 0;

    const inbox = createInbox(
      (messages) => {
        const before = store.getState();
        if (isOff || !before) return;
        const cells = new Map(before.cells);
        let { problem } = before;
        for (const message of messages) {
          if (message.type === 'cell') cells.set(placeOf(plan, message.values[0]), message.values);
          if (message.type === 'cellFailed') problem = message.message;
        }
        computed = cells.size - now.cells.size;
        const left = missing.length - computed;
        const secondsLeft = computed < TELLING ? null : ((performance.now() - begun) / 1000 / computed) * left;
        change({ cells, problem, secondsLeft, isComputing: left > 0 });
        if (problem !== null) stop();
      },
      () => true,
    );

    const customer = {
      message: inbox.put,
      died(reason: string) {
        if (isOff) return;
        stop();
        change({ problem: reason });
      },
    };
    for (const cell of missing) pool.order({ type: 'cell', plan, cell: all[cell] }, customer);
    callOff = () => {
      inbox.takeAll();
      isOff = true;
      pool.end();
    };
    change({ isComputing: missing.length > 0, problem: null, secondsLeft: null });
  }

  function stop(): void {
    callOff();
    callOff = () => {};
    change({ isComputing: false, secondsLeft: null });
  }

  /** Has the run of a cell computed, generation by generation. */
  function order(plan: SweepPlan, at: number, cell: Cell): void {
    const experiment = experimentOf(plan, cell);
    const write = (part: Partial<CellRun>) => {
      const before = known.get(at) ?? { cell: at, frames: [], problem: null };
      const next = { ...before, ...part };
      known.set(at, next);
      run.setState(next, true);
    };
    let isOff = false;
    const inbox = createInbox(
      (messages: readonly FromWorker[]) => {
        if (isOff) return;
        let { frames, problem } = known.get(at) ?? { frames: [], problem: null };
        for (const message of messages) {
          if (message.type === 'generation') frames = withFrame(frames, message);
          if (message.type === 'failed') problem = message.message;
        }
        write({ frames, problem });
      },
      () => true,
    );
    const off = curves.order(
      { type: 'run', job: { experiment, from: 0, upTo: experiment.generations, want: [], scores: experiment.scores } },
      { message: inbox.put, died: (problem) => !isOff && write({ problem }) },
    );
    forget = () => {
      isOff = true;
      off();
      // half a run is begun anew when it is looked at again
      if ((known.get(at)?.frames.length ?? 0) < experiment.generations) known.delete(at);
    };
  }

  return {
    store,
    run,
    compute,
    /** What is computed stays; `compute` goes on with the rest. */
    stop,
    /** Takes a map in hand. What is computed of the same one stays. */
    open(plan: SweepPlan): void {
      const now = store.getState();
      if (now && nameOf(now.plan) === nameOf(plan)) return change({ plan });
      stop();
      forget();
      known = new Map();
      run.setState(null, true);
      store.setState({ plan, cells: new Map(), isComputing: false, secondsLeft: null, problem: null });
    },
    /** Somebody looks at a cell, by its place in `cellsOf`, and wants its run; null: at none. */
    look(at: number | null): void {
      const now = store.getState();
      forget();
      forget = () => {};
      run.setState((at === null ? null : known.get(at)) ?? null, true);
      if (now && at !== null && !known.has(at)) order(now.plan, at, cellsOf(now.plan)[at]);
    },
  };
}

export const mapRuns = createMapRuns();
