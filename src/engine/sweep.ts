import type { Host } from './contracts';
import { EngineError, type EngineErrorCode } from './errors';
import { laneValue, truthName } from './laneValue';
import { run } from './run';
import { type Cell, type CellValue, experimentOf, type SweepPlan } from './sweepPlan';

const ANSWERS: readonly EngineErrorCode[] = ['not-finite', 'bad-experiment', 'too-large'];

/** Runs the loops of a cell, all replicates; only the last generation is scored. Yields often. */
export async function* runCell(plan: SweepPlan, cell: Cell, host: Host): AsyncGenerator<void, CellValue[]> {
  const experiment = experimentOf(plan, cell);
  const { generations, scores, replicates } = experiment;
  const about = (replicate: number) => ({ ...cell, replicate });
  try {
    for await (const event of run(experiment, host, { scores: (t) => (t === generations ? scores : null) })) {
      yield;
      if (event.type !== 'generation' || event.generation < generations) continue;
      return event.lanes.map((lane) => {
        const value = laneValue(lane, plan.score) ?? null;
        const place = about(lane.replicate);
        return value === null ? { ...place, value, undefined: lane.undefined[truthName(plan.score)] ?? 'not computed' } : { ...place, value };
      });
    }
    return [];
  } catch (error) {
    // a loop that ran out of numbers, or cannot be, is an answer, too
    if (!(error instanceof EngineError) || !ANSWERS.includes(error.code)) throw error;
    return Array.from({ length: replicates }, (_, at) => ({ ...about(at + 1), value: null, undefined: error.message }));
  }
}
