/**
 * What things are, in data and words, without their code: types of what page, links, files and docs know of loops, steps, kinds, datasets, models
 * and scores. They know nothing of an experiment, so that its keys can be made of them.
 */

/** The choices on which other defaults hang. */
export interface Chosen {
  readonly model: string;
  readonly dataset: string;
  readonly unit?: string;
  readonly form?: string;
  readonly text?: string;
}

/** The id of a kind, as `kinds/` lists them. */
export type SampleKind = string;

// --- loops --------------------------------------------------------------------------------------------------------------------

/** What D_t (t >= 2) can be made of: D_1 itself, n_r real samples drawn anew, and samples of earlier models. */
export type Part = 'initial' | 'fresh' | 'synthetic';

/**
 * Which synthetic samples D_t draws on: n_s of G_{t-1}; these and all that were drawn before; n_s of D_1 and all of these, at random; n_s of the
 * last `span` models.
 */
export type Memory = 'previous' | 'all' | 'subsample' | 'last';

/** A loop is plain data: `recipe.ts` counts what it says, `lanes.ts` draws it. */
export interface Loop {
  readonly id: string;
  readonly name: string;
  /** One word for chart labels. */
  readonly short: string;
  readonly summary: string;
  /** D_t in words and plain symbols: for text, and for ears; in LaTeX; what its letters stand for; the known trap; the source */
  readonly formula: string;
  readonly latex: string;
  readonly symbols: string;
  readonly trap: string;
  readonly source: string;
  /** What D_t is made of, t >= 2: real parts in this order, then synthetic samples. */
  readonly parts: readonly Part[];
  readonly memories: readonly Memory[];
  /** of one that is compared with others: the loop it is, and what alone acts in it, by the id of `treatments` */
  readonly base?: string;
  readonly treatment?: string;
}

// --- steps --------------------------------------------------------------------------------------------------------------------

export interface StepDescription {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** what it costs, where it is meant as a cure */
  readonly cost?: string;
  /** the names of the keys that it brings: its law accounts for them */
  readonly keys?: readonly string[];
}

// --- samples and their models -------------------------------------------------------------------------------------------------

/** What the samples of a model or a dataset are, in plain words: what the page and the schema know of it. */
export interface KindDescription {
  readonly id: SampleKind;
  readonly name: string;
  /** several of its samples, in a sentence */
  readonly many: string;
  /** one of what its truth consists of, and several of them at length */
  readonly mode: string;
  readonly modes: string;
  /** the number of the first of these: "Mode 1", "Digit 0" */
  readonly firstMode: 0 | 1;
  /** whether a mode is read off every sample, so that none is missed by chance */
  readonly modesAreRead: boolean;
  /** whether a mode that is no longer made has died: people’s names have not */
  readonly modesDie: boolean;
  /** the score that tells in a caption how much of the variety is left */
  readonly captionScore: 'recall' | 'traceRatio' | 'wordsAlive';
  /** pieces of sentences in which it speaks */
  readonly words: {
    /** what the real samples in sight are; {count} stands for n_ini, {many} for what the dataset calls them */
    readonly real: string;
    /** what one of the samples stands for, in a sentence: among modes, and in data without them */
    readonly stands: string;
    readonly standsAlone: string;
    /** what a picture shows, behind "generation 7: " */
    readonly made: string;
    /** what stands behind the samples in a figure, and which marks are no samples; '' where nothing does */
    readonly figure: string;
    /** what the engine does while it composes training sets */
    readonly composing: string;
    /** why precision only looks good where hardly anything is made any more */
    readonly littleLeft: string;
    /** of what shares of modes are, behind "share of each, generation by generation," */
    readonly shares: string;
    /** how a marked mode is seen, and when it has died */
    readonly marked: string;
    readonly died: string;
  };
  /** what makes two of its samples alike: small distance, or the same direction of their features */
  readonly likeness: 'distance' | 'direction';
  /** whether a picture shows two axes of them, and one run; otherwise whole samples */
  readonly isPlotted: boolean;
  /** the real data that have to be loaded, in a word; null where they are drawn */
  readonly loads: string | null;
  /** seconds that the scores which sentences read take of 1,000 evaluation samples in two dimensions, on one core, nearly all of it for those that compare all pairs */
  readonly scoreSeconds: number;
  /** where only the kind is chosen */
  readonly model: string;
  /** the keys that switch cures on, as they are where somebody tries one without saying how strong */
  readonly cures: {
    readonly detector: number;
    readonly realWeight: number;
    readonly archive: number;
    readonly curation: 'density' | 'confidence' | 'preference';
    readonly monitor: 'recall' | 'wordsAlive';
  };
  /** how many samples and generations an experiment has unless it says so */
  readonly defaults: Defaults;
}

export type Defaults = Readonly<Record<'initialReal' | 'real' | 'synthetic' | 'evaluation' | 'generations', number>>;

export interface DatasetDescription {
  readonly id: string;
  readonly kind: SampleKind;
  readonly name: string;
  readonly summary: string;
  /** Default number of mixture components: 1 of one Gaussian, 0 of images. */
  readonly components: number;
  /** Number of modes or classes of the truth; 0 where there are none. */
  readonly modes: number;
  /** What these are called, where a number would not do. */
  readonly modeNames?: readonly string[];
  /** Distinct real training samples; null = without end. */
  readonly distinct: number | null;
  /** Distinct real samples held out for scoring; null = without end. */
  readonly heldOut: number | null;
  /** What is said where none are. */
  whyNoneHeldOut?(chosen: Chosen): string;
  /** Exact shares of the classes among all held-out samples, where the truth is classes and not a density. */
  readonly classShares?: readonly number[];
  /** Its name is that of a person or a work: it keeps its capitals within a sentence. */
  readonly isNamed?: true;
  /** What a caption says behind its name; {key} stands for a value. */
  readonly caption?: string;
  /** Its own where it has others than its kind. */
  readonly defaults?: (chosen: Chosen) => Partial<Defaults>;
  /** What of its kind is called otherwise here. */
  readonly ofKind?: Partial<Pick<KindDescription, 'many' | 'mode' | 'modes' | 'loads'>> & { readonly words?: Partial<KindDescription['words']> };
  /** Of images: whether they are pictures of speech (`src/sound/speech`), and can be heard. */
  readonly isSpoken?: true;
  /** Of images: pixels of a side, where there is one size of them only; and what a network needs of them to learn. */
  readonly resolution?: number;
  readonly beta?: number;
  /** Of text: whether samples are pieces of running text; whole names, or lines, where it says nothing. */
  readonly isRunning?: boolean;
  /** several of its samples, in a sentence, where they are called otherwise than its kind's */
  readonly many?: string;
}

export interface ModelDescription {
  readonly id: string;
  readonly kind: SampleKind;
  readonly name: string;
  readonly summary: string;
  /** What the sampling bias does to this model. */
  readonly bias: string;
  /** where only the model is chosen */
  readonly dataset: string;
  /** whether its fit can give samples weights */
  readonly weighs?: boolean;
  /** whether it is one Gaussian: what is said of mean and covariance says all */
  readonly isOneGaussian?: boolean;
  /** whether it computes in tensors, and so in float32: otherwise in float64 on the processor, to the same numbers everywhere */
  readonly tensors: 'always' | 'on a GPU' | 'never';
  /** what a caption says behind its name; {key} stands for a value */
  readonly caption?: string;
  /** keys of others of which it takes less: up to which value, why, and the model that takes more */
  readonly most?: Readonly<Record<string, { readonly value: number; readonly why: string; readonly instead: string }>>;
  /** what is counted while it is fitted; null where that takes no time */
  readonly steps: string | null;
  /** Measured on one core without a GPU: seconds of a fit where each of these keys has this value. They grow in proportion to each; one that stands twice, with its square. */
  readonly fitCost: { readonly seconds: number; readonly per: readonly (readonly [key: string, value: number])[] };
}

// --- scores -------------------------------------------------------------------------------------------------------------------

/** What a score is, for a reader of sixteen and for one who has read the papers. */
export interface ScoreWords {
  readonly meaning: string;
  /** in words and plain symbols: for text, and for ears */
  readonly formula: string;
  /** the same in LaTeX, drawn as MathML on the page, and what its letters stand for */
  readonly latex: string;
  readonly symbols: string;
  readonly trap: string;
  readonly source: string;
}

export interface MetricDescription {
  readonly id: string;
  readonly name: string;
  /** One word that says what it stands for ("quality", "diversity"), or ''. */
  readonly aspect: string;
  readonly better: 'lower' | 'higher' | 'one' | 'neither';
  /** Honest axis: [low, high], null = from the data. */
  readonly range: readonly [number | null, number | null];
  readonly scale: 'linear' | 'log';
  readonly kinds: readonly SampleKind[];
  /** Means something only where the data have modes or classes. */
  readonly needsModes: boolean;
  /** Its time grows with the square of the samples, and tells in that of a run. */
  readonly comparesPairs?: true;
  /** Sentences about a run read it. */
  readonly isTold?: true;
  /** Shown on the page without asking, in this order (0 = first); null = under "more scores". */
  readonly rank: number | null;
  /** Its rank among scores of a kind, where it is another one. */
  readonly rankIn?: Readonly<Record<SampleKind, number | null>>;
  /** Its rank where a cure is on: any of them, or the one that this key switches on. */
  readonly rankWith?: { readonly rank: number; readonly cure?: string };
  /** One of `all` scores only where a cure is on. */
  readonly ofCures?: true;
  /** The dataset without which it means nothing. */
  readonly ofDataset?: string;
}

/** An exact value of the fitted model, before bias, against the known truth: no evaluation noise. */
export interface TruthDescription extends MetricDescription {
  /** The name in `truth` and `theory`, where a score has the id. */
  readonly of?: string;
  /** Where its law is never more than that. */
  readonly law?: 'guide';
  /** Models that have it. */
  readonly models: readonly string[];
  /** Where it means something: everywhere, between two Gaussians, or where either side is a mixture. */
  readonly between: 'any' | 'gaussians' | 'mixtures';
}
