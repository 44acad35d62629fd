import type { Dataset, Host, RealSource, Rng, SampleJob, Samples, Stage, Step, Told, TrainingSet } from './contracts';
import type { Loop } from './descriptions';
import type { Experiment } from './experiment';
import { areReported, hygieneOf } from './hygiene';
import type { Decision } from './keptModels';
import { passageOf } from './kinds/kind';
import type { Laboratory } from './laboratory';
import { modelsNeeded, placesOf, poolOf, recipesOf } from './recipe';
import type { Hygiene } from './results';
import { permutation, take } from './samples';
import { settingsAt } from './settings';
import { leastSamples } from './steps/least';
import { rowsOf, rowsWhere, trainingSetOf, union } from './trainingSet';
import { treated } from './treated';

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
  return loops.flatMap((loop) => replicates.map((replicate) => ({ loop, replicate, rng: replicate.rng.fork('loop', loop.base ?? loop.id) })));
}

/** What is known of the lanes so far. */
export interface History {
  /** the model of a lane at an earlier generation */
  model(lane: Lane, generation: number): unknown;
  /** what was decided of its model of the generation before */
  decision(lane: Lane): Decision;
}

/** What a model is asked for, `born` at its generation. */
interface Job extends SampleJob<unknown> {
  readonly born: number;
}

/** What is new in a training set, as the steps leave it. */
interface Added {
  readonly real: TrainingSet | null;
  readonly made: TrainingSet | null;
}

/** D_t of a lane, with what the steps report of it; null where none is on. */
export interface Composed {
  readonly set: TrainingSet;
  readonly hygiene: Hygiene | null;
}

/**
 * Builds training sets by their recipes. Where some training set, now or later, draws on the synthetic samples of all generations, these are
 * remembered, so that their models need not be.
 * @param start the generation behind which the run goes on
 * @param steps those that are on in some generation
 */
export function createComposer(
  { experiment, model, kind, host, density, hasModes }: Laboratory,
  start: number,
  history: History,
  steps: readonly Step[],
) {
  const remembers = modelsNeeded(experiment, start) === Number.POSITIVE_INFINITY;
  const remembered = new Map<Lane, Added[]>();
  /** what each lane drew last: where nothing keeps it, its array is free once it is fitted */
  const last = new Map<Lane, Samples['values']>();
  const isForgotten = !remembers && steps.length === 0;
  const least = leastSamples(experiment);
  const passage = passageOf(kind, experiment);
  const recipeOf = ({ loop }: Lane, t: number) => recipesOf(loop, experiment)(t);
  const settingsOf = ({ loop }: Lane, t: number) => settingsAt(treated(experiment, loop), t);
  const stepsAt = (lane: Lane, t: number) => steps.filter((step) => step.isOn(settingsOf(lane, t)));
  const isReported = (t: number) => areReported(steps, settingsAt(experiment, t));

  /** What models are asked for `count` samples of D_t of a lane: those of the newest first. */
  function jobsOf(lane: Lane, t: number, count: number, rng: Rng): readonly Job[] {
    const { models, bias } = recipeOf(lane, t);
    if (models <= 1) return [{ parameters: history.model(lane, t - 1), count, bias, rng, born: t - 1 }];
    const jobs = shareOut(count, models, rng.fork('model')).map((share, age) => {
      return { parameters: history.model(lane, t - 1 - age), count: share, bias, rng: age === 0 ? rng : rng.fork(age), born: t - 1 - age };
    });
    return jobs.filter((job) => job.count > 0);
  }

  /** The n_s jobs of D_t; where nothing keeps what a lane drew last, its array is filled again. */
  function jobsAt(lane: Lane, t: number): readonly Job[] {
    const { drawn } = recipeOf(lane, t);
    if (drawn === 0) return [];
    const jobs = jobsOf(lane, t, drawn, lane.rng.fork(t, 'synthetic'));
    return jobs.length === 1 ? [{ ...jobs[0], into: last.get(lane) }] : jobs;
  }

  /** The synthetic samples that are new in D_t of each lane. They depend on its models and its stream alone, so they can be drawn again. */
  async function draw(lanes: readonly Lane[], t: number): Promise<(TrainingSet | null)[]> {
    const jobs = lanes.map((lane) => jobsAt(lane, t));
    const samples = await model.sample(jobs.flat(), experiment, host);
    let next = 0;
    return lanes.map((lane, at) => {
      const sets = jobs[at].map(({ born }) => trainingSetOf(samples[next++], 'synthetic', born));
      if (isForgotten && sets.length === 1) last.set(lane, sets[0].samples.values);
      return sets.length > 0 ? union(...sets) : null;
    });
  }

  async function real(lane: Lane, t: number): Promise<TrainingSet | null> {
    const recipe = recipeOf(lane, t);
    const sets: TrainingSet[] = [];
    for (const part of lane.loop.parts) {
      if (part === 'initial') sets.push(trainingSetOf(lane.replicate.initial, part, 1));
      if (part === 'fresh')
        sets.push(trainingSetOf(await lane.replicate.fresh(recipe.fresh, placesOf(recipe).fresh, lane.rng.fork(t, 'real')), part, t));
    }
    return sets.length > 0 ? union(...sets) : null;
  }

  /**
   * What is new in D_t beside the synthetic samples `made`; `alone`: these alone are wanted, as a training set of later keeps them.
   * @param others samples of earlier generations that stand in D_t, too
   */
  async function renew(lane: Lane, t: number, made: TrainingSet | null, others: number, tell: (told: Told) => void, alone: boolean): Promise<Added> {
    const acting = stepsAt(lane, t).filter(({ act }) => act);
    if (alone && acting.length === 0) return { real: null, made };
    const whole = { real: await real(lane, t), made };
    if (acting.length === 0) return whole;
    let left = union(...[whole.real, whole.made].filter((set) => set !== null));
    for (const step of acting) left = (await step.act?.(left, stageOf(step, lane, t, others, tell))) ?? left;
    const rowsOfSide = (isSynthetic: boolean) => rowsWhere(left, (origin) => (origin === 'synthetic') === isSynthetic);
    return { real: rowsOf(left, rowsOfSide(false)), made: rowsOf(left, rowsOfSide(true)) };
  }

  function stageOf(step: Step, lane: Lane, generation: number, others: number, tell: (told: Told) => void): Stage {
    const { replicate } = lane;
    const recipe = recipeOf(lane, generation);
    const rng = lane.rng.fork(generation, 'step', step.id);
    let place = placesOf(recipe).spare;
    let calls = 0;
    return {
      generation,
      settings: settingsOf(lane, generation),
      recipe,
      initial: replicate.initial,
      density,
      hasModes,
      others,
      least,
      passage,
      rng,
      async moreReal(count) {
        const samples = await replicate.fresh(count, place, rng.fork('real', calls++));
        place += count;
        return trainingSetOf(samples, 'fresh', generation);
      },
      async moreMade(count) {
        const jobs = jobsOf(lane, generation, count, rng.fork('made', calls++));
        const samples = await model.sample(jobs, experiment, host);
        return union(...jobs.map(({ born }, at) => trainingSetOf(samples[at], 'synthetic', born)));
      },
      stored: (places) => stored(lane, generation, places),
      async classProbabilities(samples) {
        const reader = await kind.reader?.open(host, experiment);
        return reader?.probabilities?.(reader.features(samples), samples) ?? null;
      },
      wantsInitial: history.decision(lane) === 'archive',
      tell,
    };
  }

  /** Samples of the archive: those of D_1, those that were stored beside it, those that came later. None is kept, each can be drawn again. */
  async function stored({ replicate, loop, rng }: Lane, t: number, places: ArrayLike<number>): Promise<TrainingSet> {
    const recipeAt = recipesOf(loop, experiment);
    const shared: number[] = [];
    const sets: TrainingSet[] = [];
    for (const place of Array.from(places)) {
      if (place < recipeAt(1).shared) {
        shared.push(place);
        continue;
      }
      if (place < recipeAt(1).store) {
        sets.push(trainingSetOf(await replicate.fresh(1, place, replicate.rng.fork('archive', place)), 'archive', 1));
        continue;
      }
      let born = t;
      while (recipeAt(born - 1).store > place) born--;
      const at = place - recipeAt(born - 1).store;
      sets.push(trainingSetOf(await replicate.fresh(1, placesOf(recipeAt(born)).grown + at, rng.fork(born, 'archive', at)), 'archive', born));
    }
    const ofInitial = trainingSetOf(take(replicate.initial, shared), 'archive', 1);
    return union(...(shared.length > 0 ? [ofInitial] : []), ...sets);
  }

  /** What each D_t since t = 2 has kept, up to D_t - 1. */
  async function keptBefore(lane: Lane, t: number): Promise<Added[]> {
    const kept = remembered.get(lane) ?? [];
    remembered.set(lane, kept);
    for (let s = kept.length + 2; s < t; s++) kept.push(await renew(lane, s, (await draw([lane], s))[0], sizeOf(kept), () => undefined, true));
    return kept;
  }

  async function composeOne(lane: Lane, t: number, made: TrainingSet | null): Promise<Composed> {
    const recipe = recipeOf(lane, t);
    const kept = remembers ? await keptBefore(lane, t) : [];
    let told: Told = {};
    const tell = (more: Told) => {
      told = { ...told, ...more, remark: [told.remark, more.remark].filter(Boolean).join(' ') };
    };
    const others = recipe.kept > 0 ? sizeOf(kept) : 0;
    const now = await renew(lane, t, made, others, tell, false);
    if (remembers) kept.push({ real: null, made: now.made });
    const synthetic = (recipe.kept > 0 ? kept : [now]).map((added) => added.made);
    let set = union(...[now.real, ...synthetic].filter((part) => part !== null));
    const { count } = set.samples;
    if (recipe.memory === 'subsample') set = rowsOf(set, permutation(count, lane.rng.fork(t, 'subsample'), Math.min(recipe.size, count)));
    for (const step of stepsAt(lane, t)) if (step.weigh) set = { ...set, weight: step.weigh(set, stageOf(step, lane, t, others, tell)) };
    return { set, hygiene: isReported(t) ? hygieneOf(set, recipe, told) : null };
  }

  /** D_t of lanes, t >= 2. */
  return async function compose(lanes: readonly Lane[], t: number): Promise<Composed[]> {
    const made = await draw(lanes, t);
    const sets: Composed[] = [];
    const hasReport = isReported(t);
    for (const lane of lanes) {
      const drawn = made[sets.length];
      const isAlone = drawn && !remembers && !hasReport && drawn.samples.count === poolOf(recipeOf(lane, t));
      sets.push(isAlone ? { set: drawn, hygiene: null } : await composeOne(lane, t, drawn));
    }
    return sets;
  };
}

const sizeOf = (kept: readonly Added[]): number => kept.reduce((sum, { made }) => sum + (made?.samples.count ?? 0), 0);

/** How many of `count` samples come from each of `models` models: for every sample one of them is chosen. */
function shareOut(count: number, models: number, rng: Rng): number[] {
  const shares = new Array<number>(models).fill(0);
  for (let i = 0; i < count; i++) shares[rng.integer(models)]++;
  return shares;
}
