import { parseExperiment } from '../src/engine/experimentText';
import { run } from '../src/engine/run';
import { createNodeHost } from '../src/headless/nodeHost';
import { inProcesses } from './processes';

export const SCORES = ['frechetDistance', 'precision', 'recall', 'coverage', 'classEntropy', 'traceRatio', 'encodingSpread'] as const;
export type ScoreId = (typeof SCORES)[number];

export const LOOPS = ['fully-synthetic', 'synthetic-augmentation', 'fresh-data'] as const;
export type LoopId = (typeof LOOPS)[number];

export const GENERATIONS = 10;
export const SEEDS = [1, 2, 3, 4, 5];
const BIASES = [1, 0.5];

/** What differs from the default experiment of `model=vae`. */
interface DigitsRun {
  readonly seed: number;
  readonly bias: number;
}

/** Every score of one run: by loop, then generation - 1. */
export type RunScores = Readonly<Record<string, readonly Readonly<Record<string, number | null>>[]>>;

/** One run of the default digits with the engine's own `run`, all three loops. */
export async function simulateDigits(keys: DigitsRun): Promise<RunScores> {
  const { experiment, notes } = parseExperiment({ model: 'vae', scores: SCORES.join(','), generations: GENERATIONS, ...keys }, 'headless');
  if (notes.length > 0) throw new Error(notes[0].message);
  const scores: Record<string, Record<string, number | null>[]> = {};
  for await (const event of run(experiment, createNodeHost('wasm'))) {
    if (event.type !== 'generation') continue;
    for (const lane of event.lanes) {
      scores[lane.loop] ??= [];
      scores[lane.loop].push({ ...lane.scores });
    }
  }
  return scores;
}

/** The default digits over SEEDS, at sampling bias 1 and 0.5. */
export class DigitsRuns {
  private constructor(private readonly runs: ReadonlyMap<string, RunScores>) {}

  static async simulate(say: (line: string) => void): Promise<DigitsRuns> {
    const jobs = BIASES.flatMap((bias) => SEEDS.map((seed): DigitsRun => ({ seed, bias })));
    const found = await inProcesses<DigitsRun, RunScores>(new URL('./vaeWorker.ts', import.meta.url), jobs, (at, seconds) =>
      say(`default digits, seed ${jobs[at].seed}, sampling bias ${jobs[at].bias}: ${Math.round(seconds)} s`),
    );
    return new DigitsRuns(new Map(jobs.map(({ seed, bias }, at) => [`${seed} ${bias}`, found[at]])));
  }

  /** A score at generation t; a score that is undefined is an error, since none of these may be. */
  at(seed: number, bias: number, loop: LoopId, t: number, score: ScoreId): number {
    const value = this.runs.get(`${seed} ${bias}`)?.[loop][t - 1][score];
    if (typeof value !== 'number') throw new Error(`${score} of ${loop}, seed ${seed}, bias ${bias}, generation ${t} is not known`);
    return value;
  }

  /** A score at generation t over the seeds, bias 1, from the lowest. */
  over(loop: LoopId, t: number, score: ScoreId): number[] {
    return SEEDS.map((seed) => this.at(seed, 1, loop, t, score)).sort((a, b) => a - b);
  }
}
