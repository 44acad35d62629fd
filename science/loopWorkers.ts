import { costOf, type LoopRun, type Observed } from './loopSimulation';
import { inProcesses } from './processes';

/** Simulates all runs, each by its own seed. @param done called after every run, with its place in `runs` */
export async function simulateAll(runs: readonly LoopRun[], done: (at: number, seconds: number) => void): Promise<Observed[][]> {
  const results: Observed[][] = runs.map(() => []);
  // the longest first, so that no core is left with one at the end
  const order = runs.map((_, at) => at).sort((a, b) => runs[b].replicates * costOf(runs[b]) - runs[a].replicates * costOf(runs[a]));
  const found = await inProcesses<LoopRun, Observed[]>(
    new URL('./loopWorker.ts', import.meta.url),
    order.map((at) => runs[at]),
    (place, seconds) => done(order[place], seconds),
  );
  for (const [place, at] of order.entries()) results[at] = found[place];
  return results;
}
