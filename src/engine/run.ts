import type { PartOfRun } from './blocks';
import type { FitJob, Fitted, Glimpse, Host, Progress, Step, TrainingSet } from './contracts';
import { EngineError } from './errors';
import { assertFinite, type Examined, examine, isSeen, see, showcaseOf } from './examine';
import type { Experiment } from './experiment';
import { areReported, hygieneOf, hygieneOfStopped } from './hygiene';
import type { Decision, KeptGeneration } from './keptModels';
import type { Kind } from './kinds/kind';
import { type Laboratory, openLaboratory, type Strand, strandsAt } from './laboratory';
import { type Composed, createComposer, type History, type Lane, type Replicate } from './lanes';
import { loopsOf } from './loops/named';
import { assertFits } from './memory';
import { realWeightIn } from './metrics/effectiveRealWeight';
import { measureNoise, NOISE_PAIRS } from './noiseFloor';
import { modelsDrawnFrom, poolOf, type Recipe, recipesOf } from './recipe';
import type { Hygiene, InTraining, LaneResult, NoiseFloor, TheoryValues } from './results';
import { settingsAt, settingsInForce } from './settings';
import { steps as registeredSteps } from './steps';
import { theoryOf } from './theory';
import { trainingSetOf } from './trainingSet';
import { treated } from './treated';
import { createWatch, type Watch } from './watch';

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

export interface RunOptions extends PartOfRun {
  /**
   * Generations already computed: the run goes on behind the last. The first is needed, too, and with `memory` so many of the last ones as
   * `modelsNeeded` says.
   */
  readonly kept?: readonly KeptGeneration[];
  /** Bytes of models that whoever pulls keeps, to be counted with the rest. */
  readonly budget?: number;
  /** Whether samples for the screen are wanted (of replicate 1). */
  readonly shown?: boolean;
  /** Which of the experiment's scores somebody looks at, asked at every generation; by default all. null: nothing is drawn to be looked at. */
  readonly scores?: (t: number) => readonly string[] | null;
  /** Whether the noise floor of the scores is wanted: it comes once, between generations. */
  readonly noise?: boolean;
  /** What may stand between sampling and training; the registry's own by default. */
  readonly steps?: readonly Step[];
}

/**
 * Work between two pauses, about a millisecond of it, in numbers of a training set; and what a strand takes beside its numbers. Every pause costs as
 * much as some tens of numbers.
 */
const PAUSE = 50_000;
const STRAND = 200;

/** Pairs of the noise floor that are measured behind each generation, so that no generation waits long for it. */
const NOISE_PAIRS_A_TURN = 4;

/**
 * Runs the loops: for every generation compose -> fit -> sample -> score. Pulling the next event goes on, not pulling pauses, ending the
 * iteration early cancels and frees. Every draw depends on (seed, lane, generation, purpose) alone, so that a run that goes on behind
 * `kept` gives the same numbers as one that never stopped.
 */
export async function* run(experiment: Experiment, host: Host, options: RunOptions = {}): AsyncGenerator<RunEvent, void> {
  const { first, last } = options.replicates ?? { first: 1, last: experiment.replicates };
  assertFits(experiment, { replicates: last - first + 1, budget: options.budget ?? 0 });
  const lab = await openLaboratory(experiment, host, options);
  const { model, lanes } = lab;
  const kept = options.kept ?? [];
  const earlier = new Map(kept.map((generation) => [generation.generation, generation.models]));
  const start = kept.at(-1)?.generation ?? 0;
  const steps = (options.steps ?? registeredSteps).filter((step) => settingsInForce(experiment).some((settings) => step.isOn(settings)));
  const drawnFrom = modelsDrawnFrom(experiment, start);
  const laneIndex = new Map(lanes.map((lane, at) => [lane, at]));
  /** what was decided of the models of the generation before, by lane */
  let decided: readonly Decision[] | undefined = kept.at(-1)?.decisions;
  const history: History = {
    model: (lane, t) => earlier.get(t)?.[laneIndex.get(lane) as number],
    decision: (lane) => decided?.[laneIndex.get(lane) as number] ?? 'none',
  };
  const compose = createComposer(lab, start, history, steps);
  const withRealWeight = realWeightIn(experiment);
  const judge = createWatch(lab);
  /** who watches a lane in generation t */
  const watchOf = ({ loop }: Lane, t: number): Watch | undefined => {
    const settings = settingsAt(treated(experiment, loop), t);
    const step = steps.find((one) => one.judge && one.isOn(settings));
    return step && { step, settings };
  };
  const scoresNow = options.scores ?? (() => experiment.scores);
  /** generation 1's parameters of each replicate */
  const originals = new Map<Replicate, unknown>();
  if (start > 0) for (const [at, { replicate }] of lanes.entries()) originals.set(replicate, earlier.get(1)?.[at]);
  const theories = await theoriesOf(lab, steps);
  const ofNoise = (options.noise && scoresNow(start + 1)) || [];
  let noise = ofNoise.length > 0 ? measureNoise(lab, ofNoise) : null;

  for (let t = start + 1; t <= experiment.generations; t++) {
    const now = settingsAt(experiment, t);
    const isReported = areReported(steps, now);
    const strands = strandsAt(lab, t);
    const watching = t > 1 && steps.some(({ judge }) => judge) ? strands.map((strand) => watchOf(firstLane(strand), t)) : [];
    const training = strands.filter((strand, at) => watching[at]?.settings.action !== 'stop' || history.decision(firstLane(strand)) !== 'stop');
    const together = strandsAtOnce(lab, t);
    const jobs: FitJob[] = [];
    const reports: (Hygiene | null)[] = [];
    while (jobs.length < training.length) {
      const some = training.slice(jobs.length, jobs.length + together);
      const composed = t === 1 ? some.map((strand) => firstSet(strand, experiment, isReported)) : await compose(some.map(firstLane), t);
      for (const [at, strand] of some.entries()) {
        jobs.push(fitJobOf(lab, strand, composed[at].set, history.model(firstLane(strand), t - 1), t, options.shown ?? false));
        reports.push(composed[at].hygiene);
      }
      yield { type: 'progress', generation: t, phase: 'compose', done: jobs.length, total: training.length };
    }

    const fits = yield* relayFit(model.fit(jobs, now, host), training, lab.kind, t);
    if (t === 1) for (const [at, { replicate }] of strands.entries()) originals.set(replicate, fits[at].parameters);

    const before = earlier.get(t - 1);
    // what still earlier models gave is composed by now
    for (const generation of earlier.keys()) if (generation <= t - drawnFrom) earlier.delete(generation);
    const results = new Array<LaneResult>(lanes.length);
    const models = new Array<unknown>(lanes.length);
    const decisions = watching.some(Boolean) ? new Array<Decision>(lanes.length).fill('none') : undefined;
    const theory = theories.at(t);
    for (const [at, strand] of strands.entries()) {
      const lastGood = before?.[laneIndex.get(firstLane(strand)) as number];
      const watch = watching[at];
      const fitted = training.length === strands.length ? at : training.indexOf(strand);
      let outcome =
        fitted < 0 ? stoppedAt(lastGood, recipesOf(firstLane(strand).loop, experiment)(t)) : trained(fits[fitted], jobs[fitted], reports[fitted]);
      if (watch && decisions) {
        const decision = fitted < 0 ? 'stop' : yield* relaySteps(judge(watch, strand, fits[fitted], originals.get(strand.replicate), t), t);
        decisions[laneIndex.get(firstLane(strand)) as number] = decision;
        if (fitted >= 0) outcome = decidedOn(outcome, decision, lastGood);
      }
      const wanted = { scores: scoresNow(t), shown: options.shown ?? false };
      const seen = isSeen(lab, strand, wanted)
        ? yield* relaySteps(see(lab, strand, outcome.fit, originals.get(strand.replicate), t, wanted), t)
        : undefined;
      const examined = withRealWeight(examine(lab, outcome.fit, seen), outcome.hygiene ?? undefined);
      for (const lane of strand.lanes) {
        const place = laneIndex.get(lane) as number;
        results[place] = resultOf(lane, t === 1 ? withOwnStore(outcome, lane, experiment) : outcome, examined, theory(lane));
        models[place] = outcome.fit.parameters;
      }
      if (!seen && (at + 1) % together > 0) continue;
      yield { type: 'progress', generation: t, phase: 'score', done: at + 1, total: strands.length };
    }

    decided = decisions;
    earlier.set(t, models);
    yield { type: 'generation', generation: t, lanes: results, models, ...(decisions && { decisions }) };
    if (noise && (yield* noiseTurn(noise, t, t === experiment.generations))) noise = null;
  }
}

/** How many strands of generation t are composed, or compared with the truth, between two pauses. */
function strandsAtOnce({ experiment, kind }: Laboratory, t: number): number {
  const samples = Math.max(...loopsOf(experiment).map((loop) => poolOf(recipesOf(loop, experiment)(t))));
  const width = kind.width(experiment);
  return Math.max(1, Math.floor(PAUSE / (STRAND + samples * width + width * width * width)));
}

/** What theory says of the lanes at a generation: the same of all replicates of a loop, unless it hangs on their real data. */
async function theoriesOf({ experiment, model, density, hasModes, host, lanes, replicates }: Laboratory, steps: readonly Step[]) {
  const { given } = model;
  const known = new Map<string, (t: number) => TheoryValues>();
  const nameOf = ({ loop, replicate }: Lane) => (given ? `${loop.id} ${replicate.number}` : loop.id);
  const ofReplicates = new Map<Replicate, unknown>();
  if (given) for (const replicate of replicates) ofReplicates.set(replicate, await given(replicate.initial, experiment, host));
  for (const lane of lanes) {
    const { loop, replicate } = lane;
    if (!known.has(nameOf(lane))) known.set(nameOf(lane), theoryOf(loop, experiment, density, hasModes, steps, ofReplicates.get(replicate)));
  }
  return {
    at(t: number): (lane: Lane) => TheoryValues {
      const values = new Map([...known].map(([name, of]) => [name, of(t)]));
      return (lane) => values.get(nameOf(lane)) as TheoryValues;
    },
  };
}

const firstLane = ({ lanes: [lane] }: Strand): Lane => lane;

/** D_1 of a strand, with the report of generation 1 where a step is on. */
function firstSet(strand: Strand, experiment: Experiment, isReported: boolean): Composed {
  const set = trainingSetOf(strand.replicate.initial, 'initial', 1);
  return { set, hygiene: isReported ? hygieneOf(set, recipesOf(firstLane(strand).loop, experiment)(1)) : null };
}

/** Generation 1 is shared by loops of which each may have an archive of its own. */
const withOwnStore = (outcome: Outcome, { loop }: Lane, experiment: Experiment): Outcome =>
  outcome.hygiene ? { ...outcome, hygiene: { ...outcome.hygiene, storeSize: recipesOf(loop, experiment)(1).store } } : outcome;

/** The model of a strand in one generation, and what is known of how it came about. */
interface Outcome {
  readonly fit: Fitted<unknown>;
  readonly trainingSize: number;
  readonly hygiene: Hygiene | null;
}

function trained(fit: Fitted<unknown>, { training }: FitJob, hygiene: Hygiene | null): Outcome {
  const clipped = 'Neon’s step went beyond what a covariance can be: the negative variances were set to 0.';
  const told = hygiene && fit.report.clipped ? { ...hygiene, remark: `${hygiene.remark} ${clipped}`.trim() } : hygiene;
  return { fit, trainingSize: training.count, hygiene: told };
}

/** A strand that a monitor has stopped keeps its last model; nothing is trained. */
const stoppedAt = (parameters: unknown, recipe: Recipe): Outcome => ({
  fit: {
    parameters,
    report: {
      iterations: 0,
      objective: { undefined: 'nothing was trained: the monitor has stopped the loop' },
      converged: true,
      floorReached: false,
    },
  },
  trainingSize: 0,
  hygiene: hygieneOfStopped(recipe),
});

/** With what a monitor decided of it: a model that is not good enough gives way to the one before. */
function decidedOn({ fit, trainingSize, hygiene }: Outcome, decision: Decision, lastGood: unknown): Outcome {
  const parameters = decision === 'stop' || decision === 'rollback' ? lastGood : fit.parameters;
  return {
    fit: { parameters, report: fit.report },
    trainingSize,
    hygiene: hygiene && { ...hygiene, alarm: decision !== 'none', action: decision },
  };
}

function fitJobOf(
  { experiment, model }: Laboratory,
  { lanes: [lane], replicate, rng }: Strand,
  { samples, weight }: TrainingSet,
  before: unknown,
  t: number,
  shown: boolean,
): FitJob {
  assertFinite(samples, t);
  if (samples.count === 0) throw new EngineError('bad-experiment', `The training set of generation ${t} of “${lane.loop.name}” is empty.`);
  if (weight && !model.weighs) throw new EngineError('bad-experiment', `The fit of “${model.name}” can’t give samples weights.`);
  const job = { training: samples, weight, initial: replicate.initial, rng: rng.fork(t, 'fit'), before };
  return shown && replicate.number === 1 ? { ...job, showcase: showcaseOf(replicate, settingsAt(experiment, t)) } : job;
}

/** Field by field: spreading took a fifth of a run of many small loops. */
function resultOf({ loop, replicate }: Lane, { trainingSize, hygiene }: Outcome, examined: Examined, theory: TheoryValues): LaneResult {
  const result: LaneResult = {
    loop: loop.id,
    replicate: replicate.number,
    trainingSize,
    scores: examined.scores,
    undefined: examined.undefined,
    truth: examined.truth,
    theory,
    fit: examined.fit,
    shares: examined.shares,
    shown: examined.shown,
  };
  return hygiene ? { ...result, hygiene } : result;
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

/** Passes on that work goes on. */
async function* relaySteps<Result>(work: AsyncGenerator<'sample' | 'score', Result>, t: number): AsyncGenerator<RunEvent, Result> {
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
    yield { type: 'progress', generation: t, phase: step.value, done: 0, total: 1 };
  }
}
