import { createStore } from 'zustand/vanilla';
import type { Experiment } from '../engine/experiment';
import type { FromWorker, NoiseFloor, Wish } from '../protocol/messages';
import type { Frame } from '../results/frame';
import { createEngineClient } from '../worker/engineClient';
import { createEnginePool } from '../worker/enginePool';
import { createInbox } from './inbox';
import { withFrame } from './reduceRun';
import { workersHere } from './workers';

/** A run that is computed behind the page: nobody sees anything of it before it is shown. */
export interface AheadRun {
  readonly experiment: Experiment;
  readonly frames: readonly Frame[];
  readonly noise: NoiseFloor | null;
  readonly isWhole: boolean;
  /** why it can't be computed; null while all is well */
  readonly problem: string | null;
}

type AheadRuns = ReadonlyMap<string, AheadRun>;

/** Runs by their names, in workers of their own; each once. @param want without samples for those that are never on a stage */
export function createAheadRuns(want: readonly Wish[] = ['shown', 'noise'], connect = createEngineClient) {
  const store = createStore<{ readonly runs: AheadRuns }>(() => ({ runs: new Map() }));
  const pool = createEnginePool(workersHere(), connect);

  /** Nothing where the name stands for another experiment by now: what was cleared may still be on its way. */
  function change(name: string, of: Experiment, part: (run: AheadRun) => Partial<AheadRun>): void {
    store.setState(({ runs }) => {
      const run = runs.get(name);
      return run?.experiment === of ? { runs: new Map(runs).set(name, { ...run, ...part(run) }) } : {};
    });
  }

  function take(name: string, of: Experiment, messages: readonly FromWorker[]): void {
    change(name, of, (run) => {
      let { frames, noise, isWhole, problem } = run;
      for (const message of messages) {
        if (message.type === 'generation') frames = withFrame(frames, message);
        if (message.type === 'noise') noise = message.noise;
        if (message.type === 'ended') isWhole = frames.length >= run.experiment.generations;
        if (message.type === 'failed') problem = message.message;
      }
      return { frames, noise, isWhole, problem };
    });
  }

  function begin(name: string, experiment: Experiment): void {
    store.setState(({ runs }) => ({ runs: new Map(runs).set(name, { experiment, frames: [], noise: null, isWhole: false, problem: null }) }));
    pool.order(
      { type: 'run', job: { experiment, from: 0, upTo: experiment.generations, want } },
      { message: createInbox((messages) => take(name, experiment, messages)).put, died: (problem) => change(name, experiment, () => ({ problem })) },
    );
  }

  return {
    runs: store,
    /** Computes what is not there yet, or could not be computed before. */
    have(wanted: readonly (readonly [name: string, experiment: Experiment])[]): void {
      for (const [name, experiment] of wanted) {
        const known = store.getState().runs.get(name);
        if (!known || known.problem !== null) begin(name, experiment);
      }
    },
    clear(): void {
      pool.end();
      store.setState({ runs: new Map() });
    },
  };
}
