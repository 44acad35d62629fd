import { parseExperiment } from '../../engine/experimentText';
import type { LaneResult } from '../../engine/results';
import { run } from '../../engine/run';
import { createNodeHost } from '../nodeHost';

/** Scores of each loop at some generations of a run of text, by loop and generation. */
export interface Told {
  at(loop: string, generation: number): LaneResult['scores'];
  /** words alive, as a multiple of those of generation 1 */
  alive(loop: string, generation: number): number;
}

/** Runs an experiment of text to the last of these generations, and scores it there. */
export async function tellText(keys: Record<string, unknown>, scores: readonly string[], generations: readonly number[]): Promise<Told> {
  const asked = [1, ...generations];
  const { experiment } = parseExperiment({ generations: Math.max(...asked), scores: scores.join(), ...keys });
  const found = new Map<string, LaneResult['scores']>();
  for await (const event of run(experiment, createNodeHost('auto'), { scores: (t) => (asked.includes(t) ? experiment.scores : null) })) {
    if (event.type === 'generation') for (const lane of event.lanes) found.set(`${lane.loop} ${event.generation}`, lane.scores);
  }
  const at = (loop: string, generation: number) => found.get(`${loop} ${generation}`) ?? {};
  const words = (loop: string, generation: number) => at(loop, generation).wordsAlive ?? Number.NaN;
  return { at, alive: (loop, generation) => words(loop, generation) / words(loop, 1) };
}
