import type { Dataset, GenerativeModel, Host, RealSource, Rng, SampleJob, Samples, Stage, Step, TrainingSet } from './contracts';
import type { Loop } from './descriptions';
import type { Experiment } from './experiment';
import { modelsNeeded, poolOf, recipesOf } from './recipe';
import { permutation } from './samples';
import { settingsAt } from './settings';
import { rowsOf, rowsWhere, trainingSetOf, union } from './trainingSet';

/** What all loops of one replicate share: D_1, the held-out data, the stream that everything of generation 1 draws from. */
export interface Replicate extends Omit<RealSource, 'initial'> {
  /** from 1 */
  readonly number: number;
  readonly rng: Rng;
  readonly initial: Samples;
}

/** One autophagous loop: a loop of one replicate, with its own stream from generation 2 on. */
export interface Lane {
  readonly loop: Loop;
  readonly replicate: Replicate;
  readonly rng: Rng;
}

export async function openReplicate(number: number, root: Rng, experiment: Experiment, dataset: Dataset, host: Host): Promise<Replicate> {
  const rng = root.fork('replicate', number);
  const source = dataset.open(experiment, rng, host);
  const initial = await source.initial(experiment.initialReal);
  return { number, rng, initial, fresh: source.fresh, heldOut: source.heldOut };
}

export function lanesOf(replicates: readonly Replicate[], loops: readonly Loop[]): Lane[] {
  return loops.flatMap((loop) => replicates.map((replicate) => ({ loop, replicate, rng: replicate.rng.fork('loop', loop.id) })));
}

/** The model of a lane at an earlier generation. */
export type EarlierModel = (lane: Lane, generation: number) => unknown;

/** What a model is asked for, `born` at its generation. */
interface Job extends SampleJob<unknown> {
  readonly born: number;
}

/** What is new in a training set, as the steps leave it. */
interface Added {
  readonly real: TrainingSet | null;
  readonly made: TrainingSet | null;
}

/**
 * Builds training sets by their recipes. Where some training set, now or later, draws on the synthetic samples of all generations, these are
 * remembered, so that their models need not be.
 * @param start the generation behind which the run goes on
 */
export function createComposer(
  experiment: Experiment,
  start: number,
  model: GenerativeModel,
  host: Host,
  earlier: EarlierModel,
  steps: readonly Step[],
) {
  const remembers = modelsNeeded(experiment, start) === Number.POSITIVE_INFINITY;
  const remembered = new Map<Lane, Added[]>();
  /** what each lane drew last: where nothing keeps it, its array is free once it is fitted */
  const last = new Map<Lane, Samples['values']>();
  const isForgotten = !remembers && steps.length === 0;
  const recipeOf = ({ loop }: Lane, t: number) => recipesOf(loop, experiment)(t);

  /** What models are asked for D_t of a lane: n_s samples, those of the newest first. */
  function jobsOf(lane: Lane, t: number): readonly Job[] {
    const { drawn, models, bias } = recipeOf(lane, t);
    const rng = lane.rng.fork(t, 'synthetic');
    if (models === 1) return [{ parameters: earlier(lane, t - 1), count: drawn, bias, rng, born: t - 1, into: last.get(lane) }];
    const jobs = shareOut(drawn, models, rng.fork('model')).map((count, age) => {
      return { parameters: earlier(lane, t - 1 - age), count, bias, rng: age === 0 ? rng : rng.fork(age), born: t - 1 - age };
    });
    return jobs.filter(({ count }) => count > 0);
  }

  /** The synthetic samples that are new in D_t of each lane. They depend on its models and its stream alone, so they can be drawn again. */
  async function draw(lanes: readonly Lane[], t: number): Promise<(TrainingSet | null)[]> {
    const jobs = lanes.map((lane) => (lane.loop.parts.includes('synthetic') ? jobsOf(lane, t) : []));
    const samples = await model.sample(jobs.flat(), experiment, host);
    let next = 0;
    return lanes.map((lane, at) => {
      const sets = jobs[at].map(({ born }) => trainingSetOf(samples[next++], 'synthetic', born));
      if (isForgotten && sets.length === 1) last.set(lane, sets[0].samples.values);
      return sets.length > 0 ? union(...sets) : null;
    });
  }

  async function real(lane: Lane, t: number): Promise<TrainingSet | null> {
    const { fresh, realSeen } = recipeOf(lane, t);
    const sets: TrainingSet[] = [];
    for (const part of lane.loop.parts) {
      if (part === 'initial') sets.push(trainingSetOf(lane.replicate.initial, part, 1));
      if (part === 'fresh') sets.push(trainingSetOf(await lane.replicate.fresh(fresh, realSeen - fresh, lane.rng.fork(t, 'real')), part, t));
    }
    return sets.length > 0 ? union(...sets) : null;
  }

  /** What is new in D_t beside the synthetic samples `made`; `alone`: these alone are wanted, as a training set of later keeps them. */
  async function renew(lane: Lane, t: number, made: TrainingSet | null, alone: boolean): Promise<Added> {
    const acting = steps.filter((step) => step.act && step.isOn(settingsAt(experiment, t)));
    if (alone && acting.length === 0) return { real: null, made };
    const whole = { real: await real(lane, t), made };
    if (acting.length === 0) return whole;
    let left = union(...[whole.real, whole.made].filter((set) => set !== null));
    for (const step of acting) left = (await step.act?.(left, stageOf(step, lane, t))) ?? left;
    const rowsOfSide = (isMade: boolean) => rowsWhere(left, (part) => (part === 'synthetic') === isMade);
    return { real: rowsOf(left, rowsOfSide(false)), made: made && rowsOf(left, rowsOfSide(true)) };
  }

  function stageOf(step: Step, lane: Lane, generation: number): Stage {
    const { initial, fresh } = lane.replicate;
    return { generation, settings: settingsAt(experiment, generation), source: { initial, fresh }, rng: lane.rng.fork(generation, 'step', step.id) };
  }

  /** What each D_t since t = 2 has kept, up to D_t - 1. */
  async function keptBefore(lane: Lane, t: number): Promise<Added[]> {
    const kept = remembered.get(lane) ?? [];
    remembered.set(lane, kept);
    for (let s = kept.length + 2; s < t; s++) kept.push(await renew(lane, s, (await draw([lane], s))[0], true));
    return kept;
  }

  async function composeOne(lane: Lane, t: number, made: TrainingSet | null): Promise<TrainingSet> {
    const recipe = recipeOf(lane, t);
    const kept = remembers ? await keptBefore(lane, t) : [];
    const now = await renew(lane, t, made, false);
    if (remembers) kept.push({ real: null, made: now.made });
    const synthetic = (recipe.kept > 0 ? kept : [now]).map(({ made }) => made);
    let set = union(...[now.real, ...synthetic].filter((part) => part !== null));
    const { count } = set.samples;
    if (recipe.memory === 'subsample') set = rowsOf(set, permutation(count, lane.rng.fork(t, 'subsample'), Math.min(recipe.size, count)));
    for (const step of steps) {
      if (step.weigh && step.isOn(settingsAt(experiment, t))) set = { ...set, weight: step.weigh(set, stageOf(step, lane, t)) };
    }
    return set;
  }

  /** D_t of lanes, t >= 2. */
  return async function compose(lanes: readonly Lane[], t: number): Promise<TrainingSet[]> {
    const made = await draw(lanes, t);
    const sets: TrainingSet[] = [];
    const hasSteps = steps.some((step) => step.isOn(settingsAt(experiment, t)));
    for (const lane of lanes) {
      const drawn = made[sets.length];
      const isAlone = drawn && !remembers && !hasSteps && drawn.samples.count === poolOf(recipeOf(lane, t));
      sets.push(isAlone ? drawn : await composeOne(lane, t, drawn));
    }
    return sets;
  };
}

/** How many of `count` samples come from each of `models` models: for every sample one of them is chosen. */
function shareOut(count: number, models: number, rng: Rng): number[] {
  const shares = new Array<number>(models).fill(0);
  for (let i = 0; i < count; i++) shares[rng.integer(models)]++;
  return shares;
}
