import type { Host } from '../src/engine/contracts';
import { gaussianData } from '../src/engine/datasets/gaussian';
import type { Experiment } from '../src/engine/experiment';
import { parseExperiment } from '../src/engine/experimentText';
import type { GaussianParameters } from '../src/engine/models/gaussian';
import type { LaneResult } from '../src/engine/results';
import { type GenerationEvent, run } from '../src/engine/run';
import { compareWithTruth } from '../src/engine/truth';
import { blockSize } from '../src/headless/blocks';
import { createNodeHost } from '../src/headless/nodeHost';
import { type Estimate, Mean, medianOf } from './estimates';

/** Many replicates of one Gaussian loop, as plain data: it is sent to a worker. */
export interface LoopRun {
  /** keys of the experiment that differ from their defaults; one loop */
  readonly keys: Readonly<Record<string, string | number>>;
  /** what generation 1 is: fitted to real samples, as in every experiment, or the true density itself */
  readonly start: 'real' | 'truth';
  readonly replicates: number;
  /** generations to report */
  readonly generations: readonly number[];
}

/** Numbers that one fit costs beside those it reads: what the machinery around it takes. */
const OVERHEAD = 150;

/** About how many numbers the fits of one replicate read. */
export function costOf({ keys, generations }: Pick<LoopRun, 'keys' | 'generations'>): number {
  const { loop, memory, dim, initialReal = 0, real = 0, synthetic } = keys as Record<string, number> & { loop: string; memory: string };
  const last = Math.max(...generations);
  const realSamples = loop === 'fully-synthetic' ? 0 : loop === 'fresh-data' ? real : initialReal;
  return last * (OVERHEAD + dim * (realSamples + synthetic * (memory === 'previous' ? 1 : (last + 1) / 2)));
}

/** What the replicates of one generation say of the fitted model, with standard errors. */
export interface Observed {
  readonly generation: number;
  readonly traceOverDim: Estimate;
  readonly meanSquared: Estimate;
  readonly meanLogDet: Estimate;
  readonly medianLogDet: Estimate;
  readonly w2Squared: Estimate;
  /** our own theory of this generation; it knows only starts from real samples */
  readonly theory: Readonly<Record<string, number | null>>;
}

/** Draws and fits every replicate with the engine's own `run`, in blocks; keeps running sums, and for the median one number a replicate. */
export async function simulateLoop(loopRun: LoopRun): Promise<Observed[]> {
  const { keys, start, replicates, generations } = loopRun;
  const fixed = { model: 'gaussian', dataset: 'gaussian', scores: 'none', replicates, generations: Math.max(...generations) };
  const { experiment, notes } = parseExperiment({ ...fixed, ...keys }, 'headless');
  if (notes.length > 0) throw new Error(notes[0].message);
  const host = createNodeHost('cpu');
  const tallies = new Map(generations.map((generation) => [generation, new Tally(generation)]));
  const size = blockSize(experiment);
  for (let first = 1; first <= replicates; first += size) {
    await runBlock(experiment, host, start, { first, last: Math.min(replicates, first + size - 1) }, tallies);
  }
  return [...tallies.values()].map((tally) => tally.observed(start === 'real'));
}

async function runBlock(
  experiment: Experiment,
  host: Host,
  start: LoopRun['start'],
  replicates: { first: number; last: number },
  tallies: ReadonlyMap<number, Tally>,
): Promise<void> {
  const kept = start === 'truth' ? [truthAsGenerationOne(experiment, replicates)] : [];
  for (const event of kept) tallies.get(event.generation)?.add(event);
  for await (const event of run(experiment, host, { kept, replicates })) {
    if (event.type === 'generation') tallies.get(event.generation)?.add(event);
  }
}

/** The true density in the place of generation 1's fitted model, for every replicate of a block. */
function truthAsGenerationOne(experiment: Experiment, { first, last }: { first: number; last: number }): GenerationEvent {
  const { dim, loop } = experiment;
  const covariance = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) covariance[i * dim + i] = 1;
  const parameters: GaussianParameters = { mean: new Float64Array(dim), covariance };
  const density = gaussianData.density?.(experiment);
  if (!density) throw new Error('the Gaussian data have no density');
  const lane: Omit<LaneResult, 'replicate'> = {
    loop: loop[0],
    trainingSize: 0,
    scores: {},
    shares: null,
    ...compareWithTruth([{ weight: 1, ...parameters }], density, false),
    theory: { theory: {}, undefined: {} },
    fit: { iterations: 0, objective: null, converged: true, floorReached: false },
    shown: null,
  };
  const lanes = Array.from({ length: last - first + 1 }, (_, at) => ({ ...lane, replicate: first + at }));
  return { type: 'generation', generation: 1, lanes, models: lanes.map(() => parameters) };
}

class Tally {
  private readonly trace = new Mean();
  private readonly square = new Mean();
  private readonly logDet = new Mean();
  private readonly w2 = new Mean();
  private readonly logDets: number[] = [];
  private theory: Observed['theory'] = {};

  constructor(private readonly generation: number) {}

  add({ lanes }: GenerationEvent): void {
    for (const { truth, theory, replicate } of lanes) {
      const value = (key: string) => {
        const known = truth[key];
        if (typeof known !== 'number') throw new Error(`${key} of replicate ${replicate} at generation ${this.generation} is not known`);
        return known;
      };
      this.trace.add(value('traceOverDim'));
      this.square.add(value('meanSquared'));
      this.w2.add(value('w2Squared'));
      this.logDet.add(value('logDet'));
      this.logDets.push(value('logDet'));
      this.theory = theory.theory;
    }
  }

  observed(withTheory: boolean): Observed {
    return {
      generation: this.generation,
      traceOverDim: this.trace.estimate(),
      meanSquared: this.square.estimate(),
      meanLogDet: this.logDet.estimate(),
      medianLogDet: medianOf(this.logDets),
      w2Squared: this.w2.estimate(),
      theory: withTheory ? this.theory : {},
    };
  }
}
