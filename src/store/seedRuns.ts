import { createStore } from 'zustand/vanilla';
import { catalogue } from '../engine/catalogue';
import type { Experiment } from '../engine/experiment';
import { isSameExperiment } from '../engine/experimentText';
import { laneValue } from '../engine/laneValue';
import type { FromWorker } from '../protocol/messages';
import { createEngineClient } from '../worker/engineClient';
import { createEnginePool } from '../worker/enginePool';
import { workersHere } from '../worker/engineWorkers';
import { createInbox } from './inbox';

const SEEDS = 30;
/** Generations after which their pace says how long the rest will take. */
const TELLING = 20;

/** A score of each loop, at the end of a run; null where it is undefined. */
type Ends = ReadonlyMap<string, number | null>;

export interface SeedRuns {
  /** whose seeds these are: one run of each, with its own seed and no score but the one */
  readonly experiment: Experiment;
  readonly score: string;
  readonly isComputing: boolean;
  /** what is computed, by seed */
  readonly ends: ReadonlyMap<number, Ends>;
  /** null before there is a pace */
  readonly secondsLeft: number | null;
  readonly problem: string | null;
}

/** Seeds 1 to 30, first of all the experiment's own, which may be another one. */
export function seedsOf({ seed }: Pick<Experiment, 'seed'>): number[] {
  const others = Array.from({ length: SEEDS }, (_, at) => at + 1).filter((other) => other !== seed);
  return [seed, ...others];
}

export const isAmongSeeds = (seed: number): boolean => seed >= 1 && seed <= SEEDS;

export const missingOf = ({ experiment, ends }: SeedRuns): number[] => seedsOf(experiment).filter((seed) => !ends.has(seed));

const oneRun = (experiment: Experiment, score: string): Experiment => ({
  ...experiment,
  replicates: 1,
  scores: catalogue.metrics.some(({ id }) => id === score) ? [score] : [],
});

const isSame = (one: Experiment, other: Experiment) => isSameExperiment({ ...one, seed: 1 }, { ...other, seed: 1 });

/** The same experiment over thirty seeds, in workers of its own: the run on the screen knows nothing of it. Of each run its end alone is kept. */
export function createSeedRuns(connect = createEngineClient) {
  const store = createStore<SeedRuns | null>(() => null);
  const change = (part: Partial<SeedRuns>) => store.setState((now) => now && { ...now, ...part });
  let callOff = () => {};

  function compute(): void {
    callOff();
    const now = store.getState();
    if (!now) return;
    const { experiment, score } = now;
    const { generations } = experiment;
    const seeds = missingOf(now);
    const pool = createEnginePool(workersHere(), connect);
    const begun = performance.now();
    let isOff = false;
    let computed = 0;

    function take(seed: number, messages: readonly FromWorker[]): void {
      const known = store.getState();
      if (isOff || !known) return;
      let { ends, problem } = known;
      for (const message of messages) {
        if (message.type === 'generation') computed++;
        if (message.type === 'generation' && message.generation === generations)
          ends = new Map(ends).set(seed, new Map(message.lanes.map((lane) => [lane.loop, laneValue(lane, score) ?? null])));
        if (message.type !== 'failed') continue;
        problem = message.message;
        // of this seed there is no end; whatever else failed may come right another time
        if (message.code === 'not-finite') ends = new Map(ends).set(seed, new Map());
        else stop();
      }
      if (isOff) return change({ ends, problem });
      const left = seeds.length * generations - computed;
      const secondsLeft = computed < TELLING ? null : ((performance.now() - begun) / 1000 / computed) * left;
      change({ ends, problem, secondsLeft, isComputing: missingOf({ ...known, ends }).length > 0 });
    }

    for (const seed of seeds)
      pool.order(
        { type: 'run', job: { experiment: { ...experiment, seed }, from: 0, upTo: generations, want: [] } },
        {
          message: createInbox((messages) => take(seed, messages)).put,
          died(reason) {
            if (isOff) return;
            stop();
            change({ problem: reason });
          },
        },
      );
    callOff = () => {
      isOff = true;
      pool.end();
    };
    change({ isComputing: seeds.length > 0, problem: null, secondsLeft: null });
  }

  function stop(): void {
    callOff();
    callOff = () => {};
    change({ isComputing: false, secondsLeft: null });
  }

  return {
    store,
    compute,
    /** What is computed stays; `compute` goes on with the rest. */
    stop,
    /** Takes an experiment in hand. What is computed of the same with another seed stays. */
    open(of: Experiment, score: string): void {
      const experiment = oneRun(of, score);
      const now = store.getState();
      if (now?.score === score && isSame(now.experiment, experiment)) return change({ experiment });
      stop();
      store.setState({ experiment, score, isComputing: false, ends: new Map(), secondsLeft: null, problem: null });
    },
  };
}

export const seedRuns = createSeedRuns();
