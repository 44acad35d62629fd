import { createStore } from 'zustand/vanilla';
import type { Experiment } from '../engine/experiment';
import type { FromWorker, NoiseFloor, Preview, Wish } from '../protocol/messages';
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
  /** when it was asked for, in milliseconds of the page's clock */
  readonly since: number;
  /** what was computed elsewhere stands in for it: where, why, and with which real data; null where it is computed here */
  readonly standIn: StandIn | null;
}

interface StandIn {
  /** the version that computed it */
  readonly version: string;
  readonly why: string;
  readonly real: Preview;
}

type AheadRuns = ReadonlyMap<string, AheadRun>;

const fresh = (experiment: Experiment): AheadRun => ({
  experiment,
  frames: [],
  noise: null,
  isWhole: false,
  problem: null,
  since: performance.now(),
  standIn: null,
});

/** Runs by their names, in workers of their own; each once. @param want without samples for those that are never on a stage */
export function createAheadRuns(want: readonly Wish[] = ['shown', 'noise'], connect = createEngineClient) {
  const store = createStore<{ readonly runs: AheadRuns }>(() => ({ runs: new Map() }));
  const pool = createEnginePool(workersHere(), connect);
  const callOff = new Map<string, () => void>();

  /** Nothing where the name stands for another experiment by now: what was cleared may still be on its way. */
  function change(name: string, of: Experiment, part: (run: AheadRun) => Partial<AheadRun>): void {
    store.setState(({ runs }) => {
      const run = runs.get(name);
      // late words of a run that something stands in for
      return run?.experiment === of && run.standIn === null ? { runs: new Map(runs).set(name, { ...run, ...part(run) }) } : {};
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
    store.setState(({ runs }) => ({ runs: new Map(runs).set(name, fresh(experiment)) }));
    callOff.set(
      name,
      pool.order(
        { type: 'run', job: { experiment, from: 0, upTo: experiment.generations, want } },
        {
          message: createInbox((messages) => take(name, experiment, messages)).put,
          died: (problem) => change(name, experiment, () => ({ problem })),
        },
      ),
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
    /** What was computed elsewhere, in the place of a run that is given up here. */
    standIn(name: string, run: Pick<AheadRun, 'frames' | 'noise'>, standIn: StandIn): void {
      callOff.get(name)?.();
      const known = store.getState().runs.get(name);
      if (known) change(name, known.experiment, () => ({ ...run, isWhole: true, problem: null, standIn }));
    },
    /** Computes a run here after all. */
    again(name: string): void {
      const run = store.getState().runs.get(name);
      if (run?.standIn) begin(name, run.experiment);
    },
    clear(): void {
      pool.end();
      store.setState({ runs: new Map() });
    },
  };
}
