import { parseExperiment } from '../src/engine/experimentText';
import { run } from '../src/engine/run';
import { blockSize } from '../src/headless/blocks';
import { createNodeHost } from '../src/headless/nodeHost';
import { inProcesses } from './processes';

export type Keys = Readonly<Record<string, string | number>>;

/** Some replicates of one experiment, as plain data: it is sent to a worker. */
export interface CureRun {
  readonly name: string;
  /** what differs from the defaults; no scores unless it says so */
  readonly keys: Keys;
  readonly replicates: number;
  /** generations to report; the last of them ends the run */
  readonly generations: readonly number[];
}

/** Truth and scores of one model; what is not known is null. */
type Values = Readonly<Record<string, number | null>>;

/** By loop, then generation, then replicate. */
type Observed = Readonly<Record<string, Readonly<Record<number, readonly Values[]>>>>;

/** Runs it with the engine's own `run`, in blocks. */
export async function simulateCure({ keys, replicates, generations }: CureRun): Promise<Observed> {
  const { experiment, notes } = parseExperiment({ scores: 'none', ...keys, replicates, generations: Math.max(...generations) }, 'headless');
  if (notes.length > 0) throw new Error(notes[0].message);
  const host = createNodeHost('wasm');
  const scores = (t: number) => (generations.includes(t) ? experiment.scores : null);
  const observed: Record<string, Record<number, Values[]>> = {};
  const size = blockSize(experiment);
  for (let first = 1; first <= replicates; first += size) {
    const block = { first, last: Math.min(replicates, first + size - 1) };
    for await (const event of run(experiment, host, { replicates: block, scores })) {
      if (event.type !== 'generation' || !generations.includes(event.generation)) continue;
      for (const lane of event.lanes) {
        observed[lane.loop] ??= {};
        observed[lane.loop][event.generation] ??= [];
        observed[lane.loop][event.generation].push({ ...lane.truth, ...lane.scores });
      }
    }
  }
  return observed;
}

/** What runs with cures have shown, by their names. */
export class CureRuns {
  private constructor(private readonly runs: ReadonlyMap<string, readonly Observed[]>) {}

  /** Runs with what each has shown; those of the same name, as with several seeds, count together. */
  static of(runs: readonly CureRun[], found: readonly Observed[]): CureRuns {
    const byName = new Map<string, Observed[]>();
    for (const [at, { name }] of runs.entries()) byName.set(name, [...(byName.get(name) ?? []), found[at]]);
    return new CureRuns(byName);
  }

  /** Simulates all runs, beginning them in the order given. */
  static async simulate(runs: readonly CureRun[], say: (line: string) => void): Promise<CureRuns> {
    let finished = 0;
    const found = await inProcesses<CureRun, Observed>(new URL('./cureWorker.ts', import.meta.url), runs, (at, seconds) =>
      say(`${++finished} of ${runs.length}: ${runs[at].name}, ${seconds.toFixed(0)} s`),
    );
    return CureRuns.of(runs, found);
  }

  /** A value of every replicate of every run of a name, in order. */
  values(name: string, loop: string, t: number, key: string): number[] {
    const all = (this.runs.get(name) ?? []).flatMap((observed) => observed[loop]?.[t] ?? []);
    if (all.length === 0) throw new Error(`nothing is known of ${name}, ${loop}, generation ${t}`);
    return all.map((values) => {
      const value = values[key];
      if (typeof value !== 'number') throw new Error(`${key} of ${name}, ${loop}, generation ${t} is not known`);
      return value;
    });
  }
}
