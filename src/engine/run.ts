import type { Block } from './blocks';
import type { Component, FitJob, Fitted, GenerativeModel, Glimpse, Host, Modes, Progress, Rng, Samples, Step } from './contracts';
import { datasets } from './datasets';
import { EngineError } from './errors';
import type { Experiment } from './experiment';
import type { KeptGeneration } from './keptModels';
import { kinds } from './kinds';
import { SHOWN_IMAGES } from './kinds/images';
import type { Kind } from './kinds/kind';
import { createComposer, type Lane, lanesOf, openReplicate, type Replicate } from './lanes';
import { loops } from './loops';
import { assertFits } from './memory';
import { finiteScore } from './metrics/range';
import { models } from './models';
import { measureNoise, NOISE_PAIRS } from './noiseFloor';
import { modelsDrawnFrom } from './recipe';
import { byId } from './registry';
import type { InTraining, LaneResult, NoiseFloor, TheoryValues } from './results';
import { createRng } from './rng';
import { createScorer, NO_SCORES, type Scorer } from './scorer';
import { settingsAt } from './settings';
import { steps as registeredSteps } from './steps';
import { theoryOf } from './theory';
import { trainingSetOf } from './trainingSet';
import { compareWithTruth } from './truth';

/** A finished generation: its results, and the models that going on from here needs. */
export interface GenerationEvent extends KeptGeneration {
  readonly type: 'generation';
  readonly lanes: readonly LaneResult[];
}

export interface ProgressEvent extends Omit<Progress, 'glimpse'> {
  readonly type: 'progress';
  readonly generation: number;
  /** now and then, where somebody looks */
  readonly inTraining?: InTraining;
}

export interface NoiseEvent {
  readonly type: 'noise';
  readonly noise: NoiseFloor;
}

export type RunEvent = ProgressEvent | GenerationEvent | NoiseEvent;

export interface RunOptions {
  /**
   * Generations already computed: the run goes on behind the last. The first is needed, too, and with `memory` so many of the last ones as
   * `modelsNeeded` says.
   */
  readonly kept?: readonly KeptGeneration[];
  /** Bytes of models that whoever pulls keeps, to be counted with the rest. */
  readonly budget?: number;
  /** All of the experiment's by default. */
  readonly replicates?: Block | undefined;
  /** Whether samples for the screen are wanted (of replicate 1). */
  readonly shown?: boolean;
  /** Whether the noise floor of the scores is wanted: it comes once, between generations. */
  readonly noise?: boolean;
  /** What may stand between sampling and training; the registry's own by default. */
  readonly steps?: readonly Step[];
}

/** Pairs of the noise floor that are measured behind each generation, so that no generation waits long for it. */
const NOISE_PAIRS_A_TURN = 4;

/** What stays the same over a run. */
interface Laboratory {
  readonly model: GenerativeModel;
  readonly density: Modes | null;
  /** the density's centres are modes */
  readonly hasModes: boolean;
  readonly host: Host;
  readonly scorer: Scorer;
  /** generation 1's parameters of each replicate, where a score asks its encoder */
  readonly originals: Map<Replicate, unknown>;
  readonly shown: boolean;
}

/** One fit: in generation 1 a replicate's, shared by its loops; from then on a lane's. */
interface Strand {
  readonly lanes: readonly Lane[];
  readonly replicate: Replicate;
  readonly rng: Rng;
}

/**
 * Runs the loops: for every generation compose -> fit -> sample -> score. Pulling the next event goes on, not pulling pauses, ending the
 * iteration early cancels and frees. Every draw depends on (seed, lane, generation, purpose) alone, so that a run that goes on behind
 * `kept` gives the same numbers as one that never stopped.
 */
export async function* run(experiment: Experiment, host: Host, options: RunOptions = {}): AsyncGenerator<RunEvent, void> {
  const model = byId(models, experiment.model);
  const dataset = byId(datasets, experiment.dataset);
  const { first, last } = options.replicates ?? { first: 1, last: experiment.replicates };
  assertFits(experiment, { replicates: last - first + 1, budget: options.budget ?? 0 });
  const root = createRng(experiment.seed);
  const replicates: Replicate[] = [];
  for (let number = first; number <= last; number++) replicates.push(await openReplicate(number, root, experiment, dataset, host));
  const chosen = experiment.loop.map((id) => byId(loops, id));
  const lanes = lanesOf(replicates, chosen);
  const laneIndex = new Map(lanes.map((lane, at) => [lane, at]));
  const kept = options.kept ?? [];
  const earlier = new Map(kept.map((generation) => [generation.generation, generation.models]));
  const start = kept.at(-1)?.generation ?? 0;
  const steps = options.steps ?? registeredSteps;
  const drawnFrom = modelsDrawnFrom(experiment, start);
  const compose = createComposer(experiment, start, model, host, (lane, t) => earlier.get(t)?.[laneIndex.get(lane) as number], steps);
  const scorer = await createScorer(experiment, dataset, host);
  const density = dataset.density?.(experiment) ?? null;
  const hasModes = dataset.modes > 0;
  const encodes = scorer.needsEncodings && model.encode !== undefined;
  const originals = new Map<Replicate, unknown>();
  if (encodes && start > 0) for (const [at, { replicate }] of lanes.entries()) originals.set(replicate, earlier.get(1)?.[at]);
  const laboratory: Laboratory = { model, density, hasModes, host, scorer, originals, shown: options.shown ?? false };
  const theories = new Map(experiment.loop.map((loop) => [loop, theoryOf(byId(loops, loop), experiment, density, hasModes, steps)]));
  let noise = options.noise && experiment.scores.length > 0 ? measureNoise(experiment, dataset, root, host, scorer) : null;

  for (let t = start + 1; t <= experiment.generations; t++) {
    const now = settingsAt(experiment, t);
    const strands: Strand[] =
      t === 1
        ? replicates.map((replicate) => ({ replicate, rng: replicate.rng, lanes: lanes.filter((lane) => lane.replicate === replicate) }))
        : lanes.map((lane) => ({ replicate: lane.replicate, rng: lane.rng, lanes: [lane] }));

    const jobs: FitJob[] = [];
    for (const {
      lanes: [lane],
      replicate,
      rng,
    } of strands) {
      const { samples, weight } = t === 1 ? trainingSetOf(replicate.initial, 'initial', 1) : await compose(lane, t);
      assertFinite(samples, t);
      if (samples.count === 0) throw new EngineError('bad-experiment', `The training set of generation ${t} of “${lane.loop.name}” is empty.`);
      if (weight && !model.weighs) throw new EngineError('bad-experiment', `The fit of “${model.name}” can’t give samples weights.`);
      const isSeen = laboratory.shown && replicate.number === 1;
      const showcase = isSeen && { showcase: showcaseOf(replicate, now) };
      jobs.push({ training: samples, weight, initial: replicate.initial, rng: rng.fork(t, 'fit'), ...showcase });
      yield { type: 'progress', generation: t, phase: 'compose', done: jobs.length, total: strands.length };
    }

    const fitted = yield* relayFit(model.fit(jobs, now, host), strands, byId(kinds, model.kind), t);
    if (encodes && t === 1) for (const [at, { replicate }] of strands.entries()) originals.set(replicate, fitted[at].parameters);

    // what still earlier models gave is composed by now
    for (const generation of earlier.keys()) if (generation <= t - drawnFrom) earlier.delete(generation);
    const results = new Map<Lane, LaneResult>();
    const fits = new Map<Lane, unknown>();
    const theory = new Map([...theories].map(([loop, at]) => [loop, at(t)]));
    for (const [at, strand] of strands.entries()) {
      const outcome = yield* sampleAndScore(laboratory, strand, fitted[at], now, t);
      for (const lane of strand.lanes) {
        const about = { loop: lane.loop.id, replicate: lane.replicate.number, trainingSize: jobs[at].training.count };
        results.set(lane, { ...about, ...outcome, theory: theory.get(lane.loop.id) as TheoryValues });
        fits.set(lane, fitted[at].parameters);
      }
      yield { type: 'progress', generation: t, phase: 'score', done: at + 1, total: strands.length };
    }

    const fittedModels = lanes.map((lane) => fits.get(lane));
    earlier.set(t, fittedModels);
    yield { type: 'generation', generation: t, lanes: lanes.map((lane) => results.get(lane) as LaneResult), models: fittedModels };
    if (noise && (yield* noiseTurn(noise, t, t === experiment.generations))) noise = null;
  }
}

/** Measures some pairs of the noise floor, or with `toTheEnd` all that are left; true once it is told. */
async function* noiseTurn(noise: ReturnType<typeof measureNoise>, t: number, toTheEnd: boolean): AsyncGenerator<RunEvent, boolean> {
  for (let pairs = 0; toTheEnd || pairs < NOISE_PAIRS_A_TURN; ) {
    const step = await noise.next();
    if (step.done) {
      yield { type: 'noise', noise: step.value };
      return true;
    }
    if (step.value === 'pair') pairs++;
    yield { type: 'progress', generation: t, phase: 'noise', done: pairs, total: NOISE_PAIRS };
  }
  return false;
}

/** Passes a fit's progress on; a fit that is left early frees what it holds. */
async function* relayFit(
  fit: AsyncGenerator<Progress, Fitted<unknown>[]>,
  strands: readonly Strand[],
  kind: Kind,
  t: number,
): AsyncGenerator<RunEvent, Fitted<unknown>[]> {
  const seen = ({ job, objective, samples }: Glimpse): InTraining => ({
    loops: strands[job].lanes.map(({ loop }) => loop.id),
    objective,
    shown: kind.show(samples, []),
  });
  try {
    for (;;) {
      const step = await fit.next();
      if (step.done) return step.value;
      const { glimpse, ...progress } = step.value;
      yield { type: 'progress', generation: t, ...progress, ...(glimpse && { inTraining: seen(glimpse) }) };
    }
  } finally {
    await fit.return([]);
  }
}

/** The samples for the eye: of the same latent points in every generation. */
const showcaseOf = ({ rng }: Replicate, { bias }: Experiment) => ({ count: SHOWN_IMAGES, bias, rng: rng.fork('showcase') });

type Outcome = Omit<LaneResult, 'loop' | 'replicate' | 'trainingSize' | 'theory'>;

/** Draws the evaluation samples of G_t, with its bias, and scores them; without scores and screen nothing is drawn. */
async function* sampleAndScore(
  { model, density, hasModes, host, scorer, originals, shown }: Laboratory,
  { replicate, rng }: Strand,
  { parameters, report }: Fitted<unknown>,
  now: Experiment,
  t: number,
): AsyncGenerator<RunEvent, Outcome> {
  const onScreen = shown && replicate.number === 1;
  const scored = now.scores.length > 0;
  const components = model.components?.(parameters) ?? [];
  let samples: Samples | null = null;
  if (scored || onScreen) {
    [samples] = await model.sample([{ parameters, count: now.evaluation, bias: now.bias, rng: rng.fork(t, 'evaluation') }], now, host);
    assertFinite(samples, t);
    yield { type: 'progress', generation: t, phase: 'sample', done: 1, total: 1 };
  }
  let sheet = NO_SCORES;
  if (samples && scored) {
    const encodings = originals.has(replicate) ? await model.encode?.(originals.get(replicate), samples, now, host) : undefined;
    const scoring = scorer.score(replicate, samples, encodings ?? null);
    for (;;) {
      const step = await scoring.next();
      if (step.done) {
        sheet = step.value;
        break;
      }
      yield { type: 'progress', generation: t, phase: 'score', done: 0, total: 1 };
    }
  }
  const against = components.length > 0 && density ? compareWithTruth(components, density, hasModes) : { truth: {}, undefined: {} };
  const objective = finiteScore(report.objective);
  return {
    scores: sheet.scores,
    shares: sheet.shares,
    truth: against.truth,
    undefined: { ...sheet.undefined, ...against.undefined, ...('undefined' in objective ? { objective: objective.undefined } : {}) },
    fit: { ...report, objective: 'value' in objective ? objective.value : null },
    shown: onScreen && samples ? show(await showcased(samples)) : null,
  };

  function show(seen: Samples) {
    return byId(kinds, model.kind).show(seen, components as Component[], scorer.classesOf(seen));
  }

  async function showcased(evaluation: Samples): Promise<Samples> {
    if (!model.showcase) return evaluation;
    const [latent] = await model.showcase([{ parameters, ...showcaseOf(replicate, now) }], now, host);
    return latent;
  }
}

function assertFinite({ values }: Samples, t: number): void {
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    const advice = 'Finished generations are kept; change a setting, or choose another backend.';
    throw new EngineError('not-finite', `The model made numbers that are not finite at generation ${t}. ${advice}`);
  }
}
