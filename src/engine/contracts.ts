/**
 * The nouns of the engine, types only. A loop says what training sets are made of, a model fits and samples them, a metric scores the samples;
 * `run.ts` alone knows their order. Symbols are those of MODEL.md.
 */
import type * as Tensorflow from '@tensorflow/tfjs-core';
import type { DatasetDescription, ModelDescription, Part, SampleKind, StepDescription } from './descriptions';
import type { Experiment, Key, ValuesOf } from './experiment';
import type { Decision } from './keptModels';
import type { Recipe } from './recipe';
import type { Hygiene } from './results';
import type { Finding } from './theory/law';

/**
 * A set of samples. `values` is row-major [count, dim]: points in float64; images in [0, 1] and float32 (dim = side x side); text as code units of UTF-16
 * (0 = nothing), a name or a piece of running text a row.
 */
export interface Samples {
  readonly kind: SampleKind;
  readonly count: number;
  readonly dim: number;
  readonly values: Float64Array | Float32Array | Uint16Array;
}

/** A stream of random numbers. Streams with different labels are independent; forking never advances the parent. */
export interface Rng {
  fork(...labels: readonly (string | number)[]): Rng;
  /** uniform in [0, 1), 53 bits */
  uniform(): number;
  /** uniform integer in [0, below) */
  integer(below: number): number;
  /** standard normal */
  normal(): number;
  /** fills with standard normals: those of as many calls of `normal` */
  normals(into: Float64Array): void;
}

/** Where the tensors live. `webgl`: a GPU (or its software twin), `wasm` and `cpu`: this processor. */
export type Rung = 'webgl' | 'wasm' | 'cpu';

/** The running tfjs backend: the only way by which engine code reaches tfjs. */
export interface TensorBackend {
  readonly rung: Rung;
  readonly tf: typeof Tensorflow;
  /** Read a tensor back; rejects with `EngineError` code `backend-lost` when the device does not answer in time. Does not dispose of it. */
  read(tensor: Tensorflow.Tensor): Promise<Float32Array>;
}

/** What the engine asks of the place that it runs in (worker, Node, test). */
export interface Host {
  readonly rung: Rung;
  /** The tensor backend, opened at the first call. */
  tensors(): Promise<TensorBackend>;
  /** A file below `public/`, by its path there. */
  load(path: string): Promise<Uint8Array>;
  /** Whether somebody wants to see a half-trained model now; not there: nobody ever does. */
  wantsGlimpse?(): boolean;
}

// --- data ---------------------------------------------------------------------------------------------------------------------

/** Equal isotropic Gaussians of standard deviation `sigma` at `centres` [count, dim], with `weights` [count] that sum to 1. */
export interface Modes {
  readonly count: number;
  readonly dim: number;
  readonly centres: Float64Array;
  readonly weights: Float64Array;
  readonly sigma: number;
}

/** Real data, as one replicate of an experiment draws them. */
export interface RealSource {
  /** D_1 [n_ini, dim]; the same for every loop of the replicate. */
  initial(count: number): Promise<Samples>;
  /**
   * `count` new real samples. Data without end draw them from `rng`; finite data (digits) take them at position `offset` of the
   * replicate's own order of the training set, so that none repeats before all were used.
   */
  fresh(count: number, offset: number, rng: Rng): Promise<Samples>;
  /** Held-out real data for scoring, never part of any training set: `count` of what scores compare, all where there are fewer. */
  heldOut(count: number): Promise<Samples>;
  /** Two such sets that have nothing in common; null where there are too few. Without it, the halves of twice as many. */
  heldOutPair?(count: number): Promise<readonly [Samples, Samples] | null>;
}

/** Plain words and facts about a dataset; what the page and the docs show. */
export interface Dataset extends DatasetDescription {
  open(experiment: Experiment, replicate: Rng, host: Host): RealSource;
  /** The true density as Gaussians on a skeleton: exact for mixtures, a fine discretisation of the curve for moons and spiral. */
  density?(experiment: Experiment): Modes;
}

// --- loops --------------------------------------------------------------------------------------------------------------------

/** D_t, with what is known of each of its samples. */
export interface TrainingSet {
  readonly samples: Samples;
  /** what it came as, [count]: an index of `ORIGINS` in `trainingSet.ts` */
  readonly part: Uint8Array;
  /** [count]: the generation whose model made it; of a real one the generation for whose training set it was drawn */
  readonly born: Uint16Array;
  /** [count], sum 1: how much it counts in the fit; null where all count the same */
  readonly weight: Float64Array | null;
}

// --- steps --------------------------------------------------------------------------------------------------------------------

/** An experiment as a step sees it: with the keys that it brings itself. */
type Seen<Own> = Experiment & ValuesOf<Own>;

/** What a step reports of a generation: `hygiene` of `LaneResult`. */
export type Told = Partial<Hygiene>;

/** Where a step acts. */
export interface Stage<Own = unknown> {
  /** t >= 2 */
  readonly generation: number;
  /** the experiment with the settings of generation t */
  readonly settings: Seen<Own>;
  /** what D_t is made of, before any step but the web acted */
  readonly recipe: Recipe;
  /** D_1 */
  readonly initial: Samples;
  /** the true density; null where the data have none */
  readonly density: Modes | null;
  /** the density's centres are modes */
  readonly hasModes: boolean;
  /** samples of earlier generations that stand in D_t beside the new ones */
  readonly others: number;
  /** fewer samples than this make no training set: max(2 K, d + 2) */
  readonly least: number;
  /** so many samples, one behind the other, are taken or left together: 25 words and marks of running text */
  readonly passage: number;
  /** the step's own stream of this lane and generation */
  readonly rng: Rng;
  /** Further new real samples, beyond those of the recipe; those of earlier calls are not among them. */
  moreReal(count: number): Promise<TrainingSet>;
  /** Further samples of the models that D_t draws on. */
  moreMade(count: number): Promise<TrainingSet>;
  /** Samples of the archive at these places, each below `recipe.store`. */
  stored(places: ArrayLike<number>): Promise<TrainingSet>;
  /** What is read from samples: probabilities of their classes, [count, classes]; null where nothing is. */
  classProbabilities(samples: Samples): Promise<Float64Array | null>;
  /** Whether the model before was found to be that much worse than the first that D_1 is wanted again. */
  readonly wantsInitial: boolean;
  tell(told: Told): void;
}

/** What may stand between sampling and training. `Own`: the table of its keys, if it brings any. */
export interface Step<Own = unknown> extends StepDescription {
  /** Whether it does anything under these settings. A step that is off changes no bit of any number. */
  isOn(settings: Seen<Own>): boolean;
  /** What it leaves of the samples that are new in D_t, before any of them are kept for later training sets. */
  act?(added: TrainingSet, stage: Stage<Own>): TrainingSet | Promise<TrainingSet>;
  /** Weights of all samples of D_t, [count], sum 1, for models that weigh; null where all count the same. */
  weigh?(set: TrainingSet, stage: Stage<Own>): Float64Array | null;
  /** The score of the fitted model that it watches. */
  watches?(settings: Seen<Own>): string;
  /** What it decides of a model of score `now`, NaN where it can't be scored, where the first one had `first`. */
  judge?(now: number, first: number, settings: Seen<Own>): Decision;
  /** What theory is to reckon with instead of the recipe; null where no law of the step is known. */
  law(recipe: Recipe, settings: Seen<Own>): Recipe | null;
}

// --- models -------------------------------------------------------------------------------------------------------------------

export type Phase = 'compose' | 'fit' | 'sample' | 'score' | 'noise';

/** What a half-trained model draws, and how well it fits. Nothing that is computed depends on who looks. */
export interface Glimpse {
  /** index of its `FitJob` */
  readonly job: number;
  /** as in `FitReport`, of the last step */
  readonly objective: number;
  /** of the job's `showcase` */
  readonly samples: Samples;
}

/** Progress inside one generation, in units of the phase (optimiser steps, EM iterations, lanes, pairs of real sets). */
export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number;
  readonly glimpse?: Glimpse;
}

/** How a fit went: plain numbers and words for files and the page. */
export interface FitReport {
  /** optimiser steps or EM iterations; 0 for closed forms */
  readonly iterations: number;
  /** mean log-likelihood (Gaussian, mixture) or evidence lower bound (VAE) per training sample, nats */
  readonly objective: Score;
  readonly converged: boolean;
  /** the covariance floor gives an eigenvalue at least what a fit takes from it: collapse would go on without it */
  readonly floorReached: boolean;
  /** an extrapolated covariance had a variance below zero in some direction, and was made to have none there; only where there is extrapolation */
  readonly clipped?: boolean;
}

export interface Fitted<Parameters> {
  readonly parameters: Parameters;
  readonly report: FitReport;
}

/** One lane's fit. Lanes are fitted together, but a lane's numbers never depend on its company. */
export interface FitJob {
  readonly training: Samples;
  /** of `TrainingSet`; none but for models that weigh */
  readonly weight?: Float64Array | null;
  /** D_1 of the lane's replicate: sets scales and floors */
  readonly initial: Samples;
  readonly rng: Rng;
  /** the model of the generation before, which a fit may start from; none in generation 1 */
  readonly before?: unknown;
  /** the samples for the eye that a glimpse is made of; none where nobody sees this lane */
  readonly showcase?: Showcase;
}

/** Which samples of a model are drawn. */
interface Showcase {
  readonly count: number;
  /** sampling bias lambda */
  readonly bias: number;
  readonly rng: Rng;
}

export interface SampleJob<Parameters> extends Showcase {
  readonly parameters: Parameters;
  /** an array of an earlier job that nobody needs any more: may be filled again, if it has the length */
  readonly into?: Samples['values'] | undefined;
}

/** A Gaussian component of a fitted points model: mean [dim], covariance [dim, dim] row-major. */
export interface Component {
  readonly weight: number;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** What theory knows of the real data, and of the loop. */
export interface TheoryData {
  readonly parts: readonly Part[];
  /** null where the data have none */
  readonly density: Modes | null;
  /** the centres of `density` are modes */
  readonly hasModes: boolean;
  /** what a model knows of D_1 and of all the real data, where its laws hang on that */
  readonly given?: unknown;
}

/** Laws of a model, and what they reckon with. */
export interface Theory {
  /** the keys that the laws account for; any other one that says what happens on the way silences them where it is off its default */
  readonly accountsFor: readonly Key[];
  /** Of a loop of `experiment` whose training sets follow `recipeAt`. */
  laws(experiment: Experiment, recipeAt: (t: number) => Recipe, data: TheoryData): (t: number) => Finding;
}

export interface GenerativeModel<Parameters = unknown> extends ModelDescription {
  /** Bytes of one fitted model, and those that a fit of `training` samples holds beside these. */
  bytes(experiment: Experiment, training: number): { readonly model: number; readonly fit: number };
  /**
   * Fit every job, from scratch or, where a key of the model says so, from the model before; `experiment` with the live keys of this generation.
   * Yields progress often (at most ~50 ms apart); ended early, it frees its tensors.
   */
  fit(jobs: readonly FitJob[], experiment: Experiment, host: Host): AsyncGenerator<Progress, Fitted<Parameters>[]>;
  sample(jobs: readonly SampleJob<Parameters>[], experiment: Experiment, host: Host): Promise<Samples[]>;
  /** What theory says of this model; none where nothing is known. */
  readonly theory?: Theory;
  /** Where theory hangs on D_1: what of it goes into `TheoryData.given`. */
  given?(initial: Samples, experiment: Experiment, host: Host): Promise<unknown>;
  /** Exact values of a fitted model that hang on no density, by their ids. */
  truth?(parameters: Parameters): Readonly<Record<string, number>>;
  /** The fitted density as Gaussian components, before bias; none for models without one. */
  components?(parameters: Parameters): readonly Component[];
  /** Means of the latent variables of `samples` as a fitted encoder infers them, [count, latent]; none for models without an encoder. */
  encode?(parameters: Parameters, samples: Samples, experiment: Experiment, host: Host): Promise<Cloud>;
  /** `count` samples from fixed latent points, for the eye (images only): `rng` is the same in every generation. */
  showcase?(jobs: readonly SampleJob<Parameters>[], experiment: Experiment, host: Host): Promise<Samples[]>;
}

// --- scores -------------------------------------------------------------------------------------------------------------------

/** A score, or why it has no meaning here. Never NaN or Infinity. */
export type Score = { readonly value: number } | { readonly undefined: string };

/** Rows of features in float64, [count, dim]: the points themselves, 64 features of images by a classifier, of passages of text by their letters. */
export interface Cloud {
  readonly count: number;
  readonly dim: number;
  readonly values: Float64Array;
}

/** Share of samples per mode or class. */
export interface Shares {
  /** share of all samples nearest to (or classified as) each mode, [modes]; sums to 1 */
  readonly share: Float64Array;
  /** alive by contract Sect. 1.1 */
  readonly alive: readonly boolean[];
}
