/** What a run gives to its reader, types only: the worker posts these, the headless commands print them. */

/** Samples for the eye, as their kind shows them (`kinds/`). Typed arrays in it, each on a buffer of its own, are given away to the page. */
export interface ShownSamples {
  readonly kind: string;
  readonly count: number;
}

/** A network on its way: what it draws by now. */
export interface InTraining {
  /** whose network it is: in generation 1 all loops' */
  readonly loops: readonly string[];
  /** as in the report of the fit */
  readonly objective: number;
  readonly shown: ShownSamples;
}

/** The real data, drawn before anything runs. */
export interface Preview {
  /** samples of D_1 of replicate 1 */
  readonly real: ShownSamples;
  /** true density at cell centres, row-major from the lowest y, scaled to a maximum of 1; height 1 for dim 1; null where the data have none */
  readonly ghost: { readonly width: number; readonly height: number; readonly density: Float32Array } | null;
  /** half the side of the square shown, centred on 0 (points) */
  readonly extent: number;
  /** centres of the true modes, [n, 2] */
  readonly modes: Float32Array;
  /** how far from its centre samples still keep a mode alive (contract Sect. 1.1); 0 without modes in the plane */
  readonly reach: number;
  /** exact shares of the modes or classes in the real data, [n]; empty where they have neither */
  readonly weights: readonly number[];
}

/** Values of theory by key; one that is not known is null with its reason in `undefined`. */
export interface TheoryValues {
  readonly theory: Readonly<Record<string, number | null>>;
  /** what kind of law it is where it is not exact: of infinitely many samples, with expected numbers of samples put in for random ones, or known to hold about */
  readonly kind?: 'limit' | 'approximate' | 'guide';
  readonly undefined: Readonly<Record<string, string>>;
}

/** Each score between two sets of real samples: where it lies for a perfect model. Scores without a floor have their reason in `undefined`. */
export interface NoiseFloor {
  readonly bands: Readonly<Record<string, { readonly low: number; readonly high: number }>>;
  readonly undefined: Readonly<Record<string, string>>;
}

/** Scores of one lane; a score without meaning is null with its reason in `undefined`. Never NaN or Infinity. */
export interface LaneScores {
  readonly scores: Readonly<Record<string, number | null>>;
  readonly undefined: Readonly<Record<string, string>>;
}

/** What the steps between sampling and training did for one model. */
export interface Hygiene {
  /** samples that were taken out of its training set, or never came in, by those who can't know what they are */
  readonly removedReal: number;
  readonly removedSynthetic: number;
  /** share of real samples in the training set, by count and by weight; null where none was made */
  readonly realShare: number | null;
  readonly effectiveRealWeight: number | null;
  /** the monitor found the model worse than it tolerates, and what came of it: an `action`, or `none` */
  readonly alarm: boolean;
  readonly action: string;
  /** real samples in the archive */
  readonly storeSize: number;
  /** what went otherwise than the settings say, a sentence each, parted by blanks; '' where nothing did */
  readonly remark: string;
}

export interface LaneResult extends LaneScores {
  readonly loop: string;
  /** from 1 */
  readonly replicate: number;
  readonly trainingSize: number;
  /** exact values of the fitted model against the known truth (contract Sect. 2) */
  readonly truth: Readonly<Record<string, number | null>>;
  /** what theory expects of this generation (MODEL.md, theory), the same for every replicate */
  readonly theory: TheoryValues;
  /** of `objective` = null the reason stands in `undefined` */
  readonly fit: { readonly iterations: number; readonly objective: number | null; readonly converged: boolean; readonly floorReached: boolean };
  /** absent where no step is on */
  readonly hygiene?: Hygiene;
  /** share of the samples in each mode or class, null where the data have none; with which of them are alive */
  readonly shares: { readonly share: readonly number[]; readonly alive: readonly boolean[] } | null;
  /** replicate 1 only, null in others */
  readonly shown: ShownSamples | null;
}

/** A generated digit whose nearest real one is wanted. */
export interface NearestQuery {
  readonly loop: string;
  readonly generation: number;
  /** bytes [side * side], as shown */
  readonly pixels: Uint8Array;
}

/** The real training digit nearest to a generated one, among those its loop has trained on by then. */
export interface NearestImage {
  readonly loop: string;
  readonly generation: number;
  /** how many real digits were compared */
  readonly searched: number;
  /** Euclidean, over pixels in [0, 1] */
  readonly distance: number;
  /** median distance of a real digit to the nearest other one of those compared; null where there is no other */
  readonly usual: number | null;
  readonly pixels: Uint8Array;
  /** what the classifier reads the real and the generated digit as; null where no score of the run needs the classifier */
  readonly real: number | null;
  readonly made: number | null;
}

/** A name or a piece of generated text whose like in the real text is wanted. */
export interface PieceQuery {
  readonly loop: string;
  readonly generation: number;
  /** what is shown of the generation, and which of it is asked for */
  readonly pieces: readonly string[];
  readonly place: number;
}

/** What the real data have of a name. */
export interface NameFound {
  readonly loop: string;
  readonly generation: number;
  readonly name: string;
  /** it is one of the first training set; one of all the real data */
  readonly isOfFirst: boolean;
  readonly isReal: boolean;
  /** of a name that is not real: the real one that takes the fewest changed letters, and how many these are */
  readonly nearest: { readonly name: string; readonly letters: number } | null;
}

/** The longest stretch of generated text around a place that stands in the real text, word for word. */
export interface PassageFound {
  readonly loop: string;
  readonly generation: number;
  /** '' where not even the word stands there */
  readonly copied: string;
  readonly words: number;
  /** the number of its first word or mark in the real text, from 1, and of how many; 0 where nothing was found */
  readonly at: number;
  readonly of: number;
  /** what stands around it there */
  readonly before: string;
  readonly after: string;
  /** it lies in the first training set */
  readonly isOfFirst: boolean;
}

export type TextFound = NameFound | PassageFound;
